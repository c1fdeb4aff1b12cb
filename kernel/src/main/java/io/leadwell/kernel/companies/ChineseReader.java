package io.leadwell.kernel.companies;

import io.leadwell.kernel.companies.Reading.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a name as a walk through its parts: the cheapest few walks, by dynamic programming over the
 * places where words may end.
 *
 * <p>A cost is −ln of a probability, reasoned and not learnt. A word of a list costs about ln of
 * the list's length. A core is any text: as cores of two characters are by far the most frequent
 * and there are some ten thousand of them in use, it costs 11, and more for other lengths. So 科技 is
 * a trade and 字跳 a core, and 东方, a town as well as a good name, is read as both.
 */
final class ChineseReader {

  private static final int KEPT = 4;
  private static final int LONGEST_CORE = 10;
  private static final int LONGEST_TRADE = 8;
  private static final double NO_CORE = 2.5;
  private static final double[] CORE = {0, 13, 11, 13.5, 16.5, 22, 26, 30, 34, 38, 42, 46, 50, 54};

  private static final Set<String> TRADES =
      WordList.lines("trades.txt").stream()
          .flatMap(line -> WordList.words(line).stream())
          .collect(Collectors.toUnmodifiableSet());

  /** A piece at the end of a walk. */
  private record Step(
      @Nullable Step before, Part part, int from, int to, boolean core, double cost) {

    boolean isCounty(String text) {
      Place place = part == Part.REGION ? Gazetteer.find(text.substring(from, to)) : null;
      return place != null && place.level() == Place.Level.COUNTY;
    }
  }

  private final FlatName name;
  private final String text;
  private final List<List<List<Step>>> steps = new ArrayList<>();

  private ChineseReader(FlatName name) {
    this.name = name;
    this.text = name.text();
  }

  static boolean isTrade(String word) {
    return TRADES.contains(word);
  }

  /** Readings with the likeliest first, their probabilities summing to 1; none of an empty name. */
  static List<Reading> read(FlatName name) {
    return name.text().isEmpty() ? List.of() : new ChineseReader(name).readings();
  }

  private List<Reading> readings() {
    for (int to = 0; to <= text.length(); to++) {
      List<List<Step>> here = new ArrayList<>();
      for (int state = 0; state < 2 * Part.values().length; state++) {
        here.add(new ArrayList<>(0));
      }
      steps.add(here);
    }
    for (int from = 0; from < text.length(); from = name.cuts().nextSetBit(from + 1)) {
      for (int to = name.cuts().nextSetBit(from + 1);
          to > 0 && to - from <= LONGEST_CORE + 4;
          to = name.cuts().nextSetBit(to + 1)) {
        walk(from, to);
      }
    }
    List<Step> ends = new ArrayList<>();
    for (List<Step> list : steps.get(text.length())) {
      list.forEach(step -> offer(ends, ended(step)));
    }
    return weighed(ends);
  }

  private static Step ended(Step last) {
    double cost =
        switch (last.part()) {
          case FORM, BRANCH -> 0;
          case CORE, TRADE -> 1.5;
          case REGION -> last.core() ? 1.5 : 5;
        };
    return cost == 0
        ? last
        : new Step(
            last.before(), last.part(), last.from(), last.to(), last.core(), last.cost() + cost);
  }

  private void walk(int from, int to) {
    String word = word(from, to);
    int length = to - from;
    if (length <= Gazetteer.LONGEST) {
      Place place = Gazetteer.find(word);
      if (place != null) {
        double bonus = name.bracketed(from, to) ? -3 : 0;
        add(from, to, Part.REGION, bonus + cost(place));
      }
    }
    if (length <= LONGEST_TRADE && TRADES.contains(word)) {
      add(from, to, Part.TRADE, length == 1 ? 8 : 5.5);
    }
    if (length <= LegalForms.LONGEST && LegalForms.chinese(word) != null) {
      add(from, to, Part.FORM, to == text.length() ? 0.5 : 3.5);
    }
    int size = name.size(from, to);
    if (size < CORE.length) {
      add(from, to, Part.CORE, CORE[size] + swallowed(word));
    }
  }

  /** A core that begins with a place or ends with a trade more likely is two words. */
  private static double swallowed(String core) {
    double cost = 0;
    for (int cut = 2; cut <= core.length() - 2; cut++) {
      if (TRADES.contains(core.substring(cut))) {
        cost += 2;
        break;
      }
    }
    for (int cut = core.length() - 1; cut >= 2; cut--) {
      Place place = Gazetteer.find(core.substring(0, cut));
      if (place != null) {
        cost += place.level() == Place.Level.COUNTY ? 1 : 3;
        break;
      }
    }
    return cost;
  }

  private static double cost(Place place) {
    return switch (place.level()) {
      case COUNTRY, PROVINCE -> 4.5;
      case CITY -> 5.5;
      case COUNTY -> 6.5;
    };
  }

  private void add(int from, int to, Part part, double cost) {
    List<List<Step>> here = steps.get(to);
    if (from == 0) {
      double begin =
          switch (part) {
            case REGION -> 0.4;
            case CORE -> 1.2;
            case TRADE -> 3.5;
            case FORM, BRANCH -> word(from, to).endsWith("社") ? 2 : 8;
          };
      boolean core = part == Part.CORE;
      offer(here.get(state(part, core)), new Step(null, part, from, to, core, begin + cost));
      return;
    }
    for (List<Step> list : steps.get(from)) {
      for (Step before : list) {
        double turn = turn(before, part, from, to);
        if (turn < 50) {
          boolean core = before.core() || part == Part.CORE;
          Step step = new Step(before, part, from, to, core, before.cost() + turn + cost);
          offer(here.get(state(part, core)), step);
        }
      }
    }
  }

  /** What it costs to go on with such a part. The order 区域 + 字号 + 行业 + 形式 costs least. */
  private double turn(Step before, Part part, int from, int to) {
    boolean core = before.core();
    return switch (before.part()) {
      case REGION ->
          switch (part) {
            case REGION -> 1.5;
            case CORE -> core ? 50 : 0.2;
            case TRADE -> core ? 0.3 : NO_CORE + (before.isCounty(text) ? 2.5 : 0);
            case FORM, BRANCH -> core ? 0.8 : 6;
          };
      case CORE ->
          switch (part) {
            case REGION -> name.bracketed(from, to) ? 0.5 : 3;
            case TRADE -> 0.3;
            case FORM -> 1.5;
            case CORE, BRANCH -> 50;
          };
      case TRADE ->
          switch (part) {
            case REGION -> name.bracketed(from, to) ? 0.5 : 3.5;
            case TRADE -> 0.8;
            case CORE -> core ? 50 : 2.5;
            case FORM -> 0.4;
            case BRANCH -> 50;
          };
      case FORM -> part == Part.BRANCH ? 50 : part == Part.CORE && core ? 50 : 3;
      case BRANCH -> 50;
    };
  }

  private String word(int from, int to) {
    return text.substring(from, to);
  }

  private static int state(Part part, boolean core) {
    return 2 * part.ordinal() + (core ? 1 : 0);
  }

  private static void offer(List<Step> kept, Step step) {
    int at = kept.size();
    while (at > 0 && kept.get(at - 1).cost() > step.cost()) {
      at--;
    }
    if (at < KEPT) {
      kept.add(at, step);
      if (kept.size() > KEPT) {
        kept.removeLast();
      }
    }
  }

  private List<Reading> weighed(List<Step> ends) {
    double least = ends.isEmpty() ? 0 : ends.getFirst().cost();
    double sum = 0;
    for (Step end : ends) {
      sum += Math.exp(least - end.cost());
    }
    List<Reading> readings = new ArrayList<>();
    for (Step end : ends) {
      List<Piece> pieces = new ArrayList<>();
      for (Step step = end; step != null; step = step.before()) {
        pieces.addFirst(new Piece(step.part(), text.substring(step.from(), step.to())));
      }
      readings.add(new Reading(pieces, Math.exp(least - end.cost()) / sum));
    }
    return readings;
  }
}
