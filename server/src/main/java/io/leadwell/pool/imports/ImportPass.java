package io.leadwell.pool.imports;

import java.util.List;

/** One walk over the rows of an import, chunk by chunk, to check them or to bring them in. */
public interface ImportPass {

  /**
   * Says what each row would do, without writing. Rows that can't come in are {@link
   * ImportRow#refuse refused}; rows already refused are passed over.
   */
  RowCounts check(List<ImportRow> rows);

  /**
   * Brings the rows in, within the transaction of the caller: the progress of the import is
   * committed together with their effects. Refuses rows as {@link #check} does.
   */
  RowCounts commit(List<ImportRow> rows);

  /** What the reader should know beside the counts, such as channels that will be made. */
  List<Notice> notices();

  /** What each rule of the import met, where the import has rules. */
  default List<CaseFound> cases() {
    return List.of();
  }

  /**
   * Of the rows not refused: never seen, seen with other content, seen as they are; by a rule of
   * the import, waiting for a decision, and left out.
   */
  record RowCounts(int fresh, int changed, int same, int waiting, int leftOut) {

    public RowCounts(int fresh, int changed, int same) {
      this(fresh, changed, same, 0, 0);
    }
  }

  /**
   * @param code the text {@code notice.<code>} of the owning module; argument 0 is {@code count}
   * @param examples a few values, for the reader to recognise them
   */
  record Notice(String code, long count, List<String> examples) {}
}
