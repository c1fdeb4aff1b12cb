package io.leadwell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The lines measured so far; printed as they come and written down at the end. */
final class Report {

  private final List<Measure> measures = new ArrayList<>();

  void add(Measure measure) {
    measures.add(measure);
    System.out.println(line(measure));
  }

  void say(String sentence) {
    System.out.println("· " + sentence);
  }

  void write(Path file, Options options, Machine machine, String postgres) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Benchmarks

        `./leadwell bench` measures each work beside an anchor: the least that any program would
        have to do for the same answer, in the same run, on the same machine and data. A ratio
        carries over to another machine better than a figure does. What misses its goal is shown
        like what meets it.

        """);
    text.append("Machine: ").append(machine.text()).append(", PostgreSQL ").append(postgres);
    text.append(" (embedded, fsync on).  \n");
    text.append("Date: ").append(LocalDate.now(ZoneOffset.UTC));
    text.append(". Leads a file: ").append(options.rows());
    text.append(". Seed: ").append(options.seed()).append(".\n\n");
    text.append("| work | figure | anchor | anchor's figure | ratio | goal | met |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    measures.forEach(measure -> text.append(line(measure)).append('\n'));
    text.append(
        """

        - **Import**: the time of the commit (records, people, companies, leads, touches and stages
          written, duplicates found), not of the check before it. The anchor loads the very rows
          the import made with `COPY` into the same tables with the same indexes and keys. The first
          import after a start also pays for a JVM that is still compiling; it is told apart.
        - **Lists**: p50 / p95 of a page of 50 with its total, through the door that the interface
          uses, warm, against hand-written SQL for the same rows, names and total over JDBC. Both
          use the gram index for searches. Parameters are drawn with the seed; door and anchor take
          turns with the same ones, 200 times or for 40 s.
        - **Funnel, cockpit**: the whole report with revenue, customers, spend and data problems,
          against the bare count of stages by channel alone, which reads every lead.
        - **Segments**: a rule counted over all leads through its door, in turns with the same question
          written by hand; changed leads, two thousand at once, read and asked two hundred rules each.
        - **Hits**: over HTTP through every step of the collector, answered after the commit; each
          request new, with ids of its own. The generator, the database and both servers share the
          machine. nginx answers 204 to the same requests and keeps nothing but its access log. Rows
          of the other anchors go into a table with the same columns and indexes.
        - **Matching**: leads of the generator that is in the kernel, with the truth known; see
          `docs/matching.md`. The anchor takes the edit distance of seven columns as typed, by the
          table of the books, its rate multiplied by the threads.
        - **Start**: from the command to readiness of a built tree, on a data folder used before.
        """);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }

  private static String line(Measure m) {
    return String.join(
            " | ",
            "| " + m.work(),
            m.figure(),
            m.anchor(),
            m.anchorFigure(),
            m.ratioText(),
            m.goal(),
            m.metText())
        + " |";
  }
}
