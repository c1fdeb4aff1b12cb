package io.leadwell.pool.leads;

import io.leadwell.kernel.matching.Folding;
import io.leadwell.pool.leads.IntakeBatch.PersonDraft;
import io.leadwell.pool.leads.RecordStore.Known;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says of each row of a list how it stands to the pool, and what it tells by the rules. */
final class ListReading {

  /** A detail that the list tells otherwise; {@code owner} where it is somebody else's. */
  record Differs(
      Fact fact, @Nullable String have, String says, boolean byHand, @Nullable String owner) {}

  /**
   * A row as the rules have it.
   *
   * @param person whom it is about; null for somebody new
   * @param had ways of the row that the person has already
   * @param told what the row tells then
   * @param passed what it takes from whom
   */
  record Row(
      ListCase met,
      ListAction action,
      @Nullable PersonDraft person,
      List<Differs> differences,
      Set<Fact> had,
      Observation told,
      Map<UUID, Facts> passed) {}

  /** What makes a person's details changed ones. */
  private static final Set<Fact> DETAILS =
      EnumSet.of(
          Fact.NAME, Fact.PHONE, Fact.EMAIL, Fact.COMPANY, Fact.TITLE, Fact.PROVINCE, Fact.CITY);

  /** What goes with them, but is a company's: spelt in many ways, it alone changes nobody. */
  private static final Set<Fact> GOING_ALONG =
      EnumSet.of(Fact.INDUSTRY, Fact.COMPANY_SIZE, Fact.USCC);

  private final Matches matches;
  private final KnownPeople people;
  private final ListRules rules;
  private final @Nullable ListAction decided;

  /**
   * @param decided what somebody said of these rows, whatever the rules say
   */
  ListReading(Matches matches, KnownPeople people, ListRules rules, @Nullable ListAction decided) {
    this.matches = matches;
    this.people = people;
    this.rules = rules;
    this.decided = decided;
  }

  /**
   * @param before the record of the same row, told otherwise before: it does not count
   */
  Row read(Observation seen, @Nullable Known before) {
    UUID without = before == null ? null : before.recordId();
    PersonDraft person =
        before == null
            ? matches.find(seen)
            : new PersonDraft(before.personId(), seen.fact(Fact.NAME), false);
    Golden held = person == null ? null : people.golden(person.id(), without);
    List<Differs> differences = new ArrayList<>();
    Map<UUID, Facts> passed = taken(seen, person, without, differences);
    boolean taken = !passed.isEmpty();
    if (person != null && held != null) {
      differing(seen, person.id(), held, without, differences);
    }
    ListCase met =
        taken
            ? ListCase.TAKEN
            : held == null
                ? ListCase.NEW
                : differences.isEmpty() ? ListCase.SAME : ListCase.CHANGED;
    ListAction action = decided == null ? rules.action(met) : decided;
    Facts facts =
        action == ListAction.OVERWRITE
            ? seen.facts()
            : yielding(seen.facts(), differences, held, action == ListAction.ADD);
    List<String> tags =
        Stream.concat(seen.tags().stream(), rules.tags(met).stream()).distinct().toList();
    return new Row(
        met,
        action,
        person,
        differences,
        had(seen, person, without),
        seen.telling(facts, tags),
        action == ListAction.OVERWRITE ? passed : Map.of());
  }

  private Set<Fact> had(Observation seen, @Nullable PersonDraft person, @Nullable UUID without) {
    Set<Fact> had = EnumSet.noneOf(Fact.class);
    for (Fact way : List.of(Fact.PHONE, Fact.EMAIL)) {
      String says = seen.fact(way);
      if (person != null && says != null && people.owns(person.id(), says, without)) {
        had.add(way);
      }
    }
    return had;
  }

  /** Ways of the row that are others' and not the person's as well, with whose they are. */
  private Map<UUID, Facts> taken(
      Observation seen,
      @Nullable PersonDraft person,
      @Nullable UUID without,
      List<Differs> differences) {
    Map<UUID, Facts> passed = new LinkedHashMap<>();
    for (Fact way : List.of(Fact.PHONE, Fact.EMAIL)) {
      String value = seen.fact(way);
      if (value == null || person != null && people.owns(person.id(), value, without)) {
        continue;
      }
      List<PersonDraft> owners =
          matches.owners(value).stream()
              .filter(owner -> person == null || !owner.id().equals(person.id()))
              .filter(owner -> people.owns(owner.id(), value, without))
              .toList();
      for (PersonDraft owner : owners) {
        Facts before = passed.getOrDefault(owner.id(), Facts.build().done());
        passed.put(owner.id(), before.with(former(way), value));
      }
      if (!owners.isEmpty()) {
        String whose = Objects.requireNonNullElse(owners.getFirst().name(), "");
        differences.add(new Differs(way, value, value, false, whose));
      }
    }
    return passed;
  }

  private void differing(
      Observation seen,
      UUID person,
      Golden held,
      @Nullable UUID without,
      List<Differs> differences) {
    Set<Fact> told = EnumSet.noneOf(Fact.class);
    differences.forEach(one -> told.add(one.fact()));
    for (Fact detail : DETAILS) {
      String says = seen.fact(detail);
      String have = held.get(detail);
      boolean known = says != null && isWay(detail) && people.owns(person, says, without);
      if (says != null && have != null && !known && !told.contains(detail)) {
        if (!alike(detail, says, have)) {
          differences.add(new Differs(detail, have, says, held.byHand(detail), null));
        }
      }
    }
  }

  /**
   * What the row tells where what is here stands. A further way of the person's stays a way, though
   * not the first; ways of others stay with them unless they are shared.
   */
  private static Facts yielding(
      Facts said, List<Differs> differences, @Nullable Golden held, boolean beside) {
    Facts facts = said;
    for (Differs one : differences) {
      boolean shared =
          one.owner() != null && beside && (held == null || held.get(one.fact()) == null);
      if (!shared) {
        facts = facts.with(one.fact(), null);
        if (beside && isWay(one.fact())) {
          facts = facts.with(other(one.fact()), one.says());
        }
      }
    }
    if (held == null) {
      return facts;
    }
    for (Fact along : GOING_ALONG) {
      if (held.get(along) != null) {
        facts = facts.with(along, null);
      }
    }
    for (Fact way : List.of(Fact.PHONE, Fact.EMAIL)) {
      String says = facts.get(way);
      String have = held.get(way);
      if (says != null && have != null && !says.equals(have)) {
        facts = facts.with(way, null).with(other(way), says);
      }
    }
    return facts;
  }

  private static boolean isWay(Fact fact) {
    return fact == Fact.PHONE || fact == Fact.EMAIL;
  }

  private static Fact other(Fact way) {
    return way == Fact.PHONE ? Fact.OTHER_PHONE : Fact.OTHER_EMAIL;
  }

  private static Fact former(Fact way) {
    return way == Fact.PHONE ? Fact.FORMER_PHONE : Fact.FORMER_EMAIL;
  }

  private static boolean alike(Fact fact, String one, String other) {
    return isWay(fact)
        ? one.equals(other)
        : fact == Fact.COMPANY
            ? CompanyKeys.of(one).equals(CompanyKeys.of(other))
            : Folding.fold(one).equals(Folding.fold(other));
  }
}
