package io.leadwell.connect.wecom.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.connect.wecom.Pictures;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

/** Routes of the pictures of welcome messages. */
@RestController
@RequestMapping("/api/v1/wecom/pictures")
class PicturesController {

  private final Pictures pictures;

  PicturesController(Pictures pictures) {
    this.pictures = pictures;
  }

  @PostMapping
  @Allow(Permission.CAMPAIGNS_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, UUID> add(@RequestParam("file") MultipartFile file, Caller caller)
      throws IOException {
    try (InputStream in = file.getInputStream()) {
      byte[] content = in.readNBytes(Pictures.LARGEST + 1);
      String name = Objects.requireNonNullElse(file.getOriginalFilename(), "picture");
      return Map.of("id", pictures.add(name, content, caller));
    }
  }

  @GetMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_READ)
  ResponseEntity<byte[]> get(@PathVariable UUID id) {
    Pictures.Picture picture = pictures.get(id);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(picture.type()))
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable")
        .body(picture.content());
  }
}
