package io.leadwell.pool.consent;

import static io.leadwell.tables.consent.Tables.PURPOSE;
import static io.leadwell.tables.consent.Tables.PURPOSE_TEXT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import io.leadwell.pool.consent.Purpose.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Rows of purposes and their texts; a text is written once. */
@Repository
class PurposeStore {

  private final DSLContext dsl;

  PurposeStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<Purpose> all() {
    Map<UUID, List<Purpose.Text>> texts = new HashMap<>();
    dsl.selectFrom(PURPOSE_TEXT)
        .orderBy(PURPOSE_TEXT.NUMBER.desc())
        .forEach(row ->
            texts
                .computeIfAbsent(row.getPurposeId(), _ -> new ArrayList<>())
                .add(
                    new Purpose.Text(
                        row.getNumber(),
                        row.getZh(),
                        row.getEn(),
                        row.getPublishedBy(),
                        row.getPublishedAt())));
    return dsl.selectFrom(PURPOSE)
        .orderBy(PURPOSE.ARCHIVED, PURPOSE.PLACE, PURPOSE.CREATED_AT)
        .fetch(row ->
            new Purpose(
                row.getId(),
                row.getKey(),
                row.getNameZh(),
                row.getNameEn(),
                Rule.of(row.getRule()),
                row.getArchived(),
                List.copyOf(texts.getOrDefault(row.getId(), List.of()))));
  }

  /** False when there is one with this key. */
  boolean insert(UUID id, String key, String nameZh, String nameEn, Rule rule, Instant now) {
    return dsl.insertInto(PURPOSE)
            .set(PURPOSE.ID, id)
            .set(PURPOSE.KEY, key)
            .set(PURPOSE.PLACE, select(coalesce(max(PURPOSE.PLACE), 0).plus(1)).from(PURPOSE))
            .set(PURPOSE.NAME_ZH, nameZh)
            .set(PURPOSE.NAME_EN, nameEn)
            .set(PURPOSE.RULE, rule.word())
            .set(PURPOSE.CREATED_AT, now)
            .onConflict(PURPOSE.KEY)
            .doNothing()
            .execute()
        == 1;
  }

  void update(UUID id, String nameZh, String nameEn, Rule rule, boolean archived) {
    dsl.update(PURPOSE)
        .set(PURPOSE.NAME_ZH, nameZh)
        .set(PURPOSE.NAME_EN, nameEn)
        .set(PURPOSE.RULE, rule.word())
        .set(PURPOSE.ARCHIVED, archived)
        .where(PURPOSE.ID.eq(id))
        .execute();
  }

  /** The purpose stays as it is until the transaction ends. */
  void lock(UUID id) {
    dsl.select(PURPOSE.ID).from(PURPOSE).where(PURPOSE.ID.eq(id)).forUpdate().fetch();
  }

  void publish(UUID id, int number, String zh, String en, String by, Instant now) {
    dsl.insertInto(PURPOSE_TEXT)
        .set(PURPOSE_TEXT.PURPOSE_ID, id)
        .set(PURPOSE_TEXT.NUMBER, number)
        .set(PURPOSE_TEXT.ZH, zh)
        .set(PURPOSE_TEXT.EN, en)
        .set(PURPOSE_TEXT.PUBLISHED_BY, by)
        .set(PURPOSE_TEXT.PUBLISHED_AT, now)
        .execute();
  }
}
