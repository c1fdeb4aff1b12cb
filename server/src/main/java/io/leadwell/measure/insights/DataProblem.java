package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.CONTRACT_FACT;
import static io.leadwell.tables.insights.Tables.LEAD_FACT;
import static org.jooq.impl.DSL.currentTimestamp;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;

import io.leadwell.pool.leads.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;

/** What can be wrong with a lead's data so that figures mislead. */
public enum DataProblem {
  WON_BEFORE_FIRST_CONTACT(
      "wonBeforeFirstContact", LEAD_FACT.OWN_WON_AT.lt(LEAD_FACT.FIRST_CONTACT_AT)),
  STAGES_OUT_OF_ORDER("stagesOutOfOrder", outOfOrder()),
  FUTURE_DATE("futureDate", future()),
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
  NO_CHANNEL("noChannel", LEAD_FACT.CHANNEL_ID.isNull()),
  NO_OWNER_AFTER_MQL(
      "noOwnerAfterMql",
      LEAD_FACT
          .OWNER_ID
          .isNull()
          .and(LEAD_FACT.STAGE.in(Stage.FUNNEL.stream().skip(1).map(Stage::word).toList())));

  private final String word;
  private final Condition condition;

  DataProblem(String word, Condition condition) {
    this.word = word;
    this.condition = condition;
  }

  public String word() {
    return word;
  }

  public static Optional<DataProblem> of(String word) {
    return Arrays.stream(values()).filter(p -> p.word.equals(word)).findAny();
  }

  Condition condition() {
    return condition;
  }

  /** A stage entered before one that stands earlier in the funnel. */
  private static Condition outOfOrder() {
    List<Condition> steps = new ArrayList<>();
    Field<Instant> latest = Conditions.own(Stage.LEAD);
    for (Stage stage : Stage.FUNNEL.subList(1, Stage.FUNNEL.size())) {
      steps.add(Conditions.own(stage).lt(latest));
      latest = greatest(latest, Conditions.own(stage));
    }
    return or(steps);
  }

  private static Condition future() {
    Field<Instant> now = currentTimestamp().cast(Instant.class);
    return or(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(LEAD_FACT.FIRST_CONTACT_AT, LEAD_FACT.LOST_AT),
                Stage.FUNNEL.stream().map(Conditions::own))
            .map(at -> at.gt(now))
            .toList());
  }
}
