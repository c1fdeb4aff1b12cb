package io.leadwell.pool.imports;

import java.time.Instant;
import java.util.List;
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

  /** Rows by what they do; {@code fresh} ones were never seen before. */
  public record Counts(long fresh, long changed, long same, long bad) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(ImportPass.RowCounts chunk, long refused) {
      return new Counts(
          fresh + chunk.fresh(), changed + chunk.changed(), same + chunk.same(), bad + refused);
    }

    long good() {
      return fresh + changed + same;
    }
  }

  /** An earlier file with the same headers lent its mapping. */
  public record Remembered(String name, Instant usedAt) {}

  /** Rows read of rows there are; rate and rest are known while the work goes on. */
  public record Progress(
      long done, @Nullable Long total, @Nullable Double ratePerSecond, @Nullable Long etaSeconds) {}

  /** What a check found. */
  public record CheckReport(long rows, long good, Counts counts, List<ImportPass.Notice> notices) {}

  /** A text key with its arguments, put into words for each reader. */
  public record Sentence(String code, List<Object> arguments) {}
}
