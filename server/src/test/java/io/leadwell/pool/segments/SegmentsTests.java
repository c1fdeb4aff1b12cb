package io.leadwell.pool.segments;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.segments.Tables.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.ProblemCode;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.kernel.rules.Reasons;
import io.leadwell.pool.leads.CameFrom;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.LeadChoice;
import io.leadwell.pool.leads.LeadEdit;
import io.leadwell.pool.leads.LeadFilter;
import io.leadwell.pool.leads.LeadQuery;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.LeadsProblem;
import io.leadwell.pool.leads.Merges;
import io.leadwell.pool.leads.NewLead;
import io.leadwell.pool.leads.NewTouch;
import io.leadwell.pool.leads.Touches;
import io.leadwell.pool.rules.Revaluation;
import io.leadwell.pool.rules.RulesProblem;
import io.leadwell.testing.MovableClock;
import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@OnPostgres
class SegmentsTests {

  private static final Caller WHO = Caller.system();
  private static final String DIRECTORS =
      "{\"field\":\"person.title\",\"is\":\"contains\",\"values\":[\"总监\",\"VP\"]}";
  private static final String TWO_CASES =
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

  private int made;

  private LeadRow lead(String name, String title) {
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

  private Segment segment(String name, String rule) {
    Segment made = segments.add(name, null, json.readTree(rule), WHO);
    settle();
    return segments.get(made.id(), WHO);
  }

  private void settle() {
    while (gathering.step()) {
      // each of them
    }
    while (revaluation.step() > 0) {
      // all of them
    }
  }

  private void touch(LeadRow lead, String scene, Instant at, String... pages) {
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

  private Set<UUID> in(Segment segment) {
    return new HashSet<>(
        dsl.select(MEMBER.LEAD_ID)
            .from(MEMBER)
            .where(MEMBER.SEGMENT_ID.eq(segment.id()))
            .fetch(MEMBER.LEAD_ID));
  }

  private static void refused(ProblemCode code, Runnable deed) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(deed::run)
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
  }

  @Test
  void a_rule_gathers_its_leads_and_whoever_changes_comes_and_goes() {
    LeadRow director = lead("王伟", "市场总监");
    LeadRow clerk = lead("李娜", "专员");
    Segment segment = segment("决策人", DIRECTORS);
    assertThat(in(segment)).containsExactly(director.id());
    assertThat(segment.leads()).isOne();
    assertThat(segment.gathering()).isFalse();

    leads.edit(clerk.id(), title("vp of marketing"), WHO);
    leads.edit(director.id(), title("顾问"), WHO);
    LeadRow later = lead("赵敏", "销售总监");
    settle();
    assertThat(in(segment)).containsExactlyInAnyOrder(clerk.id(), later.id());
  }

  private static LeadEdit title(String title) {
    return new LeadEdit(Map.of(Fact.TITLE, title));
  }

  @Test
  void relative_dates_flip_on_time_without_anybody_touching_the_lead() {
    LeadRow lead = lead("王伟", "工程师");
    Instant now = clock.instant();
    touch(lead, "visit", now.minus(Duration.ofDays(29)), "/cases/a");
    touch(lead, "visit", now.minus(Duration.ofDays(3)), "/cases/b");
    touch(lead, "call", now.minus(Duration.ofDays(13)));
    Segment segment = segment("读了案例未联系", TWO_CASES);
    assertThat(in(segment)).as("was called a fortnight ago, almost").isEmpty();

    clock.advance(Duration.ofHours(23));
    settle();
    assertThat(in(segment)).isEmpty();
    clock.advance(Duration.ofMinutes(50));
    settle();
    assertThat(in(segment)).as("a case is 29 days and 23:50 old, the call 13 and 23:50").isEmpty();
    // The first case leaves the thirty days in the moment in which the call leaves the fourteen.
    touch(lead, "visit", now, "/cases/c");
    clock.advance(Duration.ofMinutes(11));
    settle();
    assertThat(in(segment)).containsExactly(lead.id());

    clock.advance(Duration.ofDays(27));
    settle();
    assertThat(in(segment)).as("one case is left of the last thirty days").isEmpty();
  }

  @Test
  void who_is_kept_in_a_list_by_hand_stays_through_a_merge_and_is_back_after_it() {
    LeadRow one = lead("王伟", "市场总监");
    LeadRow other = lead("王伟", "市场总监");
    Segment list = segments.add("邀请名单", null, null, WHO);
    assertThat(segmentMembers.put(list.id(), LeadChoice.of(List.of(other.id())), WHO))
        .containsExactly(other.id());
    assertThat(segmentMembers.put(list.id(), LeadChoice.of(List.of(other.id())), WHO)).isEmpty();

    UUID merge = merges.merge(one.id(), other.id(), WHO);
    assertThat(in(list)).containsExactly(one.id());
    merges.undo(merge, WHO);
    assertThat(in(list)).containsExactly(other.id());
    assertThat(segmentMembers.take(list.id(), List.of(one.id(), other.id()), WHO))
        .containsExactly(other.id());
    assertThat(in(list)).isEmpty();
  }

  @Test
  void a_reader_counts_sees_and_fills_with_the_leads_of_their_scope_only() {
    LeadRow mine = lead("王伟", "市场总监");
    LeadRow theirs = lead("李娜", "市场总监");
    UUID me = seller();
    dsl.update(LEAD).set(LEAD.OWNER_ID, me).where(LEAD.ID.eq(mine.id())).execute();
    Segment segment = segment("决策人", DIRECTORS);
    Caller seller =
        new Caller(
            Caller.Kind.MEMBER,
            me,
            null,
            "刘洋",
            Role.SALESPERSON.permissions(),
            new Visible.OwnedBy(Set.of(me)),
            null);
    assertThat(segment.leads()).isEqualTo(2);
    assertThat(segments.get(segment.id(), seller).leads()).isOne();
    Segments.Trial trial = segments.tryOut(json.readTree(DIRECTORS), seller);
    assertThat(trial.leads()).isOne();
    assertThat(trial.some()).extracting(LeadRow::id).containsExactly(mine.id());
    refused(
        LeadsProblem.LEAD_NOT_FOUND,
        () -> segmentMembers.reasons(segment.id(), theirs.id(), seller));
    Segment list = segments.add("名单", null, null, WHO);
    assertThat(segmentMembers.put(list.id(), LeadChoice.of(LeadFilter.everything()), seller))
        .containsExactly(mine.id());
  }

  @Test
  void the_list_of_leads_is_narrowed_by_a_segment_and_by_any_field_of_rules() {
    LeadRow director = lead("王伟", "市场总监");
    lead("李娜", "专员");
    Segment segment = segment("决策人", DIRECTORS);
    assertThat(found(Map.of("lead.segment", segment.id().toString())))
        .containsExactly(director.id());
    assertThat(found(Map.of("person.title~contains", "总监", "lead.stage", "lead,mql")))
        .containsExactly(director.id());
    assertThat(found(Map.of("person.title~not_contains", "总监"))).hasSize(1);
    refused(RulesProblem.RULE_INVALID, () -> found(Map.of("person.shoe", "42")));
  }

  private List<UUID> found(Map<String, String> asked) {
    return leads
        .page(query.filter(asked), LeadFilter.Order.NEWEST_FIRST, null, 10, WHO)
        .items()
        .stream()
        .map(LeadRow::id)
        .toList();
  }

  @Test
  void a_marketer_can_read_why_somebody_is_in_or_out() {
    LeadRow lead = lead("王伟", "市场总监");
    touch(lead, "visit", clock.instant(), "/cases/a");
    Segment segment = segment("读了案例未联系", TWO_CASES);
    Reasons reasons = segmentMembers.reasons(segment.id(), lead.id(), WHO);
    assertThat(reasons.holds()).isFalse();
    assertThat(reasons.parts()).extracting(Reasons::holds).containsExactly(false, true);
    assertThat(reasons.parts()).extracting(Reasons::count).containsExactly(1, 0);
  }

  @Test
  void what_cannot_be_is_refused_with_a_reason() {
    Segment segment = segment("决策人", DIRECTORS);
    refused(SegmentsProblem.SEGMENT_NAME_TAKEN, () -> segments.add(" 决策人 ", null, null, WHO));
    refused(SegmentsProblem.SEGMENT_INVALID, () -> segments.add(" ", null, null, WHO));
    refused(
        SegmentsProblem.SEGMENT_DYNAMIC,
        () -> segmentMembers.put(segment.id(), LeadChoice.of(List.of(UUID.randomUUID())), WHO));
    String nested =
        "{\"field\":\"lead.segment\",\"is\":\"is\",\"values\":[\"" + segment.id() + "\"]}";
    refused(
        SegmentsProblem.SEGMENT_INVALID,
        () -> segments.add("人群的人群", null, json.readTree(nested), WHO));
    refused(
        SegmentsProblem.SEGMENT_INVALID,
        () -> segments.change(segment.id(), 1, "决策人", null, null, WHO));
    segments.change(segment.id(), 1, "决策人们", null, json.readTree(DIRECTORS), WHO);
    refused(
        SegmentsProblem.SEGMENT_CHANGED,
        () -> segments.change(segment.id(), 1, "决策人", null, json.readTree(DIRECTORS), WHO));
  }

  @Test
  void an_archived_one_is_gathered_anew_when_it_comes_back() {
    Segment segment = segment("决策人", DIRECTORS);
    segments.archive(segment.id(), WHO);
    refused(SegmentsProblem.SEGMENT_NOT_FOUND, () -> segments.get(segment.id(), WHO));
    LeadRow director = lead("王伟", "市场总监");
    settle();
    segments.restore(segment.id(), WHO);
    settle();
    assertThat(in(segment)).containsExactly(director.id());
  }

  @Test
  void whoever_comes_in_while_members_are_gathered_is_neither_lost_nor_there_twice()
      throws Exception {
    List<LeadRow> all = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      Future<?> coming =
          threads.submit(() -> {
            for (int i = 0; i < 40; i++) {
              all.add(lead("人" + i, i % 2 == 0 ? "总监" : "专员"));
            }
          });
      Segment segment = segments.add("决策人", null, json.readTree(DIRECTORS), WHO);
      Future<?> looking =
          threads.submit(() -> {
            for (int i = 0; i < 20; i++) {
              gathering.step();
              revaluation.step();
            }
          });
      coming.get();
      looking.get();
      settle();
      assertThat(in(segment)).hasSize(20);
    }
  }

  private UUID seller() {
    return Objects.requireNonNull(
        members
            .join(
                new NewMember("刘洋", null, null, Role.SALESPERSON, null, null, null, false, "zh-CN"),
                WHO)
            .id());
  }
}
