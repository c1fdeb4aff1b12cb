package io.leadwell.pool.segments;

import static io.leadwell.tables.segments.Tables.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.ProblemCode;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.pool.leads.CameFrom;
import io.leadwell.pool.leads.LeadQuery;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.Merges;
import io.leadwell.pool.leads.NewLead;
import io.leadwell.pool.leads.NewTouch;
import io.leadwell.pool.leads.Touches;
import io.leadwell.pool.rules.Revaluation;
import io.leadwell.testing.MovableClock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Leads, and segments that gather them. */
abstract class SegmentWorld {

  static final Caller WHO = Caller.system();
  static final String DIRECTORS =
      "{\"field\":\"person.title\",\"is\":\"contains\",\"values\":[\"总监\",\"VP\"]}";
  static final String TWO_CASES =
      """
      {"all":[
        {"did":[{"field":"deed.page","is":"contains","values":["/cases"]}],"least":2,"most":null,"days":30},
        {"did":[{"field":"deed.scene","is":"is","values":["call"]}],"least":0,"most":0,"days":14}]}
      """;

  @Autowired Segments segments;
  @Autowired SegmentMembers segmentMembers;
  @Autowired Gathering gathering;
  @Autowired Revaluation revaluation;
  @Autowired Leads leads;
  @Autowired LeadQuery query;
  @Autowired Merges merges;
  @Autowired Touches touches;
  @Autowired Members members;
  @Autowired MovableClock clock;
  @Autowired DSLContext dsl;
  @Autowired JsonMapper json;

  int made;

  LeadRow lead(String name, String title) {
    made++;
    return leads
        .capture(
            new NewLead(
                name,
                "1380013" + (8000 + made),
                null,
                null,
                title,
                null,
                null,
                null,
                null,
                null,
                null),
            WHO)
        .lead();
  }

  Segment segment(String name, String rule) {
    Segment made = segments.add(name, null, json.readTree(rule), WHO);
    settle();
    return segments.get(made.id(), WHO);
  }

  void settle() {
    while (gathering.step()) {
      // each of them
    }
    while (revaluation.step() > 0) {
      // all of them
    }
  }

  void touch(LeadRow lead, String scene, Instant at, String... pages) {
    touches.put(
        List.of(
            new NewTouch(
                lead.personId(),
                UUID.randomUUID().toString(),
                scene,
                at,
                CameFrom.UNKNOWN,
                Map.of(),
                null,
                Map.of("paths", List.of(pages)))));
  }

  Set<UUID> in(Segment segment) {
    return new HashSet<>(
        dsl.select(MEMBER.LEAD_ID)
            .from(MEMBER)
            .where(MEMBER.SEGMENT_ID.eq(segment.id()))
            .fetch(MEMBER.LEAD_ID));
  }

  static void refused(ProblemCode code, Runnable deed) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(deed::run)
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
