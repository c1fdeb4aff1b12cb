package io.leadwell.acquire.links.web;

import io.leadwell.acquire.links.CodePicture;
import io.leadwell.acquire.links.CodePicture.Format;
import io.leadwell.acquire.links.CodePictures;
import io.leadwell.acquire.links.Link;
import io.leadwell.acquire.links.LinkLine;
import io.leadwell.acquire.links.Links;
import io.leadwell.acquire.links.LinksProblem;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.TableFile;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Codes of links to print, one or many, and the list of links as a file. */
@RestController
@RequestMapping("/api/v1/links")
class CodesController {

  private static final int MOST = 500;
  private static final int PAGE = 200;
  private static final int USUAL_SIZE = 40;

  /**
   * @param logo a PNG or JPEG, base64
   */
  record PictureBody(
      @Nullable String format,
      @Nullable Integer millimetres,
      @Nullable String caption,
      @Nullable String logo) {}

  private final Links links;
  private final CodePictures pictures;
  private final LinkViews views;
  private final LinkQuery query;
  private final Texts texts;

  CodesController(
      Links links, CodePictures pictures, LinkViews views, LinkQuery query, Texts texts) {
    this.links = links;
    this.pictures = pictures;
    this.views = views;
    this.query = query;
    this.texts = texts;
  }

  @PostMapping("/{id}/code")
  @Allow(Permission.CAMPAIGNS_READ)
  ResponseEntity<byte[]> picture(
      @PathVariable UUID id, @RequestBody PictureBody body, HttpServletRequest request) {
    Link link = links.find(id);
    CodePicture wanted =
        new CodePicture(
            format(body.format()),
            body.millimetres() == null ? USUAL_SIZE : body.millimetres(),
            body.caption(),
            logo(body.logo()));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, wanted.format().mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(link.code() + "." + wanted.format().extension())
                .build()
                .toString())
        .cacheControl(CacheControl.noStore())
        .body(pictures.draw(scanned(link, request), wanted));
  }

  /** Codes of all links that the filter lets through, each a file named by its link. */
  @GetMapping("/codes.zip")
  @Allow(Permission.CAMPAIGNS_READ)
  void codes(
      @RequestParam Map<String, String> asked,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Format format = format(asked.get("format"));
    int size = size(asked.get("millimetres"));
    List<Link> all = all(asked);
    // the first is drawn before anything is sent, so that what can't be is refused with a sentence
    CodePicture wanted = new CodePicture(format, size, null, null);
    if (!all.isEmpty()) {
      pictures.draw(scanned(all.getFirst(), request), wanted);
    }
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"codes.zip\"");
    try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
      for (Link link : all) {
        zip.putNextEntry(new ZipEntry(fileName(link) + "." + format.extension()));
        zip.write(pictures.draw(scanned(link, request), wanted));
        zip.closeEntry();
      }
    }
  }

  @GetMapping("/export")
  @Allow(Permission.CAMPAIGNS_READ)
  void export(
      @RequestParam Map<String, String> asked,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    TableFile.Format format = TableFile.Format.of(asked.get("format"));
    Locale language = Languages.of(request);
    List<String> headers = new ArrayList<>();
    for (String column :
        List.of("name", "address", "page", "target", "clicks", "scans", "visitors", "leads")) {
      headers.add(texts.of(language, "column.links." + column));
    }
    Page<LinkLine> page = links.list(query.filter(asked), null, PAGE);
    response.setContentType(format.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"links." + format.extension() + "\"");
    try (TableFile file =
        TableFile.begin(
            response.getOutputStream(), format, texts.of(language, "links.sheet"), headers)) {
      while (true) {
        for (LinkLine line : page.items()) {
          file.row(
              line.link().name(),
              views.address(line.link(), request),
              line.link().page(),
              line.link().target(),
              line.figures().clicks(),
              line.figures().scans(),
              line.figures().visitors(),
              line.figures().leads());
        }
        if (page.next() == null) {
          break;
        }
        page = links.list(query.filter(asked), page.next(), PAGE);
      }
    }
  }

  private List<Link> all(Map<String, String> asked) {
    List<Link> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<LinkLine> page = links.list(query.filter(asked), cursor, PAGE);
      if (page.total() > MOST) {
        throw new Problem(LinksProblem.TOO_MANY_CODES, MOST);
      }
      page.items().forEach(line -> all.add(line.link()));
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  private String scanned(Link link, HttpServletRequest request) {
    return views.address(link, request) + LinkViews.SCANNED;
  }

  /** A name that every system can keep; the code makes it one of its kind. */
  private static String fileName(Link link) {
    String name = link.name().replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|.]+", "_").strip();
    return (name.length() > 60 ? name.substring(0, 60) : name) + "_" + link.code();
  }

  private @Nullable BufferedImage logo(@Nullable String base64) {
    if (base64 == null || base64.isBlank()) {
      return null;
    }
    try {
      return pictures.logo(Base64.getDecoder().decode(base64.substring(base64.indexOf(',') + 1)));
    } catch (IllegalArgumentException e) {
      throw Problem.field(LinksProblem.CODE_LOGO_INVALID, "logo", "problem.CODE_LOGO_INVALID");
    }
  }

  private static Format format(@Nullable String word) {
    if (word == null || word.equals("svg")) {
      return Format.SVG;
    }
    if (word.equals("png")) {
      return Format.PNG;
    }
    throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, "format");
  }

  private static int size(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? USUAL_SIZE : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, "millimetres");
    }
  }
}
