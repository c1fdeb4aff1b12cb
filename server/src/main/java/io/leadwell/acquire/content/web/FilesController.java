package io.leadwell.acquire.content.web;

import io.leadwell.acquire.content.ContentFiles;
import io.leadwell.acquire.content.ContentProblem;
import io.leadwell.acquire.content.StoredFile;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of content on their way in, and for the app to look at. */
@RestController
@RequestMapping("/api/v1/content/files")
class FilesController {

  record FileView(
      String sha256,
      StoredFile.Kind kind,
      String mediaType,
      long bytes,
      @Nullable Integer pages,
      @Nullable Integer seconds,
      @Nullable Integer width,
      @Nullable Integer height) {

    static FileView of(StoredFile file) {
      return new FileView(
          file.sha256(),
          file.kind(),
          file.mediaType(),
          file.bytes(),
          file.pages(),
          file.seconds(),
          file.width(),
          file.height());
    }
  }

  private final ContentFiles files;

  FilesController(ContentFiles files) {
    this.files = files;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.CAMPAIGNS_EDIT)
  FileView receive(@RequestParam MultipartFile file, Caller caller) throws IOException {
    try (InputStream content = file.getInputStream()) {
      String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      return FileView.of(files.receive(content, name, caller));
    }
  }

  @GetMapping("/{sha256}")
  @Allow(Permission.CAMPAIGNS_READ)
  FileView one(@PathVariable String sha256) {
    return FileView.of(found(sha256));
  }

  /** The bytes, for the app's own look at a file that nobody else may see yet. */
  @GetMapping("/{sha256}/bytes")
  @Allow(Permission.CAMPAIGNS_EDIT)
  ResponseEntity<Resource> bytes(@PathVariable String sha256) {
    StoredFile file = found(sha256);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("file." + file.extension()).build().toString())
        .body(new FileSystemResource(files.path(file)));
  }

  private StoredFile found(String sha256) {
    return files.find(sha256).orElseThrow(() -> new Problem(ContentProblem.CONTENT_FILE_NOT_FOUND));
  }
}
