package io.leadwell.acquire.campaigns;

import io.leadwell.pool.imports.ImportPass.RowCounts;
import java.util.List;
import java.util.UUID;

/** A line of a file as it is to be stored: {@code number} tells equal lines of one file apart. */
record SpendLine(String key, int number, SpendDraft draft) {

  Id id() {
    return new Id(key, number);
  }

  /** What makes a line the same line in the next upload. */
  record Id(String key, int number) {}

  /** A stored line that the file has with other content. */
  record Changed(UUID spendId, SpendDraft draft) {}

  /** What a chunk of lines does to what is stored. */
  record Comparison(List<SpendLine> fresh, List<Changed> changed, List<UUID> same) {

    RowCounts counts() {
      return new RowCounts(fresh.size(), changed.size(), same.size());
    }
  }
}
