package io.leadwell.pool.imports.web;

import io.leadwell.base.platform.TableFile;
import io.leadwell.base.platform.TableFile.Format;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.imports.Import;
import io.leadwell.pool.imports.ImportField;
import io.leadwell.pool.imports.ImportHeader;
import io.leadwell.pool.imports.ImportKind;
import io.leadwell.pool.imports.ImportRule;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.imports.RowProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What imports take and give back as files: kinds and templates, refused rows. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportSheetsController {

  private final Imports imports;
  private final ImportWords words;

  ImportSheetsController(Imports imports, ImportWords words) {
    this.imports = imports;
    this.words = words;
  }

  @GetMapping("/kinds")
  @Allow(Permission.IMPORTS_RUN)
  List<KindView> kinds(HttpServletRequest request) {
    Locale language = Languages.of(request);
    return imports.kinds().stream()
        .map(kind ->
            new KindView(
                kind.name(),
                kind.fields().stream().map(field -> view(kind, field, language)).toList(),
                kind.rules().stream().map(rule -> view(kind, rule, language)).toList()))
        .toList();
  }

  /** An empty table whose headers the mapping knows by themselves. */
  @GetMapping("/template")
  @Allow(Permission.IMPORTS_RUN)
  void template(
      @RequestParam String kind,
      @RequestParam(required = false) @Nullable String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Locale language = Languages.of(request);
    ImportKind chosen = imports.kind(kind);
    List<String> headers =
        chosen.fields().stream().map(field -> label(chosen, field, language)).toList();
    Format wanted = Format.of(format);
    name(response, wanted, kind + "-template");
    // The header is all there is.
    TableFile.begin(
            response.getOutputStream(), wanted, words.text(language, "imports.sheet"), headers)
        .close();
  }

  /** The refused rows as they came, each with the reason, to be mended and sent again. */
  @GetMapping("/{id}/problems/file")
  @Allow(Permission.IMPORTS_RUN)
  void problems(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Locale language = Languages.of(request);
    Format wanted = Format.of(format);
    Import batch = imports.find(id);
    List<String> headers = new ArrayList<>();
    headers.add(words.text(language, "imports.reason"));
    batch.headers().stream().map(ImportHeader::name).forEach(headers::add);
    name(response, wanted, "problems");
    try (TableFile file =
        TableFile.begin(
            response.getOutputStream(), wanted, words.text(language, "imports.sheet"), headers)) {
      imports.eachProblem(
          id,
          (problems, cells) -> {
            List<Object> row = new ArrayList<>();
            row.add(
                problems.stream()
                    .map(problem -> reason(problem, language))
                    .collect(Collectors.joining("\n")));
            row.addAll(cells);
            file.row(row.toArray());
          });
    }
  }

  private String reason(RowProblem problem, Locale language) {
    String sentence = words.sentence(problem.sentence(), language);
    return problem.column() == null
        ? words.text(language, "imports.rowReason", problem.row(), sentence)
        : words.text(language, "imports.cellReason", problem.row(), problem.column(), sentence);
  }

  private FieldView view(ImportKind kind, ImportField field, Locale language) {
    return new FieldView(
        field.name(),
        label(kind, field, language),
        words.text(language, "group." + field.group()),
        field.type().name().toLowerCase(Locale.ROOT),
        field.required(),
        words.ifWritten("hint." + kind.name() + "." + field.name(), language),
        field.repeatable(),
        field.choices().isEmpty()
            ? null
            : field.choices().stream()
                .map(choice -> new ChoiceView(choice.value(), label(choice, language)))
                .toList());
  }

  private RuleView view(ImportKind kind, ImportRule rule, Locale language) {
    String of = kind.name() + "." + rule.name();
    return new RuleView(
        rule.name(),
        words.text(language, "rule." + of),
        words.text(language, "group." + rule.group()),
        rule.type().name().toLowerCase(Locale.ROOT),
        rule.usual(),
        words.ifWritten("ruleHint." + of, language),
        rule.choices().stream()
            .map(choice ->
                new ChoiceView(choice, words.text(language, "choice." + of + "." + choice)))
            .toList());
  }

  private String label(ImportKind kind, ImportField field, Locale language) {
    return field.label() == null
        ? words.text(language, "field." + kind.name() + "." + field.name())
        : field.label().apply(language);
  }

  private static String label(ImportField.Choice choice, Locale language) {
    return choice.words().isEmpty() || language.equals(Locale.ENGLISH)
        ? choice.value()
        : choice.words().getFirst();
  }

  private static void name(HttpServletResponse response, Format format, String name) {
    response.setContentType(format.mediaType());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + name + "." + format.extension() + "\"");
  }

  record KindView(String kind, List<FieldView> fields, List<RuleView> rules) {}

  record RuleView(
      String rule,
      String label,
      String group,
      String type,
      @Nullable String usual,
      @Nullable String hint,
      List<ChoiceView> choices) {}

  record FieldView(
      String field,
      String label,
      String group,
      String type,
      boolean required,
      @Nullable String hint,
      boolean repeatable,
      @Nullable List<ChoiceView> choices) {}

  record ChoiceView(String value, String label) {}
}
