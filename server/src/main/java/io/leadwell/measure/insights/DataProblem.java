package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.CONTRACT_FACT;
import static io.leadwell.tables.insights.Tables.LEAD_FACT;
import static org.jooq.impl.DSL.currentTimestamp;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jooq.Condition;

/** What can be wrong with a lead's data so that figures mislead. */
public enum DataProblem {
  WON_BEFORE_FIRST_CONTACT("wonBeforeFirstContact", 1 << 7),
  STAGES_OUT_OF_ORDER("stagesOutOfOrder", 1 << 8),
  FUTURE_DATE("futureDate", LEAD_FACT.LATEST_AT.gt(currentTimestamp().cast(Instant.class))),
  WON_WITHOUT_AMOUNT(
      "wonWithoutAmount",
      LEAD_FACT
          .OWN_WON_AT
          .isNotNull()
          .and(
              notExists(
                  selectOne()
                      .from(CONTRACT_FACT)
                      .where(CONTRACT_FACT.LEAD_ID.eq(LEAD_FACT.LEAD_ID))
                      .and(CONTRACT_FACT.AMOUNT_FEN.gt(0L))))),
  CONTRACT_NOT_WON(
      "contractNotWon",
      LEAD_FACT
          .OWN_WON_AT
          .isNull()
          .and(
              exists(
                  selectOne()
                      .from(CONTRACT_FACT)
                      .where(CONTRACT_FACT.LEAD_ID.eq(LEAD_FACT.LEAD_ID))))),
  NO_CHANNEL("noChannel", 1 << 9),
  NO_OWNER_AFTER_MQL("noOwnerAfterMql", 1 << 10);

  private final String word;
  private final int mark;
  private final Condition condition;

  /** One that the row itself tells by a mark. */
  DataProblem(String word, int mark) {
    this(word, mark, LEAD_FACT.MARKS.bitAnd(inline(mark)).ne(inline(0)));
  }

  DataProblem(String word, Condition condition) {
    this(word, 0, condition);
  }

  DataProblem(String word, int mark, Condition condition) {
    this.word = word;
    this.mark = mark;
    this.condition = condition;
  }

  public String word() {
    return word;
  }

  public static Optional<DataProblem> of(String word) {
    return Arrays.stream(values()).filter(p -> p.word.equals(word)).findAny();
  }

  /** Its bit in the marks of a lead; 0 where it takes more than the row to tell. */
  int mark() {
    return mark;
  }

  Condition condition() {
    return condition;
  }
}
