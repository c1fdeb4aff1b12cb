package io.leadwell.pool.imports;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in, and how far it has come.
 *
 * @param recognised the {@link ImportPreset} that knew its header
 */
public record Import(
    UUID id,
    String kind,
    String fileName,
    long size,
    ImportStatus status,
    Instant createdAt,
    String createdBy,
    FileShape shape,
    List<ImportHeader> headers,
    Mapping mapping,
    @Nullable Remembered remembered,
    @Nullable String recognised,
    Progress progress,
    @Nullable CheckReport check,
    @Nullable Counts result,
    @Nullable Sentence error,
    @Nullable UndoReport undo,
    boolean canUndo) {

  /**
   * Rows by what they do; {@code fresh} ones were never seen before.
   *
   * @param beside null in reports of former releases
   */
  public record Counts(long fresh, long changed, long same, long bad, @Nullable Beside beside) {

    public Counts(long fresh, long changed, long same, long bad) {
      this(fresh, changed, same, bad, null);
    }

    long good() {
      return fresh + changed + same + waiting();
    }

    public long waiting() {
      return beside == null ? 0 : beside.waiting();
    }

    public long leftOut() {
      return beside == null ? 0 : beside.leftOut();
    }

    public long remarked() {
      return beside == null ? 0 : beside.remarked();
    }
  }

  /** Rows that wait for a decision, were left out by a rule, or came in with a remark. */
  public record Beside(long waiting, long leftOut, long remarked) {

    /** Null where there are none. */
    static @Nullable Beside of(long waiting, long leftOut, long remarked) {
      return waiting + leftOut + remarked == 0 ? null : new Beside(waiting, leftOut, remarked);
    }
  }

  /** An earlier file with the same headers lent its mapping. */
  public record Remembered(String name, Instant usedAt) {}

  /** Rows read of rows there are; rate and rest are known while the work goes on. */
  public record Progress(
      long done, @Nullable Long total, @Nullable Double ratePerSecond, @Nullable Long etaSeconds) {}

  /** What a check found. */
  public record CheckReport(
      long rows, long good, Counts counts, List<ImportPass.Notice> notices, List<CaseFound> cases) {

    public CheckReport {
      // Reports of former releases know of no cases.
      cases = Objects.requireNonNullElse(cases, List.of());
    }
  }

  /** A text key with its arguments, put into words for each reader. */
  public record Sentence(String code, List<Object> arguments) {}
}
