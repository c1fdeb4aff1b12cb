package io.leadwell.bench;

import io.leadwell.base.platform.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** A file of won and open deals, one to each tenth lead of a full pool. */
final class DealBench {

  private static final int LEADS_A_DEAL = 10;
  private static final LocalDate BEGIN = LocalDate.of(2026, 2, 1);

  private final ImportBench imports;
  private final Copies copies;
  private final Path folder;
  private final Options options;
  private final Report report;

  DealBench(ImportBench imports, Copies copies, Path folder, Options options, Report report) {
    this.imports = imports;
    this.copies = copies;
    this.folder = folder;
    this.options = options;
    this.report = report;
  }

  /** Leaves the deals in the pool. */
  void run() throws IOException, SQLException, InterruptedException {
    int leads = 2 * options.rows();
    int rows = leads / LEADS_A_DEAL;
    Path csv = file(rows);
    UUID boundary = Ids.next();
    ImportBench.Run run = imports.bring(csv, "deals", rows);
    List<Copies.Exported> added =
        copies.export("deals", Copies.DEALS, " where id > '" + boundary + "'");
    double undone = imports.undo(run);
    double bare = copies.loadInVain(added);
    imports.bring(csv, "deals", rows);
    copies.settle();
    String deals = String.format(Locale.ROOT, "%,d", rows);
    imports.add(
        String.format(Locale.ROOT, "import, %s deals of %,d leads", deals, leads), run, rows, bare);
    report.add(
        Measure.told(
            "undo of the deals",
            String.format(Locale.ROOT, "%.1f s, %,.0f rows/s", undone, rows / undone)));
  }

  private Path file(int rows) throws IOException {
    Random random = new Random(options.seed());
    List<String> lines = new ArrayList<>(rows + 1);
    lines.add("商机编号,线索编号,商机名称,合同金额,商机时间,签约时间");
    for (int i = 0; i < rows; i++) {
      LocalDate opened = BEGIN.plusDays(random.nextInt(60));
      String won = random.nextInt(3) == 0 ? "" : opened.plusDays(30).toString();
      lines.add(
          String.join(
              ",",
              "D" + i,
              "K" + (1 + i * LEADS_A_DEAL),
              "项目" + i,
              String.valueOf(10_000 + random.nextInt(900_000)),
              opened.toString(),
              won));
    }
    return Files.write(folder.resolve("deals.csv"), lines, StandardCharsets.UTF_8);
  }
}
