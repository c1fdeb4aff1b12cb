package io.leadwell.kernel.companies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Full names of companies, found by a short form: 国航 is 中国国际航空股份有限公司.
 *
 * <p>Two steps. Names that share rare characters and pairs of neighbours with the short form come
 * first, some hundreds of them; then each is asked what it would cost to shorten it so ({@link
 * Shortening}). The rarity of a character is taken from these very names. Equal answers for equal
 * questions; reading it from several threads is safe.
 */
public final class FullNames {

  /**
   * A full name that may be meant.
   *
   * @param index of the name in the list given
   * @param score 1 where the names are spellings of one; 0 where they have nothing in common
   */
  public record Match(int index, String name, double score) {}

  /** Best first; of equals the shorter name, then the one told first. */
  private static final Comparator<Match> ORDER =
      Comparator.comparingDouble((Match match) -> -match.score())
          .thenComparingInt(match -> match.name().length())
          .thenComparingInt(Match::index);

  /** What is less like a short form than this has nothing to do with it. */
  private static final double LEAST = 0.02;

  private final String[] names;
  private final int[][] units;
  private final Profile[] @Nullable [] profiles;
  private final Candidates candidates;

  private FullNames(String[] names, int[][] units, Candidates candidates) {
    this.names = names;
    this.units = units;
    this.candidates = candidates;
    this.profiles = new Profile[names.length] @Nullable [];
  }

  public static FullNames of(List<String> names) {
    String[] all = names.toArray(String[]::new);
    int[][] grams = new int[all.length][];
    int[][] units = new int[all.length][];
    for (int i = 0; i < all.length; i++) {
      String folded = Spelling.fold(all[i]);
      grams[i] = NameGrams.of(folded);
      units[i] = Units.cut(FlatName.of(folded)).units();
    }
    return new FullNames(all, units, new Candidates(GramIndex.of(grams)));
  }

  public int size() {
    return names.length;
  }

  /** The likeliest first, at most so many; none where nothing is near. */
  public List<Match> best(String shortName, int most) {
    ShortName asked = ShortName.of(shortName, candidates::rarity);
    if (asked.units().length == 0 || most < 1) {
      return List.of();
    }
    int[] found = candidates.of(asked.name().folded());
    long[] ordered = new long[found.length];
    for (int i = 0; i < found.length; i++) {
      double bound = asked.name().isLatin() ? 1 : asked.atMost(units[found[i]]);
      ordered[i] = (long) ((2 - bound) * 1e6) << 32 | found[i];
    }
    Arrays.sort(ordered);
    List<Match> best = new ArrayList<>();
    for (long next : ordered) {
      double bound = 2 - (next >>> 32) / 1e6;
      if (best.size() >= most && bound < best.getLast().score()) {
        break;
      }
      int candidate = (int) next;
      Match match = new Match(candidate, names[candidate], score(asked, candidate));
      if (match.score() > LEAST) {
        keep(best, match, most);
      }
    }
    return List.copyOf(best);
  }

  private static void keep(List<Match> best, Match match, int most) {
    int at = best.size();
    while (at > 0 && ORDER.compare(match, best.get(at - 1)) < 0) {
      at--;
    }
    best.add(at, match);
    if (best.size() > most) {
      best.removeLast();
    }
  }

  private double score(ShortName asked, int candidate) {
    String written = names[candidate];
    boolean latin = !Spelling.hasIdeographs(written);
    if (latin || profiles[candidate] == null) {
      CompanyName full = CompanyName.of(written);
      if (latin) {
        return asked.name().isLatin() ? asked.likeness(full) : 0;
      }
      // Two threads may read one name at once; both find the same.
      profiles[candidate] = Profiles.of(full, candidates::rarity);
    }
    return asked.likeness(profiles[candidate], units[candidate], written);
  }
}
