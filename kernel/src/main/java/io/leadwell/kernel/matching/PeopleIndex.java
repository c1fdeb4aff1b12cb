package io.leadwell.kernel.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records in memory, each of a person, for one arriving record to be held against. Finds the people
 * it may be of, weighs them and says how sure it is. Correctness never depends on it: it proposes,
 * and whoever commits looks again.
 *
 * <p>Not thread-safe: one thread at a time, or a lock around it. A search takes and forgets the
 * arriving record.
 */
public final class PeopleIndex {

  /** A key that more records have is passed over; keys of two agreements stand for it. */
  private static final int MOST_OF_A_KEY = 60;

  /** So many records are weighed at most, those with most keys in common. */
  private static final int MOST_WEIGHED = 120;

  private static final int MOST_KEYS = 24;
  private static final float CLAMP = 20;

  private final Records records;
  private final Model model;
  private final Settings settings;
  private final Scorer scorer;
  private final long[] keys;
  private final Postings postings = new Postings();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private long[] ids = new long[1 << 10];
  private long[] people = new long[1 << 10];
  private final List<Integer> free = new ArrayList<>();
  private Weights weights;
  private int weightsFor;
  private long skipped;

  /**
   * Somebody the arriving record may be of.
   *
   * @param weight the mean over the person's records that were found, in bits
   * @param best the record of the person that weighs most
   */
  public record Person(long person, float weight, long best, float bestWeight) {}

  /**
   * What is found for an arriving record, the likeliest first.
   *
   * @param band {@link Band#LINK} only if the first is sure and clear of the second
   * @param margin bits between the first and the second; infinite without a second
   * @param reasons why the first one's best record weighs what it weighs
   */
  public record Found(Band band, List<Person> people, float margin, List<Reason> reasons) {}

  /**
   * @param daysFirst whether days of birth and the like are written before their months
   */
  public PeopleIndex(List<Column> schema, Model model, Settings settings, boolean daysFirst) {
    boolean[] first = new boolean[schema.size()];
    Arrays.fill(first, daysFirst);
    this.records = new Records(schema, first, 1 << 10);
    this.model = model;
    this.settings = settings;
    this.scorer = new Scorer(records);
    this.keys = model.keys().stream().limit(MOST_KEYS).mapToLong(Long::longValue).toArray();
    this.weights = new Weights(model, records, lambda());
  }

  public int size() {
    return numbers.size();
  }

  /** How often a key was passed over because too many records have it. */
  public long skipped() {
    return skipped;
  }

  /** Adds a record, or puts another in its place. */
  public void put(long id, long person, String[] cells) {
    remove(id);
    int number = place(cells);
    if (number >= ids.length) {
      ids = Arrays.copyOf(ids, number * 2);
      people = Arrays.copyOf(people, number * 2);
    }
    ids[number] = id;
    people[number] = person;
    numbers.put(id, number);
    for (long atoms : keys) {
      long key = key(atoms, number);
      if (key != 0) {
        postings.add(key, number);
      }
    }
  }

  /** The record now is of another person: after a merge or its opposite. */
  public void move(long id, long person) {
    Integer number = numbers.get(id);
    if (number != null) {
      people[number] = person;
    }
  }

  public void remove(long id) {
    Integer number = numbers.remove(id);
    if (number == null) {
      return;
    }
    for (long atoms : keys) {
      long key = key(atoms, number);
      if (key != 0) {
        postings.remove(key, number);
      }
    }
    records.clear(number);
    free.add(number);
  }

  /** Who an arriving record may be of. */
  public Found find(String[] cells) {
    refresh();
    int number = place(cells);
    try {
      return judged(number, candidates(number));
    } finally {
      records.clear(number);
      free.add(number);
    }
  }

  private int place(String[] cells) {
    if (free.isEmpty()) {
      return records.add(cells);
    }
    int number = free.removeLast();
    records.put(number, cells);
    return number;
  }

  /** Frequencies change slowly: weights follow when the index has grown by an eighth. */
  private void refresh() {
    if (numbers.size() > weightsFor + weightsFor / 8 || numbers.size() < weightsFor / 2) {
      weightsFor = numbers.size();
      records.weighWords();
      weights = new Weights(model, records, lambda());
    }
  }

  /** A person is expected to match about as many records in a larger index as in a smaller. */
  private double lambda() {
    double here = Math.max(2, numbers.size());
    return Math.clamp(model.lambda() * model.records() / here, 1e-12, 0.5);
  }

  private int[] candidates(int number) {
    int[] found = new int[64];
    int n = 0;
    for (long atoms : keys) {
      long key = key(atoms, number);
      if (key == 0) {
        continue;
      }
      if (postings.size(key) > MOST_OF_A_KEY) {
        skipped++;
        continue;
      }
      for (int entry = postings.first(key); entry != 0; entry = postings.next(entry)) {
        if (n == found.length) {
          found = Arrays.copyOf(found, n * 2);
        }
        found[n++] = postings.record(entry);
      }
    }
    Arrays.sort(found, 0, n);
    int[] times = new int[n];
    int[] records = new int[MOST_KEYS + 1];
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        found[kept++] = found[i];
      }
      times[kept - 1]++;
    }
    for (int i = 0; i < kept; i++) {
      records[times[i]]++;
    }
    return mostShared(found, times, kept, records);
  }

  /** Records with most keys in common; of equally many, those that came first. */
  private static int[] mostShared(int[] found, int[] times, int n, int[] withSoMany) {
    int least = MOST_KEYS;
    int more = 0;
    while (least > 1 && more + withSoMany[least] <= MOST_WEIGHED) {
      more += withSoMany[least--];
    }
    int[] chosen = new int[Math.min(n, MOST_WEIGHED)];
    int size = 0;
    int room = MOST_WEIGHED - more;
    for (int i = 0; i < n; i++) {
      if (times[i] > least || times[i] == least && room-- > 0) {
        chosen[size++] = found[i];
      }
    }
    return Arrays.copyOf(chosen, size);
  }

  private Found judged(int number, int[] candidates) {
    float least = settings.linkWeight();
    Map<Long, Tally> tallies = new HashMap<>();
    for (int candidate : candidates) {
      float weight = scorer.weigh(number, candidate, weights, -CLAMP);
      tallies.computeIfAbsent(people[candidate], p -> new Tally()).add(weight, candidate, scorer);
    }
    List<Person> likely = new ArrayList<>();
    tallies.forEach((person, tally) -> {
      float mean = tally.sum / tally.count;
      if (mean >= least || tally.best >= least) {
        likely.add(new Person(person, mean, ids[tally.record], tally.best));
      }
    });
    likely.sort(
        Comparator.comparingDouble((Person p) -> -p.weight()).thenComparingLong(Person::person));
    if (likely.isEmpty()) {
      return new Found(Band.APART, likely, Float.POSITIVE_INFINITY, List.of());
    }
    Person first = likely.getFirst();
    float margin = margin(likely);
    Tally tally = tallies.getOrDefault(first.person(), new Tally());
    float sureness = (first.weight() + tally.surest()) / 2;
    boolean sure = sureness >= settings.certainWeight() && first.weight() >= least;
    Band band =
        sure && margin >= settings.marginWeight()
            ? Band.LINK
            : first.bestWeight() >= least ? Band.REVIEW : Band.APART;
    return new Found(
        band, likely, margin, Matched.waterfall(records, weights, number, tally.record));
  }

  /**
   * How far the first is ahead. Means are bounded, so that one record does not decide for all of
   * somebody's; of two who reach the bound, or nearly, the best records tell who is ahead.
   */
  private static float margin(List<Person> likely) {
    Person first = likely.getFirst();
    float ahead = Float.POSITIVE_INFINITY;
    for (Person other : likely.subList(1, likely.size())) {
      float means = first.weight() - other.weight();
      float bests = first.bestWeight() - other.bestWeight();
      ahead = Math.min(ahead, Math.max(means, bests));
    }
    return ahead;
  }

  /** The records of one person, weighed. */
  private static final class Tally {

    private float sum;
    private int count;
    private float best = Float.NEGATIVE_INFINITY;
    private int record;
    private float shared = Float.NEGATIVE_INFINITY;
    private boolean differ;

    private void add(float weight, int candidate, Scorer scorer) {
      boolean forbidden = weight <= Weights.FORBIDDEN / 2;
      boolean certain = weight >= Weights.CERTAIN / 2;
      sum += forbidden || certain ? weight : Math.clamp(weight, -CLAMP, CLAMP);
      count++;
      if (weight > best) {
        best = weight;
        record = candidate;
      }
      if (weight > -CLAMP && scorer.sharesWay()) {
        shared = Math.max(shared, weight);
      } else if (weight > -CLAMP && scorer.waysDiffer()) {
        differ = true;
      }
    }

    private float surest() {
      return shared != Float.NEGATIVE_INFINITY ? shared : differ ? -CLAMP : best;
    }
  }

  private long key(long atoms, int record) {
    long key = atoms;
    for (long rest = atoms; rest != 0; rest &= rest - 1) {
      int atom = records.atom(record, Long.numberOfTrailingZeros(rest));
      if (atom == 0) {
        return 0;
      }
      key = Hashes.mix(key * 31 + atom);
    }
    return key == 0 ? 1 : key;
  }
}
