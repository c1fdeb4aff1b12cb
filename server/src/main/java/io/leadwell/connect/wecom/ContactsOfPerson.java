package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.CONTACT;
import static io.leadwell.tables.wecom.Tables.FOLLOW;
import static io.leadwell.tables.wecom.Tables.FOLLOWER;
import static io.leadwell.tables.wecom.Tables.FOLLOWER_MOVE;
import static io.leadwell.tables.wecom.Tables.INCOMING;
import static io.leadwell.tables.wecom.Tables.WELCOME;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.leadwell.base.privacy.Kept;
import io.leadwell.base.privacy.PersonalData;
import io.leadwell.base.privacy.PersonalRows;
import io.leadwell.base.privacy.Subject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Somebody as WeCom and our accounts know them, and what Tencent told of them. */
@Component
class ContactsOfPerson implements PersonalData {

  private final DSLContext dsl;
  private final PersonalRows rows;

  ContactsOfPerson(DSLContext dsl, PersonalRows rows) {
    this.dsl = dsl;
    this.rows = rows;
  }

  @Override
  public String area() {
    return "wecom";
  }

  @Override
  public List<Kept> kept(Subject person) {
    return List.of(
        rows.read("contact", CONTACT, contacts(person)),
        rows.read("follow", FOLLOW, FOLLOW.CONTACT_ID.in(contactIds(person))),
        rows.read("follower", FOLLOWER, followers(person)),
        rows.read("follower_move", FOLLOWER_MOVE, FOLLOWER_MOVE.FOLLOWER_ID.in(ids(person))));
  }

  /** Who added whom by which code stays, as figures of codes are made of it. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> erase(Subject person) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Subject known = knownHere(person);
    counts.put("callback", callbacks(known));
    dsl.update(FOLLOW)
        .setNull(FOLLOW.REMARK)
        .setNull(FOLLOW.DESCRIPTION)
        .setNull(FOLLOW.REMARK_CORP)
        .set(FOLLOW.REMARK_MOBILES, new String[0])
        .set(FOLLOW.TAGS, new String[0])
        .where(FOLLOW.CONTACT_ID.in(contactIds(person)))
        .execute();
    dsl.update(FOLLOWER_MOVE)
        .setNull(FOLLOWER_MOVE.WHAT)
        .where(FOLLOWER_MOVE.FOLLOWER_ID.in(ids(person)))
        .execute();
    counts.put(
        "contact",
        dsl.update(CONTACT)
            .set(CONTACT.EXTERNAL_ID, erased(CONTACT.ID))
            .setNull(CONTACT.UNION_ID)
            .setNull(CONTACT.NAME)
            .setNull(CONTACT.CORP_NAME)
            .setNull(CONTACT.TITLE)
            .setNull(CONTACT.AVATAR)
            // the pool has been told all there is
            .set(CONTACT.TOLD, new byte[0])
            .where(contacts(person))
            .execute());
    counts.put(
        "follower",
        dsl.update(FOLLOWER)
            .set(FOLLOWER.OPEN_ID, erased(FOLLOWER.ID))
            .setNull(FOLLOWER.UNION_ID)
            .setNull(FOLLOWER.NAME)
            .setNull(FOLLOWER.REMARK)
            .where(followers(person))
            .execute());
    return counts;
  }

  private int callbacks(Subject known) {
    dsl.update(WELCOME)
        .set(WELCOME.TO_ID, erased(WELCOME.ID))
        .setNull(WELCOME.WELCOME_CODE)
        .where(known.isWay(WELCOME.TO_ID))
        .execute();
    return dsl.update(INCOMING)
        .set(INCOMING.CONTENT, "")
        .setNull(INCOMING.PROBLEM)
        .where(rows.mentions(known, INCOMING.CONTENT))
        .and(INCOMING.STATE.ne("waiting"))
        .execute();
  }

  /** With the ids that only this module has. */
  private Subject knownHere(Subject person) {
    Set<String> all = new LinkedHashSet<>();
    dsl.select(CONTACT.EXTERNAL_ID, CONTACT.UNION_ID)
        .from(CONTACT)
        .where(contacts(person))
        .forEach(row -> {
          all.add(row.value1());
          add(all, row.value2());
        });
    dsl.select(FOLLOWER.OPEN_ID, FOLLOWER.UNION_ID)
        .from(FOLLOWER)
        .where(followers(person))
        .forEach(row -> {
          all.add(row.value1());
          add(all, row.value2());
        });
    return person.withIdentities(all);
  }

  private static void add(Set<String> to, @Nullable String id) {
    if (id != null) {
      to.add(id);
    }
  }

  private static Field<String> erased(Field<UUID> id) {
    return concat(inline("erased:"), id.cast(String.class));
  }

  private static Condition contacts(Subject person) {
    return person
        .isPerson(CONTACT.PERSON_ID)
        .or(person.isLead(CONTACT.LEAD_ID))
        .or(person.isWay(CONTACT.EXTERNAL_ID))
        .or(person.isWay(CONTACT.UNION_ID));
  }

  private static Condition followers(Subject person) {
    return person
        .isPerson(FOLLOWER.PERSON_ID)
        .or(person.isLead(FOLLOWER.LEAD_ID))
        .or(person.isWay(FOLLOWER.OPEN_ID))
        .or(person.isWay(FOLLOWER.UNION_ID));
  }

  private static Select<Record1<UUID>> contactIds(Subject person) {
    return select(CONTACT.ID).from(CONTACT).where(contacts(person));
  }

  private static Select<Record1<UUID>> ids(Subject person) {
    return select(FOLLOWER.ID).from(FOLLOWER).where(followers(person));
  }
}
