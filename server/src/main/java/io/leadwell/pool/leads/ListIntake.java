package io.leadwell.pool.leads;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.Golden.Live;
import io.leadwell.pool.leads.Intake.Brought;
import io.leadwell.pool.leads.Intake.Keyed;
import io.leadwell.pool.leads.Intake.Outcome;
import io.leadwell.pool.leads.IntakeBatch.PersonDraft;
import io.leadwell.pool.leads.ListReading.Row;
import io.leadwell.pool.leads.PeopleStore.ContactOwner;
import io.leadwell.pool.leads.RecordStore.Known;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists with rules on their way in. The rules change what a row tells, never what is here: all that
 * comes of them is records of the import, so an undo of it restores what they stood before.
 */
@Component
class ListIntake {

  /**
   * What became, or would become, of a row.
   *
   * @param row null where it was in already
   * @param person whom it is about, once it comes in; of somebody new, known as such here only
   */
  record Read(Keyed keyed, Outcome outcome, @Nullable Row row, @Nullable UUID person) {

    boolean comesIn() {
      return row != null && row.action() != ListAction.ASK && row.action() != ListAction.SKIP;
    }
  }

  private final Intake intake;
  private final RecordStore records;
  private final PeopleStore people;
  private final ListPassing passing;
  private final ListQuestionStore questions;
  private final SiteTalks talks;
  private final Database database;

  ListIntake(
      Intake intake,
      RecordStore records,
      PeopleStore people,
      ListPassing passing,
      ListQuestionStore questions,
      SiteTalks talks,
      Database database) {
    this.intake = intake;
    this.records = records;
    this.people = people;
    this.passing = passing;
    this.questions = questions;
    this.talks = talks;
    this.database = database;
  }

  /** How these rows, all of one source, stand to the pool as it is; nothing is written. */
  List<Read> look(List<Observation> seen, ListRules rules) {
    return read(seen, rules, null);
  }

  /** Brings the rows in by the rules; which of them wait is true of the answer. */
  @Transactional(propagation = Propagation.MANDATORY)
  List<Read> bring(List<Observation> seen, ListRules rules) {
    database.lock("leads.intake");
    List<Read> read = read(seen, rules, null);
    Set<Integer> asked = questions.ask(read, rules);
    write(read, rules, null);
    List<Read> became = new ArrayList<>(read.size());
    for (int i = 0; i < read.size(); i++) {
      Read one = read.get(i);
      boolean askedBefore =
          one.row() != null && one.row().action() == ListAction.ASK && !asked.contains(i);
      became.add(askedBefore ? new Read(one.keyed(), Outcome.SAME, null, null) : one);
    }
    return became;
  }

  /** Brings rows in that had waited, as somebody decided. */
  @Transactional(propagation = Propagation.MANDATORY)
  void decide(List<Observation> seen, ListRules rules, ListAction decided, Caller who) {
    write(read(seen, rules, decided), rules, who);
  }

  private void write(List<Read> read, ListRules rules, @Nullable Caller decider) {
    List<Read> coming = read.stream().filter(Read::comesIn).toList();
    List<Keyed> rows =
        coming.stream()
            .map(one ->
                new Keyed(
                    one.keyed().key(),
                    one.keyed().contentHash(),
                    Objects.requireNonNull(one.row()).told()))
            .toList();
    List<Brought> brought = intake.bringKeyed(rows, Visible.everything());
    passing.write(coming, brought, decider);
    talks.announce(
        coming.stream().map(one -> one.keyed().seen()).toList(), brought, rules.taskHours());
  }

  private List<Read> read(List<Observation> seen, ListRules rules, @Nullable ListAction decided) {
    if (seen.isEmpty()) {
      return List.of();
    }
    List<String> keys = seen.stream().map(one -> RecordKey.of(one, rules.event(one))).toList();
    Map<String, Known> known = records.known(seen.getFirst().source(), keys);
    Map<String, List<ContactOwner>> owners =
        people.ownersOf(
            seen.stream()
                .flatMap(one -> Fact.WAYS.stream().map(one::fact))
                .filter(Objects::nonNull)
                .toList(),
            Visible.everything());
    Set<UUID> met = new HashSet<>();
    owners.values().forEach(all -> all.forEach(owner -> met.add(owner.personId())));
    known.values().forEach(record -> met.add(record.personId()));
    KnownPeople here = new KnownPeople(met.isEmpty() ? List.of() : records.live(met));
    Matches matches = new Matches(owners, Map.of(), Map.of(), Map.of(), Map.of());
    ListReading reading = new ListReading(matches, here, rules, decided);
    List<@Nullable Observation> whole = RepeatedRows.folded(seen, keys);
    List<Read> read = new ArrayList<>(seen.size());
    for (int i = 0; i < seen.size(); i++) {
      String key = keys.get(i);
      Observation told = Objects.requireNonNullElse(whole.get(i), seen.get(i));
      byte[] hash = RecordKey.contentHash(told, rules.print());
      Keyed keyed = new Keyed(key, hash, told);
      if (whole.get(i) == null) {
        read.add(new Read(keyed, Outcome.SAME, null, null));
        continue;
      }
      Known before = known.get(key);
      Outcome outcome = Intake.outcome(before == null ? null : before.contentHash(), hash);
      Row row = outcome == Outcome.SAME ? null : reading.read(told, before);
      Read one = new Read(keyed, outcome, row, null);
      if (row != null && one.comesIn()) {
        Known in = settle(row, keyed, before, matches, here);
        known.put(key, in);
        one = new Read(keyed, outcome, row, in.personId());
      }
      read.add(one);
    }
    return read;
  }

  /** The rows below meet this one as if it were in. Ids of the new are ours until it is. */
  private static Known settle(
      Row row, Keyed keyed, @Nullable Known before, Matches matches, KnownPeople told) {
    UUID record = Ids.next();
    PersonDraft person =
        row.person() == null
            ? new PersonDraft(Ids.next(), row.told().fact(Fact.NAME), true)
            : row.person();
    if (before != null) {
      told.forget(person.id(), before.recordId());
    }
    row.passed()
        .forEach((owner, ways) -> {
          told.add(live(Ids.next(), owner, row.told().telling(ways, List.of())));
          ways.values().values().forEach(way -> matches.pass(way, owner));
        });
    matches.add(row.told(), person);
    told.add(live(record, person.id(), row.told()));
    return new Known(record, keyed.contentHash(), person.id(), null);
  }

  private static Live live(UUID record, UUID person, Observation seen) {
    return new Live(
        record,
        person,
        null,
        Intake.RANK,
        seen.receivedAt(),
        seen.source(),
        seen.sourceKey(),
        seen.facts(),
        List.of());
  }
}
