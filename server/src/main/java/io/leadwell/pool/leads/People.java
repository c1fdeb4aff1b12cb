package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.jooq.impl.DSL.any;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Who somebody is, by what is seen of them. */
@Service
public class People {

  /** So often somebody may have been merged one after the other. */
  private static final int MOST_MERGES = 50;

  private final DSLContext dsl;

  People(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * The person behind each browser's cookie, as far as one has left a name: the latest, where
   * several people used the same browser.
   */
  public Map<String, UUID> ofVisitors(Collection<String> cookies) {
    Map<String, UUID> people = new HashMap<>();
    dsl.select(IDENTIFIER.VALUE, IDENTIFIER.PERSON_ID)
        .from(IDENTIFIER)
        .where(IDENTIFIER.KIND.eq(Identity.Kind.COOKIE.word()))
        .and(IDENTIFIER.SCOPE.eq(""))
        .and(IDENTIFIER.VALUE.eq(any(cookies.toArray(String[]::new))))
        .orderBy(IDENTIFIER.FIRST_SEEN_AT, IDENTIFIER.ID)
        .forEach(row -> people.put(row.value1(), row.value2()));
    return people;
  }

  /** Who each of these people is now: themselves, or the one they were merged into. */
  public Map<UUID, UUID> current(Collection<UUID> ids) {
    Map<UUID, UUID> current = new HashMap<>();
    ids.forEach(id -> current.put(id, id));
    for (int steps = 0; steps < MOST_MERGES; steps++) {
      Map<UUID, UUID> redirected =
          dsl.select(PERSON.ID, PERSON.REDIRECT_TO)
              .from(PERSON)
              .where(PERSON.ID.eq(any(current.values().toArray(UUID[]::new))))
              .and(PERSON.REDIRECT_TO.isNotNull())
              .fetchMap(PERSON.ID, PERSON.REDIRECT_TO);
      if (redirected.isEmpty()) {
        break;
      }
      current.replaceAll((id, now) -> redirected.getOrDefault(now, now));
    }
    return current;
  }

  /** Whether somebody objects to being judged by what they do. */
  public boolean objects(UUID person) {
    return dsl.fetchExists(PERSON, PERSON.ID.eq(person).and(PERSON.OBJECTS.isTrue()));
  }

  /** From now on their deeds count in no rule, or count again. */
  public void objects(UUID person, boolean objects) {
    dsl.update(PERSON)
        .set(PERSON.OBJECTS, objects)
        .where(PERSON.ID.eq(person))
        .and(PERSON.OBJECTS.ne(objects))
        .execute();
  }

  /**
   * The person and everybody who was merged into them: who keeps something of people by their id
   * finds it by these. Merges may be taken back, so the ids kept stay as they are.
   */
  public Set<UUID> everyone(UUID person) {
    Set<UUID> all = new HashSet<>(Set.of(person));
    Set<UUID> last = all;
    while (!last.isEmpty()) {
      last =
          new HashSet<>(
              dsl.select(PERSON.ID)
                  .from(PERSON)
                  .where(PERSON.REDIRECT_TO.eq(any(last.toArray(UUID[]::new))))
                  .fetch(PERSON.ID));
      last.removeAll(all);
      all.addAll(last);
    }
    return all;
  }

  /** As {@link #everyone(UUID)}, of many at once, by the ids asked for. */
  public Map<UUID, Set<UUID>> everyone(Collection<UUID> people) {
    Map<UUID, Set<UUID>> all = new HashMap<>();
    Map<UUID, UUID> standsFor = new HashMap<>();
    people.forEach(person -> {
      all.put(person, new HashSet<>(Set.of(person)));
      standsFor.put(person, person);
    });
    Set<UUID> last = Set.copyOf(people);
    while (!last.isEmpty()) {
      Set<UUID> next = new HashSet<>();
      dsl.select(PERSON.ID, PERSON.REDIRECT_TO)
          .from(PERSON)
          .where(PERSON.REDIRECT_TO.eq(any(last.toArray(UUID[]::new))))
          .forEach(row -> {
            UUID now = standsFor.get(row.value2());
            if (now != null && standsFor.putIfAbsent(row.value1(), now) == null) {
              all.computeIfAbsent(now, _ -> new HashSet<>()).add(row.value1());
              next.add(row.value1());
            }
          });
      last = next;
    }
    return all;
  }

  /** How people are called and reached, as it is known now; an id of nobody has no entry. */
  public Map<UUID, PersonCard> cards(Collection<UUID> ids) {
    Map<UUID, PersonCard> cards = new HashMap<>();
    Map<UUID, UUID> current = current(ids);
    Map<UUID, PersonCard> found = new HashMap<>();
    dsl.select(PERSON.ID, PERSON.NAME, PERSON.TITLE, COMPANY.NAME, PERSON.PHONE, PERSON.EMAIL)
        .from(PERSON)
        .leftJoin(COMPANY)
        .on(COMPANY.ID.eq(PERSON.COMPANY_ID))
        .where(PERSON.ID.eq(any(current.values().toArray(UUID[]::new))))
        .forEach(row ->
            found.put(
                row.value1(),
                new PersonCard(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6())));
    current.forEach((asked, now) -> {
      PersonCard card = found.get(now);
      if (card != null) {
        cards.put(asked, card);
      }
    });
    return cards;
  }

  /** The newest lead of each person who has one, open or closed. */
  public Map<UUID, UUID> newestLeads(Collection<UUID> people) {
    Map<UUID, UUID> newest = new HashMap<>();
    dsl.select(LEAD.PERSON_ID, LEAD.ID)
        .from(LEAD)
        .where(LEAD.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .orderBy(LEAD.FIRST_CONTACT_AT, LEAD.ID)
        .forEach(row -> newest.put(row.value1(), row.value2()));
    return newest;
  }
}
