package io.leadwell.pool.leads;

import io.leadwell.kernel.matching.Band;
import io.leadwell.kernel.matching.Column;
import io.leadwell.kernel.matching.Meaning;
import io.leadwell.kernel.matching.Model;
import io.leadwell.kernel.matching.PeopleIndex;
import io.leadwell.kernel.matching.Reason;
import io.leadwell.kernel.matching.Settings;
import io.leadwell.pool.leads.LikenessStore.Face;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everybody of the pool in memory, for one person to be held against. It proposes; whoever acts on
 * it looks in the database again. For one thread.
 */
final class Likeness {

  /** The order of a face's cells. */
  private static final List<Column> COLUMNS =
      List.of(
          new Column("name", Meaning.FULL_NAME),
          new Column("pinyin", Meaning.PINYIN),
          new Column("phone", Meaning.PHONE),
          new Column("email", Meaning.EMAIL),
          new Column("company", Meaning.COMPANY),
          new Column("title", Meaning.JOB_TITLE),
          new Column("city", Meaning.CITY));

  private static final int PINYIN = 1;

  /** So many who are as likely are looked at. */
  private static final int RIVALS = 3;

  private static final String MISSING = "missing";
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z]+");

  /**
   * Somebody the face may be.
   *
   * @param certain so likely, and so clear of the next, that nobody need be asked
   */
  record Alike(UUID person, boolean certain, double probability, List<Evidence> evidence) {}

  private final PeopleIndex index;
  private final Map<UUID, Long> numbers = new HashMap<>();
  private final List<UUID> people = new ArrayList<>();
  private final Map<UUID, Face> faces = new HashMap<>();

  Likeness(Model model) {
    this.index = new PeopleIndex(COLUMNS, model, Settings.USUAL, true);
  }

  static List<Column> columns() {
    return COLUMNS;
  }

  int size() {
    return index.size();
  }

  /** Adds somebody, or what is known of them by now; who was merged is here no more. */
  void put(Face face) {
    if (face.merged()) {
      remove(face.id());
      return;
    }
    long number = number(face.id());
    index.put(number, number, cells(face));
    faces.put(face.id(), face);
  }

  void remove(UUID person) {
    Long number = numbers.get(person);
    if (number != null) {
      index.remove(number);
      faces.remove(person);
    }
  }

  /** The one whom somebody else may be, where there is one. */
  @Nullable Alike find(Face face) {
    String[] cells = cells(face);
    PeopleIndex.Found found = found(cells, RIVALS);
    if (found.band() == Band.APART || found.people().isEmpty()) {
      return null;
    }
    PeopleIndex.Person first = found.people().getFirst();
    UUID person = people.get((int) first.person());
    Face other = faces.get(person);
    if (other == null) {
      return null;
    }
    List<Evidence> evidence = evidence(found.reasons(), cells, cells(other));
    return new Alike(
        person,
        found.band() == Band.LINK && sharesWay(evidence),
        Model.probability(first.bestWeight()),
        evidence);
  }

  /**
   * Of several who are as likely none is certain, unless they are themselves one, whom nobody has
   * made one yet: somebody who came three times within a second.
   */
  private PeopleIndex.Found found(String[] cells, int rivals) {
    PeopleIndex.Found found = index.find(cells);
    if (found.band() != Band.REVIEW || found.people().size() < 2 || rivals == 0) {
      return found;
    }
    long first = found.people().get(0).person();
    long second = found.people().get(1).person();
    Face rival = faces.get(people.get((int) second));
    if (rival == null) {
      return found;
    }
    String[] theirs = cells(rival);
    index.remove(second);
    try {
      PeopleIndex.Found without = found(cells, rivals - 1);
      return isClearly(first, without) && isClearly(first, found(theirs, rivals - 1))
          ? without
          : found;
    } finally {
      index.put(second, second, theirs);
    }
  }

  private static boolean isClearly(long person, PeopleIndex.Found found) {
    return found.band() == Band.LINK && found.people().getFirst().person() == person;
  }

  /**
   * A young pool does not know how common a name is: without a phone or mailbox in common nobody is
   * made one with somebody unasked.
   */
  private static boolean sharesWay(List<Evidence> evidence) {
    return evidence.stream()
        .anyMatch(one ->
            (one.field().equals("phone") || one.field().equals("email"))
                && one.level().equals("equal"));
  }

  private long number(UUID person) {
    return numbers.computeIfAbsent(
        person,
        id -> {
          people.add(id);
          return (long) people.size() - 1;
        });
  }

  /** What speaks for it and against it, the weightiest first; what neither says is left out. */
  private static List<Evidence> evidence(List<Reason> reasons, String[] one, String[] other) {
    List<Evidence> evidence = new ArrayList<>();
    for (Reason reason : reasons) {
      int column = column(reason.field());
      boolean silent = reason.level().equals(MISSING) || Math.abs(reason.bits()) < 0.05;
      if (!silent && column != PINYIN) {
        evidence.add(
            new Evidence(
                column < 0 ? "base" : reason.field(),
                word(reason.level()),
                column < 0 ? null : one[column],
                column < 0 ? null : other[column],
                Math.round(reason.bits() * 10) / 10.0));
      }
    }
    evidence.sort(Comparator.comparingDouble((Evidence e) -> -Math.abs(e.weight())));
    return evidence;
  }

  private static int column(String field) {
    for (int i = 0; i < COLUMNS.size(); i++) {
      if (COLUMNS.get(i).name().equals(field)) {
        return i;
      }
    }
    return -1;
  }

  private static String word(String level) {
    return BETWEEN_WORDS.matcher(level.toLowerCase(Locale.ROOT)).replaceAll("_");
  }

  static String[] cells(Face face) {
    String name = face.name() == null ? "" : NameSound.simplified(face.name());
    return new String[] {
      name,
      NameSound.pinyin(name),
      ownPhone(told(face.phone())),
      told(face.email()),
      NameSound.simplified(told(face.company())),
      told(face.title()),
      told(face.city())
    };
  }

  /** Colleagues share the switchboard; it says where somebody works, not who they are. */
  private static String ownPhone(String phone) {
    return phone.startsWith("+86") && !phone.startsWith("+861") ? "" : phone;
  }

  private static String told(@Nullable String value) {
    return value == null ? "" : value;
  }
}
