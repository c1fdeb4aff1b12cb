package io.leadwell.pool.qualification;

import static io.leadwell.tables.qualification.Tables.BANT;

import io.leadwell.pool.qualification.Bant.Answer;
import io.leadwell.tables.qualification.tables.records.BantRow;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of a lead's budget, authority, need and time. */
@Component
class BantStore {

  private final DSLContext dsl;

  BantStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<BantRow> find(UUID lead) {
    return dsl.selectFrom(BANT).where(BANT.LEAD_ID.eq(lead)).fetchOptional();
  }

  /** Whether the answers were still those of that version. */
  boolean put(UUID lead, Bant bant, @Nullable UUID by, Instant now) {
    BantRow row = dsl.newRecord(BANT);
    row.setLeadId(lead);
    row.setBudget(word(bant.budget()));
    row.setBudgetNote(bant.budgetNote());
    row.setAuthority(word(bant.authority()));
    row.setAuthorityContact(bant.contact());
    row.setAuthorityNote(bant.authorityNote());
    row.setNeed(word(bant.need()));
    row.setNeedNote(bant.needNote());
    row.setTiming(word(bant.timing()));
    row.setTimingNote(bant.timingNote());
    row.setVersion(bant.version() + 1);
    row.setChangedBy(by);
    row.setChangedAt(now);
    return bant.version() == 0
        ? dsl.insertInto(BANT).set(row).onConflictDoNothing().execute() == 1
        : dsl.update(BANT)
                .set(row)
                .where(BANT.LEAD_ID.eq(lead))
                .and(BANT.VERSION.eq(bant.version()))
                .execute()
            == 1;
  }

  /**
   * What was answered of a lead that went into another holds for that one where nobody answered.
   */
  void inherit(UUID into, UUID from) {
    find(from)
        .ifPresent(row -> {
          row.setLeadId(into);
          dsl.insertInto(BANT).set(row).onConflictDoNothing().execute();
        });
  }

  void forget(Collection<UUID> leads) {
    dsl.deleteFrom(BANT).where(BANT.LEAD_ID.eq(DSL.any(leads.toArray(UUID[]::new)))).execute();
  }

  private static @Nullable String word(@Nullable Answer answer) {
    return answer == null ? null : answer.word();
  }
}
