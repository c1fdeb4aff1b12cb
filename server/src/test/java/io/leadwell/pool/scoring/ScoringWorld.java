package io.leadwell.pool.scoring;

import static io.leadwell.tables.scoring.Tables.SCORE;

import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Arrival;
import io.leadwell.pool.leads.Arrivals;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.CameFrom;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.NewTouch;
import io.leadwell.pool.leads.Observation.TouchSeen;
import io.leadwell.pool.leads.Touches;
import io.leadwell.pool.rules.Revaluation;
import io.leadwell.tables.scoring.tables.records.ScoreRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;

/** People who leave their names and read, and a model that is easy to sum up. */
abstract class ScoringWorld {

  static final Caller HEAD = Caller.system();

  @Autowired Arrivals arrivals;
  @Autowired Touches touches;
  @Autowired Leads leads;
  @Autowired Revaluation revaluation;
  @Autowired ScoreModels models;
  @Autowired ModelReading reading;
  @Autowired Scores scores;
  @Autowired DSLContext dsl;

  private int keys;

  /** Everything that changed is looked at. */
  void settle() {
    while (revaluation.step() > 0) {
      // as long as somebody waits
    }
  }

  Arrived arrive(String name, String title, Instant at) {
    return arrive(name, title, "", at);
  }

  Arrived arrive(String name, String title, String line, Instant at) {
    keys++;
    Facts facts =
        Facts.build()
            .with(Fact.NAME, name)
            .with(Fact.TITLE, title)
            .with(Fact.BUSINESS_LINE, line)
            .with(Fact.PHONE, "+86138" + (10_000_000 + keys))
            .done();
    return arrivals.bring(
        new Arrival(
            "form:demo",
            "arrival-" + keys,
            at,
            null,
            facts.toStore(),
            facts,
            TouchSeen.of("form", at),
            List.of(),
            List.of(),
            true));
  }

  void did(Arrived who, String scene, Instant at) {
    keys++;
    touches.put(
        List.of(
            new NewTouch(
                who.personId(),
                "touch-" + keys,
                scene,
                at,
                CameFrom.UNKNOWN,
                Map.of(),
                null,
                Map.of())));
  }

  ScoreRow score(Arrived of) {
    return dsl.selectFrom(SCORE).where(SCORE.LEAD_ID.eq(lead(of))).fetchSingle();
  }

  static UUID lead(Arrived of) {
    return Objects.requireNonNull(of.leadId());
  }

  static Instant ago(int days) {
    return Instant.now().minus(Duration.ofDays(days));
  }

  /** A director is worth 70; a form {@code form}, what is read 10 for the last three times. */
  ModelDefinition simple(int form) {
    return reading.read(
        """
        {"halfLifeDays": 14, "fitFrom": [70, 50, 30], "engagementFrom": [60, 30, 10],
         "routes": {"A1": "premium", "A2": "sdr", "D4": "incubation"},
         "fit": [{"key": "director", "group": "title", "zh": "总监", "points": 70,
                  "when": {"field": "person.title", "is": "contains", "values": ["总监"]}}],
         "engagement": [
           {"key": "form", "zh": "提交表单", "points": %d, "most": 1,
            "where": [{"field": "deed.scene", "is": "is", "values": ["form"]}]},
           {"key": "read", "zh": "阅读内容", "points": 10, "most": 3,
            "where": [{"field": "deed.scene", "is": "is", "values": ["content_read"]}]}]}
        """
            .formatted(form));
  }

  int publish(String line, ModelDefinition definition) {
    int revision = models.keep(line, 0, definition, HEAD).revision();
    return models.publish(line, revision, null, HEAD);
  }
}
