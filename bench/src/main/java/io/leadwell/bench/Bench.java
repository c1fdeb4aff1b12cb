package io.leadwell.bench;

import io.leadwell.Leadwell;
import io.leadwell.acquire.capture.Forms;
import io.leadwell.acquire.collect.Collector;
import io.leadwell.acquire.collect.Sites;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.measure.insights.Reports;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.leads.Companies;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.rules.Revaluation;
import io.leadwell.pool.rules.Rules;
import io.leadwell.pool.segments.Segments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the product beside its anchors, inside the application that users run, on a throw-away
 * data folder.
 */
public final class Bench {

  private static final Path RESULT = Path.of("docs", "benchmarks.md");

  private final Options options;
  private final Path folder;
  private final Report report = new Report();
  private String postgres = "";

  private Bench(Options options, Path folder) {
    this.options = options;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    Options options = Options.of(arguments);
    if (options == null) {
      System.err.print(Options.USAGE);
      System.exit(64);
      return;
    }
    Path room = Files.createDirectories(Path.of(".build").toAbsolutePath());
    Path folder = Files.createTempDirectory(room, "bench-");
    try {
      // The database's own user must be able to walk through.
      folder.toFile().setExecutable(true, false);
      folder.toFile().setReadable(true, false);
      new Bench(options, folder).run();
    } finally {
      remove(folder);
    }
  }

  private void run() throws IOException, SQLException, InterruptedException {
    Machine machine = Machine.measured(folder);
    report.say(machine.text());
    if (options.wants("start")) {
      new StartBench(folder, report).run();
    }
    if (options.wants("companies")) {
      new CompaniesBench(options, report).run();
    }
    if (options.wants("matching")) {
      new MatchingBench(options, report).run();
    }
    if (options.wantsPool()) {
      inside();
    }
    if (options.wants("hits") || options.wants("forms")) {
      strangers();
    }
    if (options.only() == null) {
      report.write(RESULT, options, machine, postgres);
      report.say("written to " + RESULT);
    }
  }

  private void inside() throws IOException, SQLException, InterruptedException {
    try (ConfigurableApplicationContext application =
        SpringApplication.run(
            Leadwell.class,
            "--leadwell.data=" + folder.resolve("data"),
            "--leadwell.database=",
            "--server.port=0",
            "--logging.level.root=WARN")) {
      DataSource source = application.getBean(DataSource.class);
      Copies copies = new Copies(source, folder);
      ImportBench imports =
          new ImportBench(application.getBean(Imports.class), copies, folder, options, report);
      if (options.wants("import")) {
        imports.run();
      } else {
        imports.fillOnly();
      }
      if (options.wants("deals") || options.wants("reports")) {
        new DealBench(imports, copies, folder, options, report).run();
      }
      try (Anchors anchors = new Anchors(source.getConnection())) {
        postgres = anchors.column("show server_version").getFirst();
        if (options.wants("segments")) {
          new SegmentBench(
                  application.getBean(Rules.class),
                  application.getBean(Segments.class),
                  application.getBean(Revaluation.class),
                  anchors,
                  report,
                  application.getBean(JsonMapper.class))
              .run();
        }
        if (options.wants("lists") || options.wants("reports")) {
          new ListBench(
                  application.getBean(Leads.class),
                  application.getBean(Companies.class),
                  application.getBean(Reports.class),
                  anchors,
                  options,
                  report)
              .run();
        }
      }
    }
  }

  /** What comes over the network, in a server of its own: nothing else is to be in its database. */
  private void strangers() throws IOException, SQLException, InterruptedException {
    List<String> arguments = new ArrayList<>(HitsBench.UNLIMITED);
    arguments.add("--leadwell.data=" + folder.resolve("strangers"));
    arguments.add("--leadwell.database=");
    arguments.add("--server.port=0");
    arguments.add("--logging.level.root=WARN");
    try (ConfigurableApplicationContext application =
        SpringApplication.run(Leadwell.class, arguments.toArray(String[]::new))) {
      int port =
          Objects.requireNonNull(
              application.getEnvironment().getProperty("local.server.port", Integer.class));
      DataSource source = application.getBean(DataSource.class);
      try (Anchors anchors = new Anchors(source.getConnection())) {
        postgres = anchors.column("show server_version").getFirst();
      }
      if (options.wants("hits")) {
        new HitsBench(
                application.getBean(Sites.class),
                application.getBean(Collector.class),
                source,
                port,
                folder,
                report)
            .run();
      }
      if (options.wants("forms")) {
        application.getBean(Workspaces.class).open("bench", MoneyUnit.WAN, false);
        new FormsBench(application.getBean(Forms.class), source, port, report).run();
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(folder)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
