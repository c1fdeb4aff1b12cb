package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.jooq.impl.DSL.any;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds people by what identifies them. */
@Component
class PeopleStore {

  /** Somebody a contact leads to. */
  record ContactOwner(UUID personId, @Nullable String name) {}

  private final DSLContext dsl;

  PeopleStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Owners by contact value, the longest known first. */
  Map<String, List<ContactOwner>> ownersOf(Collection<String> contacts) {
    Map<String, List<ContactOwner>> owners = new HashMap<>();
    if (contacts.isEmpty()) {
      return owners;
    }
    dsl.select(IDENTIFIER.VALUE, PERSON.ID, PERSON.NAME)
        .from(IDENTIFIER)
        .join(PERSON)
        .on(PERSON.ID.eq(IDENTIFIER.PERSON_ID))
        .where(IDENTIFIER.KIND.in("phone", "email"))
        .and(IDENTIFIER.SCOPE.eq(""))
        .and(IDENTIFIER.VALUE.eq(any(contacts.toArray(String[]::new))))
        .orderBy(IDENTIFIER.FIRST_SEEN_AT, PERSON.ID)
        .forEach(row ->
            owners
                .computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                .add(new ContactOwner(row.value2(), row.value3())));
    return owners;
  }

  /** The open lead of each person by business line; the newest where there are several. */
  Map<UUID, Map<String, UUID>> openLeads(Collection<UUID> people) {
    Map<UUID, Map<String, UUID>> open = new HashMap<>();
    if (people.isEmpty()) {
      return open;
    }
    dsl.select(LEAD.PERSON_ID, LEAD.BUSINESS_LINE, LEAD.ID)
        .from(LEAD)
        .where(LEAD.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .and(LEAD.STAGE.notIn(Stage.WON.word(), Stage.LOST.word()))
        .orderBy(LEAD.FIRST_CONTACT_AT, LEAD.ID)
        .forEach(row ->
            open.computeIfAbsent(row.value1(), _ -> new HashMap<>())
                .put(row.value2(), row.value3()));
    return open;
  }
}
