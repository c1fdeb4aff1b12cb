package io.leadwell.pool.imports.web;

import io.leadwell.base.platform.Texts;
import io.leadwell.pool.imports.Import;
import io.leadwell.pool.imports.Import.CheckReport;
import io.leadwell.pool.imports.Import.Counts;
import io.leadwell.pool.imports.Import.Sentence;
import io.leadwell.pool.imports.UndoReport;
import io.leadwell.pool.imports.web.ImportView.CheckView;
import io.leadwell.pool.imports.web.ImportView.ErrorView;
import io.leadwell.pool.imports.web.ImportView.MappingView;
import io.leadwell.pool.imports.web.ImportView.NoticeView;
import io.leadwell.pool.imports.web.ImportView.ProgressView;
import io.leadwell.pool.imports.web.ImportView.RememberedView;
import io.leadwell.pool.imports.web.ImportView.ResultView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Imports in the reader's language. */
@Component
class ImportWords {

  private static final List<String> NOUNS =
      List.of("leads", "people", "companies", "touches", "opportunities", "contracts", "spend");

  private final Texts texts;

  ImportWords(Texts texts) {
    this.texts = texts;
  }

  ImportView view(Import batch, Locale language) {
    boolean workbook = batch.shape().format().equals("xlsx");
    long done = batch.progress().done();
    Long total = batch.progress().total();
    return new ImportView(
        batch.id(),
        batch.kind(),
        batch.fileName(),
        batch.size(),
        camel(batch.status().name()),
        batch.createdAt(),
        batch.createdBy(),
        batch.shape().encoding(),
        batch.shape().format(),
        batch.shape().sheet(),
        workbook ? batch.shape().sheets() : null,
        batch.shape().headerRow(),
        batch.headers(),
        new MappingView(
            batch.mapping().columns(),
            batch.mapping().defaults(),
            batch.mapping().options(),
            batch.mapping().rules()),
        batch.remembered() == null
            ? null
            : new RememberedView(batch.remembered().name(), batch.remembered().usedAt()),
        batch.recognised() == null
            ? null
            : ifWritten("preset." + batch.kind() + "." + batch.recognised(), language),
        new ProgressView(
            done,
            total == null ? done : total,
            "rows",
            batch.progress().ratePerSecond(),
            batch.progress().etaSeconds()),
        check(batch.check(), language),
        result(batch.result()),
        error(batch.error(), language),
        batch.undo() == null ? null : undo(batch.undo(), language),
        batch.canUndo());
  }

  /** Counts by noun, with what stays and why. */
  Map<String, Object> undo(UndoReport report, Locale language) {
    Map<String, Object> view = new LinkedHashMap<>();
    NOUNS.forEach(noun -> view.put(noun, report.removed().getOrDefault(noun, 0L)));
    report.removed().forEach(view::putIfAbsent);
    view.put("kept", report.kept().stream().map(kept -> view(kept, language)).toList());
    view.put("shared", report.shared().stream().map(kept -> view(kept, language)).toList());
    return view;
  }

  private KeptView view(UndoReport.Kept kept, Locale language) {
    return new KeptView(
        kept.reason(), kept.count(), texts.of(language, "kept." + kept.reason(), kept.count()));
  }

  /** What stays, and why in a sentence. */
  record KeptView(String reason, long count, String message) {}

  String sentence(Sentence sentence, Locale language) {
    return texts.of(language, sentence.code(), sentence.arguments().toArray());
  }

  /** The text, or null where its owner wrote none. */
  @Nullable String ifWritten(String key, Locale language) {
    try {
      return texts.of(language, key);
    } catch (NoSuchMessageException e) {
      return null;
    }
  }

  String text(Locale language, String key, Object... arguments) {
    return texts.of(language, key, arguments);
  }

  private @Nullable CheckView check(@Nullable CheckReport check, Locale language) {
    return check == null
        ? null
        : new CheckView(
            check.rows(),
            check.good(),
            check.counts().bad(),
            check.counts().fresh(),
            check.counts().changed(),
            check.counts().same(),
            check.counts().waiting(),
            check.counts().leftOut(),
            check.counts().remarked(),
            check.notices().stream()
                .map(n -> NoticeView.of(n, texts.of(language, "notice." + n.code(), n.count())))
                .toList(),
            check.cases());
  }

  private static @Nullable ResultView result(@Nullable Counts counts) {
    return counts == null
        ? null
        : new ResultView(
            counts.fresh(),
            counts.changed(),
            counts.same(),
            counts.bad(),
            counts.waiting(),
            counts.leftOut(),
            counts.remarked());
  }

  private @Nullable ErrorView error(@Nullable Sentence error, Locale language) {
    if (error == null) {
      return null;
    }
    String code = error.code().substring(error.code().lastIndexOf('.') + 1);
    return new ErrorView(camel(code), sentence(error, language));
  }

  /** {@code PARTLY_UNDONE} as {@code partlyUndone}: the spelling of every JSON name. */
  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }
}
