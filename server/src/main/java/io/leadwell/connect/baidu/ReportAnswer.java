package io.leadwell.connect.baidu;

import io.leadwell.acquire.campaigns.ReportLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Baidu said to one request. */
sealed interface ReportAnswer {

  /**
   * A page of a report.
   *
   * @param rows how many rows Baidu sent; lines that say nothing are left out of {@code lines}
   * @param total rows of all pages
   */
  record Rows(List<ReportLine> lines, int rows, int total) implements ReportAnswer {}

  /**
   * No page.
   *
   * @param code Baidu's number, where it gave one; {@code message} its words
   */
  record Refused(Trouble trouble, @Nullable String code, @Nullable String message)
      implements ReportAnswer {}
}
