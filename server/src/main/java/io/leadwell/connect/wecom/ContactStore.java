package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.CONTACT;
import static io.leadwell.tables.wecom.Tables.FOLLOW;
import static org.jooq.impl.DSL.any;

import io.leadwell.base.platform.Ids;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Contacts, and what the pool was told of them. */
@Repository
class ContactStore {

  private final DSLContext dsl;

  ContactStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** A contact as kept. */
  record Kept(
      UUID id,
      UUID connectionId,
      String externalId,
      @Nullable String name,
      @Nullable String title,
      @Nullable String corpName,
      @Nullable String unionId,
      @Nullable UUID personId,
      @Nullable UUID leadId,
      @Nullable String ownerUser,
      byte @Nullable [] told) {}

  Kept contact(UUID connectionId, String externalId) {
    dsl.insertInto(CONTACT)
        .set(CONTACT.ID, Ids.next())
        .set(CONTACT.CONNECTION_ID, connectionId)
        .set(CONTACT.EXTERNAL_ID, externalId)
        .onConflict(CONTACT.CONNECTION_ID, CONTACT.EXTERNAL_ID)
        .doNothing()
        .execute();
    return dsl.selectFrom(CONTACT)
        .where(CONTACT.CONNECTION_ID.eq(connectionId).and(CONTACT.EXTERNAL_ID.eq(externalId)))
        .fetchSingle(ContactStore::kept);
  }

  boolean there(UUID connectionId, String externalId) {
    return dsl.fetchExists(
        CONTACT, CONTACT.CONNECTION_ID.eq(connectionId).and(CONTACT.EXTERNAL_ID.eq(externalId)));
  }

  Optional<Kept> find(UUID id) {
    return dsl.selectFrom(CONTACT).where(CONTACT.ID.eq(id)).fetchOptional(ContactStore::kept);
  }

  void learn(UUID id, ContactDetail detail, Instant now) {
    dsl.update(CONTACT)
        .set(CONTACT.NAME, detail.name())
        .set(CONTACT.KIND, (short) detail.kind())
        .set(CONTACT.TITLE, detail.title())
        .set(CONTACT.CORP_NAME, detail.corpName())
        .set(CONTACT.AVATAR, detail.avatar())
        .set(CONTACT.UNION_ID, detail.unionId())
        .set(CONTACT.FETCHED_AT, now)
        .where(CONTACT.ID.eq(id))
        .execute();
  }

  void belongsTo(UUID id, UUID personId, @Nullable UUID leadId, boolean openedLead) {
    var change = dsl.update(CONTACT).set(CONTACT.PERSON_ID, personId).set(CONTACT.LEAD_ID, leadId);
    (openedLead ? change.set(CONTACT.OPENED_LEAD, true) : change)
        .where(CONTACT.ID.eq(id))
        .execute();
  }

  /** A lead of a person went into another, or is its own again. */
  void leadMoved(UUID personId, UUID from, UUID to) {
    dsl.update(CONTACT)
        .set(CONTACT.LEAD_ID, to)
        .where(CONTACT.PERSON_ID.eq(personId))
        .and(CONTACT.LEAD_ID.eq(from))
        .execute();
  }

  void owned(UUID id, String userId) {
    dsl.update(CONTACT).set(CONTACT.OWNER_USER, userId).where(CONTACT.ID.eq(id)).execute();
  }

  void told(UUID id, byte[] hash) {
    dsl.update(CONTACT).set(CONTACT.TOLD, hash).where(CONTACT.ID.eq(id)).execute();
  }

  /** The pool is told anew of the contacts of this colleague, whom we now know. */
  void tellAgain(UUID connectionId, String userId) {
    dsl.update(CONTACT)
        .setNull(CONTACT.TOLD)
        .from(FOLLOW)
        .where(FOLLOW.CONTACT_ID.eq(CONTACT.ID))
        .and(FOLLOW.USER_ID.eq(userId))
        .and(CONTACT.CONNECTION_ID.eq(connectionId))
        .and(CONTACT.PERSON_ID.isNotNull())
        .execute();
  }

  List<UUID> untold(int most) {
    return dsl.select(CONTACT.ID)
        .from(CONTACT)
        .where(CONTACT.TOLD.isNull().and(CONTACT.PERSON_ID.isNotNull()))
        .limit(most)
        .fetch(CONTACT.ID);
  }

  /** Of pairs of contact and colleague those that are on record. */
  Set<String> known(UUID connectionId, Collection<String> externalIds) {
    Set<String> known = new HashSet<>();
    dsl.select(CONTACT.EXTERNAL_ID, FOLLOW.USER_ID)
        .from(FOLLOW)
        .join(CONTACT)
        .on(CONTACT.ID.eq(FOLLOW.CONTACT_ID))
        .where(CONTACT.CONNECTION_ID.eq(connectionId))
        .and(CONTACT.EXTERNAL_ID.eq(any(externalIds.toArray(String[]::new))))
        .and(FOLLOW.ADDED_AT.isNotNull())
        .forEach(row -> known.add(pair(row.value1(), row.value2())));
    return known;
  }

  static String pair(String externalId, String userId) {
    return externalId + " " + userId;
  }

  /** The contacts that are this person. */
  List<UUID> ofPerson(Collection<UUID> person) {
    return dsl.select(CONTACT.ID)
        .from(CONTACT)
        .where(CONTACT.PERSON_ID.eq(any(person.toArray(UUID[]::new))))
        .orderBy(CONTACT.CREATED_AT)
        .fetch(CONTACT.ID);
  }

  private static Kept kept(Record row) {
    return new Kept(
        row.get(CONTACT.ID),
        row.get(CONTACT.CONNECTION_ID),
        row.get(CONTACT.EXTERNAL_ID),
        row.get(CONTACT.NAME),
        row.get(CONTACT.TITLE),
        row.get(CONTACT.CORP_NAME),
        row.get(CONTACT.UNION_ID),
        row.get(CONTACT.PERSON_ID),
        row.get(CONTACT.LEAD_ID),
        row.get(CONTACT.OWNER_USER),
        row.get(CONTACT.TOLD));
  }
}
