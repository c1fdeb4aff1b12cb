package io.leadwell.pool.notes.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.notes.KeptFile;
import io.leadwell.pool.notes.KeptFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Routes of files beside leads and companies. They are saved, never opened in the page. */
@RestController
@RequestMapping("/api/v1")
class KeptFilesController {

  private final KeptFiles files;

  KeptFilesController(KeptFiles files) {
    this.files = files;
  }

  @GetMapping("/leads/{id}/files")
  @Allow(Permission.LEADS_READ)
  List<KeptFile> ofLead(@PathVariable UUID id, Caller caller) {
    return files.ofLead(id, caller);
  }

  @PostMapping("/leads/{id}/files")
  @Allow(Permission.LEADS_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  KeptFile keepAtLead(@PathVariable UUID id, @RequestParam MultipartFile file, Caller caller)
      throws IOException {
    try (InputStream content = file.getInputStream()) {
      return files.keepAtLead(id, name(file), content, caller);
    }
  }

  @GetMapping("/companies/{id}/files")
  @Allow(Permission.LEADS_READ)
  List<KeptFile> ofCompany(@PathVariable UUID id, Caller caller) {
    return files.ofCompany(id, caller);
  }

  @PostMapping("/companies/{id}/files")
  @Allow(Permission.LEADS_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  KeptFile keepAtCompany(@PathVariable UUID id, @RequestParam MultipartFile file, Caller caller)
      throws IOException {
    try (InputStream content = file.getInputStream()) {
      return files.keepAtCompany(id, name(file), content, caller);
    }
  }

  @GetMapping("/kept-files/{id}")
  @Allow(Permission.LEADS_READ)
  ResponseEntity<Resource> content(@PathVariable UUID id, Caller caller) {
    KeptFiles.Content content = files.content(id, caller);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(content.mediaType()))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(content.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(new FileSystemResource(content.path()));
  }

  @DeleteMapping("/kept-files/{id}")
  @Allow(Permission.LEADS_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id, Caller caller) {
    files.delete(id, caller);
  }

  @PostMapping("/kept-files/{id}/restore")
  @Allow(Permission.LEADS_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void restore(@PathVariable UUID id, Caller caller) {
    files.restore(id, caller);
  }

  private static String name(MultipartFile file) {
    return Objects.requireNonNullElse(file.getOriginalFilename(), "");
  }
}
