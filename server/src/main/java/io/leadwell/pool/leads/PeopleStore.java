package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import io.leadwell.base.workspace.Visible;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds people by what identifies them. */
@Component
class PeopleStore {

  /** Somebody a contact leads to. */
  record ContactOwner(UUID personId, @Nullable String name) {}

  /** A lead that is not closed; a dormant one is back with marketing. */
  record OpenLead(UUID id, boolean dormant) {}

  private final DSLContext dsl;

  PeopleStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Owners by contact value, the longest known first; of those whose leads may be seen. */
  Map<String, List<ContactOwner>> ownersOf(Collection<String> contacts, Visible visible) {
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
        .and(
            visible instanceof Visible.Everything
                ? noCondition()
                : exists(
                    selectOne()
                        .from(LEAD)
                        .where(LEAD.PERSON_ID.eq(PERSON.ID))
                        .and(LeadConditions.visible(visible))))
        .orderBy(IDENTIFIER.FIRST_SEEN_AT, PERSON.ID)
        .forEach(row ->
            owners
                .computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                .add(new ContactOwner(row.value2(), row.value3())));
    return owners;
  }

  /** Every name that is told of these people. */
  Map<UUID, List<String>> names(Collection<UUID> people) {
    Map<UUID, List<String>> names = new HashMap<>();
    if (people.isEmpty()) {
      return names;
    }
    Field<String> name = jsonbGetAttributeAsText(SOURCE_RECORD.FIELDS, inline(Fact.NAME.word()));
    dsl.selectDistinct(LINK.PERSON_ID, name)
        .from(LINK)
        .join(SOURCE_RECORD)
        .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
        .where(LINK.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .and(LINK.SUPERSEDED_AT.isNull())
        .and(name.isNotNull())
        .forEach(
            row -> names.computeIfAbsent(row.value1(), _ -> new ArrayList<>()).add(row.value2()));
    return names;
  }

  /** Who verified identifiers name. */
  Map<Identity, ContactOwner> verified(Collection<Identity> identities) {
    Map<Identity, ContactOwner> owners = new HashMap<>();
    if (identities.isEmpty()) {
      return owners;
    }
    dsl.select(IDENTIFIER.KIND, IDENTIFIER.SCOPE, IDENTIFIER.VALUE, PERSON.ID, PERSON.NAME)
        .from(IDENTIFIER)
        .join(PERSON)
        .on(PERSON.ID.eq(IDENTIFIER.PERSON_ID))
        .where(IDENTIFIER.TRUST.eq("A"))
        .and(
            DSL.row(IDENTIFIER.KIND, IDENTIFIER.SCOPE, IDENTIFIER.VALUE)
                .in(
                    identities.stream()
                        .distinct()
                        .map(i -> DSL.row(i.kind().word(), i.scope(), i.value()))
                        .toList()))
        .forEach(row -> {
          Identity.Kind kind = Identity.Kind.of(row.value1());
          if (kind != null) {
            owners.put(
                new Identity(kind, row.value2(), row.value3()),
                new ContactOwner(row.value4(), row.value5()));
          }
        });
    return owners;
  }

  /** The verified identifiers of people. */
  Map<UUID, Set<Identity>> identitiesOf(Collection<UUID> people) {
    Map<UUID, Set<Identity>> identities = new HashMap<>();
    dsl.select(IDENTIFIER.PERSON_ID, IDENTIFIER.KIND, IDENTIFIER.SCOPE, IDENTIFIER.VALUE)
        .from(IDENTIFIER)
        .where(IDENTIFIER.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .and(IDENTIFIER.TRUST.eq("A"))
        .forEach(row -> {
          Identity.Kind kind = Identity.Kind.of(row.value2());
          if (kind != null) {
            identities
                .computeIfAbsent(row.value1(), _ -> new HashSet<>())
                .add(new Identity(kind, row.value3(), row.value4()));
          }
        });
    return identities;
  }

  /**
   * The open lead of each person by business line, of those that may be seen; the newest where
   * there are several.
   */
  Map<UUID, Map<String, OpenLead>> openLeads(Collection<UUID> people, Visible visible) {
    Map<UUID, Map<String, OpenLead>> open = new HashMap<>();
    if (people.isEmpty()) {
      return open;
    }
    dsl.select(LEAD.PERSON_ID, LEAD.BUSINESS_LINE, LEAD.ID, LEAD.STAGE)
        .from(LEAD)
        .where(LEAD.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .and(LEAD.STAGE.notIn(Stage.WON.word(), Stage.LOST.word()))
        .and(LeadConditions.visible(visible))
        .orderBy(LEAD.FIRST_CONTACT_AT, LEAD.ID)
        .forEach(row ->
            open.computeIfAbsent(row.value1(), _ -> new HashMap<>())
                .put(
                    row.value2(),
                    new OpenLead(row.value3(), !Stage.FUNNEL.contains(Stage.of(row.value4())))));
    return open;
  }
}
