package io.leadwell.pool.consent;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.leadwell.pool.leads.People;
import io.leadwell.pool.leads.PeopleMerged;
import io.leadwell.pool.leads.PeopleUnmerged;
import io.leadwell.tables.consent.tables.records.EntryRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of two people's words when they are found to be one. Where one of them agreed and
 * the other withdrew, the one person has withdrawn, whichever was later: a merge may be wrong, and
 * then we would write to somebody who said no. What they say afterwards counts as it is said.
 *
 * <p>Made two again, each has her own words. What was withdrawn in between was withdrawn by one of
 * them, nobody knows by whom, so it holds for both.
 */
@Component
class MergedConsents {

  private final ConsentStore store;
  private final Consents consents;
  private final Objections objections;
  private final People people;
  private final Clock clock;

  MergedConsents(
      ConsentStore store, Consents consents, Objections objections, People people, Clock clock) {
    this.store = store;
    this.consents = consents;
    this.objections = objections;
    this.people = people;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  public void on(PeopleMerged merged) {
    Set<UUID> theirs = people.everyone(merged.mergedId());
    List<EntryRow> all = store.latest(people.everyone(merged.survivorId()));
    Map<List<String>, EntryRow> one = standing(all, row -> !theirs.contains(row.getPersonId()));
    Map<List<String>, EntryRow> other = standing(all, row -> theirs.contains(row.getPersonId()));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<EntryRow> fresh = new ArrayList<>();
    one.forEach((what, word) -> {
      EntryRow against = other.get(what);
      if (against != null && Consents.given(word) != Consents.given(against)) {
        fresh.add(withdrawn(merged.survivorId(), word, merged.mergeId(), now));
      }
    });
    store.add(fresh);
    objections.look(all);
  }

  @EventListener
  @Transactional
  public void on(PeopleUnmerged unmerged) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    store.undo(unmerged.mergeId(), now);
    List<EntryRow> fresh = new ArrayList<>();
    store.since(unmerged.holderId(), unmerged.mergedAt()).stream()
        .filter(row -> !Consents.given(row))
        .forEach(row -> {
          EntryRow copy =
              consents.row(
                  unmerged.mergedId(),
                  row.getPurposeId(),
                  Means.of(row.getMeans()),
                  false,
                  row.getSource(),
                  row.getHappenedAt());
          copy.setProofId(row.getProofId());
          copy.setNote(row.getNote());
          copy.setTextOf(row.getTextOf());
          copy.setTextNumber(row.getTextNumber());
          copy.setByName(row.getByName());
          fresh.add(copy);
        });
    store.add(fresh);
    objections.look(store.latest(people.everyone(unmerged.holderId())));
    objections.look(store.latest(people.everyone(unmerged.mergedId())));
  }

  private EntryRow withdrawn(UUID person, EntryRow about, UUID merge, Instant now) {
    EntryRow row =
        consents.row(person, about.getPurposeId(), Means.of(about.getMeans()), false, "merge", now);
    row.setProofId(merge);
    return row;
  }

  private static Map<List<String>, EntryRow> standing(
      List<EntryRow> all, Predicate<EntryRow> whose) {
    return Consents.standing(all.stream().filter(whose).toList()).stream()
        .collect(toMap(row -> List.of(row.getPurposeId().toString(), row.getMeans()), identity()));
  }
}
