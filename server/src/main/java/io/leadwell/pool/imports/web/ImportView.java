package io.leadwell.pool.imports.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.leadwell.pool.imports.CaseFound;
import io.leadwell.pool.imports.ImportHeader;
import io.leadwell.pool.imports.ImportPass.Notice;
import io.leadwell.pool.imports.Mapping;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as the API tells it. */
record ImportView(
    UUID id,
    String kind,
    String fileName,
    long size,
    String status,
    Instant createdAt,
    String createdBy,
    @Nullable String encoding,
    String format,
    @Nullable String sheet,
    @Nullable List<String> sheets,
    @Nullable Long headerRow,
    List<ImportHeader> headers,
    MappingView mapping,
    @Nullable RememberedView remembered,
    @Nullable String recognised,
    ProgressView progress,
    @Nullable CheckView check,
    @Nullable ResultView result,
    @Nullable ErrorView error,
    @Nullable Map<String, Object> undo,
    boolean canUndo) {

  record MappingView(
      Map<String, List<String>> columns,
      Map<String, String> defaults,
      Mapping.Options options,
      Map<String, String> rules) {}

  record RememberedView(String name, Instant usedAt) {}

  record ProgressView(
      long done,
      long total,
      String unit,
      @Nullable Double ratePerSecond,
      @Nullable Long etaSeconds) {}

  record CheckView(
      long rows,
      long good,
      long bad,
      @JsonProperty("new") long fresh,
      long changed,
      long same,
      long waiting,
      long leftOut,
      long remarked,
      List<NoticeView> notices,
      List<CaseFound> cases) {}

  record NoticeView(String code, String message, long count, List<String> examples) {
    static NoticeView of(Notice notice, String message) {
      return new NoticeView(notice.code(), message, notice.count(), notice.examples());
    }
  }

  record ResultView(
      @JsonProperty("new") long fresh,
      long changed,
      long same,
      long bad,
      long waiting,
      long leftOut,
      long remarked) {}

  record ErrorView(String code, String detail) {}
}
