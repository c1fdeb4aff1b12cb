package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.UNLOOKED;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People as they are held against each other, and who waits for it. */
@Component
class LikenessStore {

  /** Somebody as the matcher reads them. */
  record Face(
      UUID id,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String company,
      @Nullable String title,
      @Nullable String city,
      boolean merged) {}

  /** Somebody who waits, and whether a search of the whole pool asks. */
  record Waiting(UUID id, boolean bySearch) {}

  private final DSLContext dsl;

  LikenessStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Within the transaction that made or changed them. */
  void wait(Collection<UUID> people) {
    if (people.isEmpty()) {
      return;
    }
    dsl.insertInto(UNLOOKED, UNLOOKED.PERSON_ID)
        .select(
            select(PERSON.ID).from(PERSON).where(PERSON.ID.eq(any(people.toArray(UUID[]::new)))))
        .onConflictDoNothing()
        .execute();
  }

  /** Everybody is held against everybody. */
  int everybody() {
    return dsl.insertInto(UNLOOKED, UNLOOKED.PERSON_ID, UNLOOKED.BY_SEARCH)
        .select(select(PERSON.ID, inline(true)).from(PERSON).where(PERSON.REDIRECT_TO.isNull()))
        .onConflictDoNothing()
        .execute();
  }

  int forgetSearch() {
    return dsl.deleteFrom(UNLOOKED).where(UNLOOKED.BY_SEARCH.isTrue()).execute();
  }

  int searching() {
    return dsl.fetchCount(UNLOOKED, UNLOOKED.BY_SEARCH.isTrue());
  }

  boolean anybodyWaits() {
    return dsl.fetchExists(UNLOOKED);
  }

  /** Some who wait; arrivals come first. */
  List<Waiting> waiting(int most) {
    return dsl.selectFrom(UNLOOKED)
        .orderBy(UNLOOKED.BY_SEARCH, UNLOOKED.PERSON_ID)
        .limit(most)
        .fetch(row -> new Waiting(row.getPersonId(), row.getBySearch()));
  }

  void looked(Collection<UUID> people) {
    dsl.deleteFrom(UNLOOKED)
        .where(UNLOOKED.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .execute();
  }

  boolean isThere(UUID person) {
    return dsl.fetchExists(PERSON, PERSON.ID.eq(person));
  }

  List<Face> faces(Collection<UUID> people) {
    return faces(PERSON.ID.eq(any(people.toArray(UUID[]::new))), people.size());
  }

  /** In the order of their ids, behind {@code after}. */
  List<Face> page(@Nullable UUID after, int most) {
    return faces(
        PERSON.REDIRECT_TO.isNull().and(after == null ? noCondition() : PERSON.ID.gt(after)), most);
  }

  private List<Face> faces(Condition whose, int most) {
    return dsl.select(
            PERSON.ID,
            PERSON.NAME,
            PERSON.PHONE,
            PERSON.EMAIL,
            COMPANY.NAME,
            PERSON.TITLE,
            PERSON.CITY,
            PERSON.REDIRECT_TO)
        .from(PERSON)
        .leftJoin(COMPANY)
        .on(COMPANY.ID.eq(PERSON.COMPANY_ID))
        .where(whose)
        .orderBy(PERSON.ID)
        .limit(most)
        .fetch(row ->
            new Face(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6(),
                row.value7(),
                row.value8() != null));
  }

  /** The different owners of the open leads of these people. */
  List<UUID> owners(Collection<UUID> people) {
    return dsl.selectDistinct(LEAD.OWNER_ID)
        .from(LEAD)
        .where(LEAD.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .and(LEAD.STAGE.notIn(Stage.WON.word(), Stage.LOST.word()))
        .and(LEAD.OWNER_ID.isNotNull())
        .fetch(LEAD.OWNER_ID);
  }
}
