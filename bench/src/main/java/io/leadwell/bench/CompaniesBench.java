package io.leadwell.bench;

import io.leadwell.kernel.companies.FullNames;
import io.leadwell.kernel.companies.FullNames.Match;
import io.leadwell.kernel.companies.invented.InventedCompanies;
import io.leadwell.kernel.companies.invented.InventedCompanies.Pair;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

/**
 * Full names found by short forms that were invented with the truth known, on one thread, beside
 * raw Jaro-Winkler over all names.
 */
final class CompaniesBench {

  private static final int SMALL = 10_000;
  private static final int LARGE = 1_000_000;
  private static final int ASKED = 3_000;
  private static final int ASKED_OF_ANCHOR = 300;

  /** What became of a number of short forms. */
  private record Run(double share, double perSecond) {

    String text() {
      return String.format(Locale.ROOT, "top-1 %.4f, %,.0f names/s", share, perSecond);
    }
  }

  private final Options options;
  private final Report report;

  CompaniesBench(Options options, Report report) {
    this.options = options;
    this.report = report;
  }

  void run() {
    List<Pair> pairs = new InventedCompanies(options.seed()).pairs(SMALL);
    FullNames names = built(pairs);
    Run run = warm(names, pairs);
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    List<String> full = pairs.stream().map(Pair::full).toList();
    Run anchor = ask(pairs, ASKED_OF_ANCHOR, brief -> nearest(similarity, brief, full));
    report.add(
        Measure.beside(
            String.format(Locale.ROOT, "short names against %,d full names", pairs.size()),
            run.text(),
            run.perSecond(),
            "raw Jaro-Winkler over all",
            anchor.text(),
            anchor.perSecond()));
    List<Pair> many = new InventedCompanies(options.seed() + 1).pairs(LARGE);
    long begin = System.nanoTime();
    FullNames manyNames = built(many);
    double seconds = (System.nanoTime() - begin) / 1e9;
    report.add(
        Measure.told(
            String.format(Locale.ROOT, "short names against %,d full names", many.size()),
            warm(manyNames, many).text()
                + String.format(Locale.ROOT, ", index built in %.1f s", seconds)));
  }

  private static FullNames built(List<Pair> pairs) {
    return FullNames.of(pairs.stream().map(Pair::full).toList());
  }

  /** The second time, when what the names need has been compiled. */
  private static Run warm(FullNames names, List<Pair> pairs) {
    Function<String, @Nullable String> best =
        brief -> names.best(brief, 1).stream().map(Match::name).findFirst().orElse(null);
    ask(pairs, ASKED, best);
    return ask(pairs.subList(1, pairs.size()), ASKED, best);
  }

  private static Run ask(List<Pair> pairs, int asked, Function<String, @Nullable String> best) {
    int step = Math.max(1, pairs.size() / asked);
    int count = 0;
    int right = 0;
    long begin = System.nanoTime();
    for (int i = 0; i < pairs.size(); i += step) {
      right += pairs.get(i).full().equals(best.apply(pairs.get(i).brief())) ? 1 : 0;
      count++;
    }
    return new Run((double) right / count, count / ((System.nanoTime() - begin) / 1e9));
  }

  private static String nearest(
      JaroWinklerSimilarity similarity, String brief, List<String> names) {
    String best = "";
    double most = -1;
    for (String name : names) {
      double like = similarity.apply(brief, name);
      if (like > most) {
        most = like;
        best = name;
      }
    }
    return best;
  }
}
