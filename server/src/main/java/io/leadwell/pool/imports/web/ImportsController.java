package io.leadwell.pool.imports.web;

import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.imports.Mapping;
import io.leadwell.pool.imports.RowProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Routes of imports. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportsController {

  private static final int LARGEST_PAGE = 200;

  private final Imports imports;
  private final ImportWords words;

  ImportsController(Imports imports, ImportWords words) {
    this.imports = imports;
    this.words = words;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.IMPORTS_RUN)
  ImportView receive(
      @RequestParam MultipartFile file,
      @RequestParam String kind,
      HttpServletRequest request,
      Caller caller)
      throws IOException {
    try (InputStream content = file.getInputStream()) {
      String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      return words.view(imports.receive(caller, kind, name, content), Languages.of(request));
    }
  }

  @GetMapping
  @Allow(Permission.IMPORTS_RUN)
  Page<ImportView> list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      HttpServletRequest request) {
    Locale language = Languages.of(request);
    return imports
        .page(cursor, Math.clamp(limit, 1, LARGEST_PAGE))
        .map(batch -> words.view(batch, language));
  }

  @GetMapping("/{id}")
  @Allow(Permission.IMPORTS_RUN)
  ImportView one(@PathVariable UUID id, HttpServletRequest request) {
    return words.view(imports.find(id), Languages.of(request));
  }

  @PutMapping("/{id}/mapping")
  @Allow(Permission.IMPORTS_RUN)
  ImportView map(
      @PathVariable UUID id,
      @RequestBody Mapping mapping,
      HttpServletRequest request,
      Caller caller) {
    return words.view(imports.map(id, mapping, caller), Languages.of(request));
  }

  /** The first rows of the file, to choose the header among them. */
  @GetMapping("/{id}/top")
  @Allow(Permission.IMPORTS_RUN)
  List<Imports.TopRow> top(@PathVariable UUID id) {
    return imports.top(id);
  }

  @PostMapping("/{id}/commit")
  @Allow(Permission.IMPORTS_RUN)
  ImportView commit(@PathVariable UUID id, HttpServletRequest request, Caller caller) {
    return words.view(imports.commit(id, caller), Languages.of(request));
  }

  @PostMapping("/{id}/cancel")
  @Allow(Permission.IMPORTS_RUN)
  ImportView cancel(@PathVariable UUID id, HttpServletRequest request, Caller caller) {
    return words.view(imports.cancel(id, caller), Languages.of(request));
  }

  @PostMapping("/{id}/resume")
  @Allow(Permission.IMPORTS_RUN)
  ImportView resume(@PathVariable UUID id, HttpServletRequest request, Caller caller) {
    return words.view(imports.resume(id, caller), Languages.of(request));
  }

  @GetMapping("/{id}/undo")
  @Allow(Permission.IMPORTS_RUN)
  Map<String, Object> previewUndo(@PathVariable UUID id, HttpServletRequest request) {
    return words.undo(imports.previewUndo(id), Languages.of(request));
  }

  @PostMapping("/{id}/undo")
  @Allow(Permission.IMPORTS_RUN)
  ImportView undo(@PathVariable UUID id, HttpServletRequest request, Caller caller) {
    return words.view(imports.undo(id, caller), Languages.of(request));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Permission.IMPORTS_RUN)
  void delete(@PathVariable UUID id, Caller caller) {
    imports.delete(id, caller);
  }

  @GetMapping("/{id}/problems")
  @Allow(Permission.IMPORTS_RUN)
  Page<ProblemView> problems(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      HttpServletRequest request) {
    Locale language = Languages.of(request);
    return imports
        .problems(id, cursor, Math.clamp(limit, 1, LARGEST_PAGE))
        .map(problem -> view(problem, language));
  }

  private ProblemView view(RowProblem problem, Locale language) {
    return new ProblemView(
        problem.row(),
        problem.column(),
        problem.field(),
        problem.value(),
        words.sentence(problem.sentence(), language),
        problem.cells(),
        problem.remark());
  }

  record ProblemView(
      long row,
      @Nullable String column,
      @Nullable String field,
      @Nullable String value,
      String message,
      List<String> cells,
      boolean remark) {}
}
