package io.leadwell.shell;

import io.leadwell.kernel.scoring.LeadTable;
import io.leadwell.kernel.scoring.ScoredLeads.Reason;
import io.leadwell.kernel.scoring.ScoredLeads.ScoredLead;
import io.leadwell.kernel.scoring.TrainedScore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what the score says of each row, in the order of the file. */
final class ScoreRows {

  private static final int REASONS = 5;

  private ScoreRows() {}

  /**
   * @param id the column that names a row; null: its number, from 1
   */
  static void write(Path file, TrainedScore score, LeadTable table, @Nullable String id)
      throws IOException {
    int place = id == null ? -1 : table.names().indexOf(id);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write((id == null ? "row" : CompanyAnswers.cell(id)) + ",probability,points,reasons\n");
      for (int row = 0; row < table.rows(); row++) {
        ScoredLead lead = score.leads().of(row, REASONS);
        String name = place < 0 ? String.valueOf(row + 1) : table.cell(row, place);
        String reasons =
            lead.reasons().stream().map(ScoreRows::reason).collect(Collectors.joining("; "));
        out.write(CompanyAnswers.cell(name));
        out.write(String.format(Locale.ROOT, ",%.4f,%d,", lead.probability(), lead.points()));
        out.write(CompanyAnswers.cell(reasons) + "\n");
      }
    }
  }

  private static String reason(Reason reason) {
    return reason.column() + String.format(Locale.ROOT, " %+d", Math.round(reason.points()));
  }
}
