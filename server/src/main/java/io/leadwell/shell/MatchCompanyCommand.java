package io.leadwell.shell;

import io.leadwell.kernel.companies.FullNames;
import io.leadwell.kernel.companies.FullNames.Match;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * {@code match-company --names SHORT.csv --against FULL.csv}: the likeliest full name of each short
 * name. Needs no server.
 */
final class MatchCompanyCommand {

  private static final List<String> FORMATS = List.of("csv", "json");
  private static final long SIGN_OF_LIFE = 2_000_000_000L;

  /** So far down a true name still counts for the mean reciprocal rank. */
  private static final int RANKED = 10;

  private final Arguments arguments;
  private final Words words;
  private final PrintStream out;
  private final PrintStream err;
  private final NameColumn columns;

  MatchCompanyCommand(Arguments arguments, Words words, PrintStream out, PrintStream err) {
    this.arguments = arguments;
    this.words = words;
    this.out = out;
    this.err = err;
    this.columns = new NameColumn(words);
  }

  int run() {
    if (arguments.option("pairs").isPresent()) {
      return new ComparePairs(columns, words, out, err)
          .run(Path.of(arguments.option("pairs").get()));
    }
    boolean json = arguments.oneOf("format", FORMATS).equals("json");
    int top = top();
    Path truth = arguments.option("truth").map(Path::of).orElse(null);
    List<String> names = columns.names(path("names"), arguments.option("column"), NameColumn.SHORT);
    List<String> against =
        columns.names(path("against"), arguments.option("against-column"), NameColumn.FULL);
    List<List<String>> told =
        truth == null
            ? List.of()
            : columns.table(truth, List.of(NameColumn.SHORT, NameColumn.FULL));
    long begin = System.nanoTime();
    FullNames full = FullNames.of(against);
    List<List<Match>> found = found(names, full, truth == null ? top : Math.max(top, RANKED));
    double seconds = (System.nanoTime() - begin) / 1e9;
    new CompanyAnswers(out, json)
        .print(names, found.stream().map(m -> m.subList(0, Math.min(top, m.size()))).toList());
    long none = found.stream().filter(List::isEmpty).count();
    err.println(
        words.say(
            "companiesMatched",
            names.size(),
            against.size(),
            String.format(Locale.ROOT, "%.1f", seconds),
            none));
    if (truth != null) {
      judge(names, found, told);
    }
    return Shell.DONE;
  }

  private Path path(String option) {
    return Path.of(
        arguments
            .option(option)
            .orElseThrow(
                () -> new Shell.Refusal(Shell.WRONG_USE, words.say("companyFilesMissing"))));
  }

  private int top() {
    String top = arguments.option("top").orElse("1");
    if (!top.matches("[1-9][0-9]{0,2}")) {
      throw new Shell.Refusal(Shell.WRONG_USE, words.say("badTop", top));
    }
    return Integer.parseInt(top);
  }

  private List<List<Match>> found(List<String> names, FullNames full, int most) {
    AtomicInteger done = new AtomicInteger();
    AtomicLong spoken = new AtomicLong(System.nanoTime());
    return IntStream.range(0, names.size())
        .parallel()
        .mapToObj(i -> {
          List<Match> best = full.best(names.get(i), most);
          int count = done.incrementAndGet();
          long last = spoken.get();
          long now = System.nanoTime();
          if (now - last > SIGN_OF_LIFE && spoken.compareAndSet(last, now)) {
            err.println(words.say("progress.companies", count, names.size()));
          }
          return best;
        })
        .toList();
  }

  /** Top-1 is strict: the very name that the truth tells, and no other, at the first place. */
  private void judge(List<String> names, List<List<Match>> found, List<List<String>> told) {
    Map<String, List<String>> truth = new HashMap<>();
    told.forEach(
        row -> truth.computeIfAbsent(row.getFirst(), _ -> new ArrayList<>()).add(row.get(1)));
    int asked = 0;
    int right = 0;
    double reciprocal = 0;
    for (int i = 0; i < names.size(); i++) {
      List<String> wanted = truth.get(names.get(i));
      if (wanted == null) {
        continue;
      }
      asked++;
      int rank = rank(found.get(i), wanted);
      right += rank == 1 ? 1 : 0;
      reciprocal += rank == 0 ? 0 : 1.0 / rank;
    }
    if (asked == 0) {
      throw Shell.failed(words, "truthKnowsNone");
    }
    err.println(
        words.say(
            "companiesJudged",
            asked,
            String.format(Locale.ROOT, "%.4f", (double) right / asked),
            String.format(Locale.ROOT, "%.4f", reciprocal / asked)));
  }

  private static int rank(List<Match> found, List<String> wanted) {
    for (int i = 0; i < found.size(); i++) {
      if (wanted.contains(found.get(i).name())) {
        return i + 1;
      }
    }
    return 0;
  }
}
