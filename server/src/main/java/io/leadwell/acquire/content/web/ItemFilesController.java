package io.leadwell.acquire.content.web;

import io.leadwell.acquire.content.ContentFiles;
import io.leadwell.acquire.content.ContentProblem;
import io.leadwell.acquire.content.Hub;
import io.leadwell.acquire.content.Item;
import io.leadwell.acquire.content.ItemStatus;
import io.leadwell.acquire.content.Passes;
import io.leadwell.acquire.content.Readings;
import io.leadwell.acquire.content.Readings.Part;
import io.leadwell.acquire.content.StoredFile;
import io.leadwell.base.pages.PagesProblem;
import io.leadwell.base.pages.PublicLimits;
import io.leadwell.base.pages.PublicLimits.Rate;
import io.leadwell.base.pages.PublicPage;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Files of items, in parts as a browser asks for them. What stands behind a gate comes only by an
 * address that was signed for the browser that asks, and not for long.
 */
@PublicPage
class ItemFilesController {

  /** A film is fetched in many parts. */
  private static final Rate PARTS = new Rate(300, 600);

  private static final Duration KEPT = Duration.ofHours(1);

  /** Were a file ever taken for a page, nothing in it would run. */
  private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

  private final Hub hub;
  private final Readings readings;
  private final ContentFiles files;
  private final Passes passes;
  private final PublicLimits limits;

  ItemFilesController(
      Hub hub, Readings readings, ContentFiles files, Passes passes, PublicLimits limits) {
    this.hub = hub;
    this.readings = readings;
    this.files = files;
    this.passes = passes;
    this.limits = limits;
  }

  @GetMapping(PublicAddress.ITEMS + "{slug}/file")
  @Open(Open.To.ANYBODY)
  ResponseEntity<Resource> whole(
      @PathVariable String slug,
      @RequestParam(required = false) @Nullable String pass,
      @RequestParam(required = false) @Nullable String preview,
      HttpServletRequest request) {
    Item item = item(slug, preview, request);
    allow(item, pass, preview, request);
    return answer(item, readings.whole(item), false);
  }

  @GetMapping(PublicAddress.ITEMS + "{slug}/beginning")
  @Open(Open.To.ANYBODY)
  ResponseEntity<Resource> beginning(@PathVariable String slug, HttpServletRequest request) {
    Item item = item(slug, null, request);
    return answer(item, readings.beginning(item), false);
  }

  @GetMapping(PublicAddress.ITEMS + "{slug}/download")
  @Open(Open.To.ANYBODY)
  ResponseEntity<Resource> download(
      @PathVariable String slug,
      @RequestParam(required = false) @Nullable String pass,
      @RequestParam(required = false) @Nullable String preview,
      HttpServletRequest request) {
    Item item = item(slug, preview, request);
    if (!item.said().downloadable()) {
      throw new Problem(PagesProblem.PAGE_NOT_FOUND);
    }
    allow(item, pass, preview, request);
    return answer(item, readings.whole(item), true);
  }

  /** Covers and pictures in articles, by their hash: whoever knows it has seen the page. */
  @GetMapping(PublicAddress.PICTURES + "{sha256}")
  @Open(Open.To.ANYBODY)
  ResponseEntity<Resource> picture(@PathVariable String sha256, HttpServletRequest request) {
    limits.take("content-file", request.getRemoteAddr(), PARTS);
    StoredFile file =
        files
            .find(sha256)
            .filter(found -> found.kind() == StoredFile.Kind.PICTURE)
            .orElseThrow(() -> new Problem(PagesProblem.PAGE_NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .header("Content-Security-Policy", NOTHING_RUNS)
        .body(new FileSystemResource(files.path(file)));
  }

  private Item item(String slug, @Nullable String preview, HttpServletRequest request) {
    limits.take("content-file", request.getRemoteAddr(), PARTS);
    return hub.at(slug)
        .filter(found ->
            found.status() == ItemStatus.PUBLISHED || passes.opensPreview(found.id(), preview))
        .orElseThrow(() -> new Problem(PagesProblem.PAGE_NOT_FOUND));
  }

  private void allow(
      Item item, @Nullable String pass, @Nullable String preview, HttpServletRequest request) {
    boolean open =
        !item.said().gate().closed()
            || passes.opensPreview(item.id(), preview)
            || passes.opensFile(item, passes.holder(ReaderCookie.sent(request)).orElse(null), pass);
    if (!open) {
      throw new Problem(ContentProblem.PASS_NEEDED);
    }
  }

  private ResponseEntity<Resource> answer(Item item, Part part, boolean taken) {
    StoredFile file = Objects.requireNonNull(readings.file(item));
    boolean gated = item.said().gate().closed() || item.status() != ItemStatus.PUBLISHED;
    CacheControl kept = CacheControl.maxAge(KEPT);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .cacheControl(gated ? kept.cachePrivate() : kept.cachePublic())
        .header("Content-Security-Policy", NOTHING_RUNS)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(item, file, taken))
        .body(new FilePart(part));
  }

  /** Films play in the page; a PDF is drawn by the page, or taken along. */
  private static String disposition(Item item, StoredFile file, boolean taken) {
    if (!taken && file.kind() == StoredFile.Kind.VIDEO) {
      return "inline";
    }
    String said = item.said().fileName();
    String ending = "." + file.extension();
    String name = said == null ? item.title().replaceAll("[\\\\/<>:\"|?*]", " ") : said;
    return ContentDisposition.attachment()
        .filename(name.endsWith(ending) ? name : name + ending, StandardCharsets.UTF_8)
        .build()
        .toString();
  }

  /** A file as far as it is open: its length, and every part of it, ends there. */
  private static final class FilePart extends FileSystemResource {

    private final Part part;

    FilePart(Part part) {
      super(part.path());
      this.part = part;
    }

    @Override
    public long contentLength() {
      return part.length();
    }
  }
}
