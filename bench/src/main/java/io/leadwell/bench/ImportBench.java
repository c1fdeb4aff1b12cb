package io.leadwell.bench;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.Import;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.imports.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Two lead files through the door of imports: into an empty pool, then against a full one. */
final class ImportBench {

  private static final double LIMIT = 4;
  // Long enough for a JVM to have compiled what every row goes through.
  private static final int WARM_UP = 20_000;
  // Keys and people that no other file has.
  private static final int ELSEWHERE = 1_500_000_000;
  private static final Caller WHO = Caller.system();

  /** A commit: how long it took and how much heap was in use at most. */
  record Run(UUID id, double seconds, long peakMegabytes) {

    String text(int rows) {
      return String.format(
          Locale.ROOT,
          "%.1f s, %,.0f rows/s, heap ≤ %d MB",
          seconds,
          rows / seconds,
          peakMegabytes);
    }
  }

  private final Imports imports;
  private final Copies copies;
  private final Path folder;
  private final Options options;
  private final Report report;

  ImportBench(Imports imports, Copies copies, Path folder, Options options, Report report) {
    this.imports = imports;
    this.copies = copies;
    this.folder = folder;
    this.options = options;
    this.report = report;
  }

  void run() throws IOException, SQLException, InterruptedException {
    int rows = options.rows();
    Run cold = fill(0, Math.min(rows, WARM_UP));
    copies.empty();
    Run empty = fill(1, rows);
    List<Copies.Exported> first = copies.export("first", Copies.LEADS, "");
    UUID boundary = Ids.next();
    Run full = fill(2, rows);
    List<Copies.Exported> before =
        copies.export("before", Copies.LEADS, " where id <= '" + boundary + "'");
    List<Copies.Exported> added =
        copies.export("added", Copies.LEADS, " where id > '" + boundary + "'");
    double undone = undo(full);
    copies.empty();
    double bareEmpty = copies.load(first);
    copies.empty();
    copies.load(before);
    double bareFull = copies.load(added);
    copies.settle();
    int warmUp = Math.min(rows, WARM_UP);
    report.add(
        Measure.told(
            "first import after a start, " + number(warmUp) + " rows into an empty pool",
            cold.text(warmUp)));
    add("import, " + number(rows) + " rows into an empty pool", empty, bareEmpty);
    add(
        "import, " + number(rows) + " rows, half about known people, against " + number(rows),
        full,
        bareFull);
    report.add(
        Measure.told(
            "undo of the latter",
            String.format(Locale.ROOT, "%.1f s, %,.0f rows/s", undone, rows / undone)));
  }

  double undo(Run run) throws InterruptedException {
    long from = System.nanoTime();
    imports.undo(run.id(), WHO);
    Import undone = imports.await(run.id());
    double seconds = (System.nanoTime() - from) / 1e9;
    if (undone.undo() == null || !undone.undo().kept().isEmpty()) {
      throw new IllegalStateException("The undo did not take back all: " + undone);
    }
    return seconds;
  }

  /** Fills the pool with both files and measures nothing. */
  void fillOnly() throws IOException, SQLException, InterruptedException {
    fill(1, options.rows());
    fill(2, options.rows());
    copies.settle();
  }

  private void add(String work, Run run, double bare) {
    add(work, run, options.rows(), bare);
  }

  void add(String work, Run run, int rows, double bare) {
    report.add(
        Measure.ratio(
            work,
            run.text(rows),
            run.seconds(),
            "COPY of the same rows",
            String.format(Locale.ROOT, "%.1f s", bare),
            bare,
            LIMIT));
  }

  private Run fill(int file, int rows) throws IOException, InterruptedException, SQLException {
    Path csv = folder.resolve("leads-" + file + ".csv");
    LeadFile leads = new LeadFile(options.seed());
    switch (file) {
      case 0 -> leads.write(csv, rows, ELSEWHERE, ELSEWHERE, 10);
      case 1 -> leads.write(csv, rows, 1, 0, 10);
      default -> leads.write(csv, rows, rows + 1, rows, 50);
    }
    return bring(csv, "leads", rows);
  }

  /** A file whose rows are all good and new, through the door. */
  Run bring(Path csv, String kind, int rows)
      throws IOException, InterruptedException, SQLException {
    Import batch;
    try (InputStream in = Files.newInputStream(csv)) {
      batch = imports.receive(WHO, kind, csv.getFileName().toString(), in);
    }
    Map<String, List<String>> columns = new LinkedHashMap<>();
    batch.headers().forEach(header -> columns.put(header.name(), header.guess()));
    long from = System.nanoTime();
    imports.map(batch.id(), new Mapping(columns, Map.of(), Mapping.Options.usual(), null), WHO);
    Import checked = imports.await(batch.id());
    report.say(
        String.format(
            Locale.ROOT,
            "%s checked in %.1f s",
            csv.getFileName(),
            (System.nanoTime() - from) / 1e9));
    if (Objects.requireNonNull(checked.check()).good() != rows) {
      throw new IllegalStateException("Not every row was good: " + checked);
    }
    copies.checkpoint();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    from = System.nanoTime();
    imports.commit(batch.id(), WHO);
    Import done = imports.await(batch.id());
    double seconds = (System.nanoTime() - from) / 1e9;
    if (done.result() == null || done.result().fresh() != rows) {
      throw new IllegalStateException("The import did not bring in what was good: " + done);
    }
    long peak = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    Run run = new Run(batch.id(), seconds, peak >> 20);
    report.say(csv.getFileName() + " brought in: " + run.text(rows));
    return run;
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static String number(int rows) {
    return String.format(Locale.ROOT, "%,d", rows);
  }
}
