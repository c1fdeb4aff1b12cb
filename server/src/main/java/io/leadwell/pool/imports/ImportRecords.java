package io.leadwell.pool.imports;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.imports.Import.CheckReport;
import io.leadwell.pool.imports.Import.Counts;
import io.leadwell.pool.imports.Import.Progress;
import io.leadwell.pool.imports.Import.Remembered;
import io.leadwell.pool.imports.Import.Sentence;
import io.leadwell.tables.imports.tables.records.ImportBatchRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A batch as it is stored and as it is told. */
@Component
class ImportRecords {

  private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
  private static final TypeReference<List<ImportHeader>> HEADERS = new TypeReference<>() {};

  private final JsonMapper json;
  private final Clock clock;

  ImportRecords(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /** A file as it came. */
  record NewImport(
      UUID id, String kind, String fileName, ImportFiles.Written file, TableSeen seen) {}

  void fill(ImportBatchRow row, NewImport made) {
    row.setId(made.id());
    row.setKind(made.kind());
    row.setFileName(made.fileName());
    row.setSizeBytes(made.file().size());
    row.setSha256(made.file().sha256());
    fill(row, made.seen());
  }

  void fill(ImportBatchRow row, TableSeen seen) {
    FileShape shape = seen.shape();
    row.setFormat(shape.format());
    row.setEncoding(shape.encoding());
    row.setDelimiter(shape.delimiter());
    row.setSheet(shape.sheet());
    row.setSheets(jsonb(shape.sheets()));
    row.setHeaderRow(shape.headerRow());
    row.setHeaders(jsonb(seen.headers()));
    row.setMapping(jsonb(seen.mapping()));
    row.setRowsTotal(seen.rows());
    row.setRecognised(seen.recognised());
    Remembered remembered = seen.remembered();
    row.setRememberedName(remembered == null ? null : remembered.name());
    row.setRememberedAt(remembered == null ? null : remembered.usedAt());
  }

  Import read(ImportBatchRow row) {
    ImportStatus status = ImportStatus.of(row.getStatus());
    Counts counts = counts(row);
    CheckReport check = read(row.getCheckResult(), CheckReport.class);
    // Rows that were there already brought nothing in; those that wait may come in at any time.
    boolean cameIn =
        cameIn(status)
            && (counts.fresh() + counts.changed() + counts.waiting() > 0
                || row.getUndoResult() != null);
    return new Import(
        row.getId(),
        row.getKind(),
        row.getFileName(),
        row.getSizeBytes(),
        status,
        row.getCreatedAt(),
        row.getCreatedByName(),
        new FileShape(
            row.getFormat(),
            row.getEncoding(),
            row.getDelimiter(),
            row.getSheet(),
            json.readValue(row.getSheets().data(), STRINGS),
            row.getHeaderRow()),
        json.readValue(row.getHeaders().data(), HEADERS),
        json.readValue(row.getMapping().data(), Mapping.class),
        row.getRememberedName() == null || row.getRememberedAt() == null
            ? null
            : new Remembered(row.getRememberedName(), row.getRememberedAt()),
        row.getRecognised(),
        progress(row, status),
        status == ImportStatus.CHECKING ? null : check,
        check != null
                && (cameIn || status == ImportStatus.DONE || status == ImportStatus.COMMITTING)
            ? counts
            : null,
        read(row.getError(), Sentence.class),
        read(row.getUndoResult(), UndoReport.class),
        cameIn && !status.working() && status != ImportStatus.UNDONE);
  }

  Caller actor(ImportBatchRow row) {
    Caller.Kind kind = Caller.Kind.valueOf(row.getActingKind().toUpperCase(Locale.ROOT));
    UUID id = row.getActingId();
    return new Caller(
        kind,
        kind == Caller.Kind.MEMBER ? id : null,
        kind == Caller.Kind.KEY ? id : null,
        row.getActingName(),
        Set.of(Permission.IMPORTS_RUN),
        Visible.everything(),
        null);
  }

  static Counts counts(ImportBatchRow row) {
    return new Counts(
        row.getNewRows(),
        row.getChangedRows(),
        row.getSameRows(),
        row.getBadRows(),
        Import.Beside.of(row.getWaitingRows(), row.getLeftOutRows(), row.getRemarkedRows()));
  }

  private static boolean cameIn(ImportStatus status) {
    return switch (status) {
      case DONE, STOPPED, FAILED, COMMITTING, UNDOING, UNDONE, PARTLY_UNDONE -> true;
      case MAPPING, CHECKING, CHECKED, CANCELLED -> false;
    };
  }

  private Progress progress(ImportBatchRow row, ImportStatus status) {
    long done = row.getRowsDone();
    Long total = row.getRowsTotal() == null ? null : Math.max(done, row.getRowsTotal());
    Instant began = row.getWorkStartedAt();
    if (!status.working() || began == null || done == 0) {
      return new Progress(done, total, null, null);
    }
    double seconds = Math.max(0.001, Duration.between(began, clock.instant()).toMillis() / 1000.0);
    double rate = Math.max(1, done - row.getRowsAtStart()) / seconds;
    Long rest = total == null ? null : (long) Math.ceil((total - done) / rate);
    return new Progress(done, total, Math.round(rate * 10) / 10.0, rest);
  }

  private JSONB jsonb(Object value) {
    return JSONB.jsonb(json.writeValueAsString(value));
  }

  private <T> @Nullable T read(@Nullable JSONB stored, Class<T> type) {
    return stored == null ? null : json.readValue(stored.data(), type);
  }
}
