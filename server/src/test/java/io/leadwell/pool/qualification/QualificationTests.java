package io.leadwell.pool.qualification;

import static io.leadwell.tables.qualification.Tables.DEFINITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.ProblemCode;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.kernel.rules.Reasons;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.LeadsProblem;
import io.leadwell.pool.leads.Merges;
import io.leadwell.pool.leads.NewLead;
import io.leadwell.pool.leads.Stage;
import io.leadwell.pool.qualification.Bant.Answer;
import io.leadwell.pool.qualification.MqlDefinition.Signature;
import io.leadwell.pool.qualification.MqlDefinition.State;
import io.leadwell.pool.qualification.Qualification.Became;
import io.leadwell.pool.rules.Revaluation;
import io.leadwell.pool.rules.RulesProblem;
import io.leadwell.testing.MovableClock;
import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnPostgres
class QualificationTests {

  private static final String BUDGET =
      """
      {"all":[{"field":"bant.budget","is":"is","values":["yes"]},
              {"field":"bant.need","is":"is","values":["yes","unclear"]}]}
      """;

  @Autowired MqlDefinitions definitions;
  @Autowired Qualification qualification;
  @Autowired Revaluation revaluation;
  @Autowired Leads leads;
  @Autowired Merges merges;
  @Autowired Members members;
  @Autowired MovableClock clock;
  @Autowired DSLContext dsl;
  @Autowired JsonMapper json;

  private Caller marketing = Caller.system();
  private Caller sales = Caller.system();
  private int made;

  @BeforeEach
  void heads() {
    marketing = member("林晓", Role.MARKETING_HEAD);
    sales = member("陈刚", Role.SALES_HEAD);
  }

  private Caller member(String name, Role role) {
    UUID id =
        members
            .join(
                new NewMember(name, null, null, role, null, null, null, false, "zh-CN"),
                Caller.system())
            .id();
    return new Caller(
        Caller.Kind.MEMBER, id, null, name, role.permissions(), Visible.everything(), null);
  }

  private JsonNode rule() {
    return json.readTree(BUDGET);
  }

  private MqlDefinition inForce() {
    MqlDefinition draft = definitions.draft("有预算、有需求", rule(), List.of("person.phone"), marketing);
    definitions.sign(draft.id(), marketing);
    return definitions.sign(draft.id(), sales);
  }

  private LeadRow lead(String name, @Nullable String phone) {
    made++;
    return leads
        .capture(
            new NewLead(
                name,
                phone,
                "a" + made + "@acme.cn",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null),
            Caller.system())
        .lead();
  }

  private static Bant bant(Answer budget, Answer need, int version) {
    return new Bant(
        budget, null, Answer.YES, " 王总 ", null, need, "要替换旧系统", null, null, version, null, null);
  }

  private void settle() {
    while (revaluation.step() > 0) {
      // all of them
    }
  }

  private static void refused(ProblemCode code, Runnable deed) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(deed::run)
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
  }

  @Test
  void a_version_is_in_force_when_both_heads_have_signed_and_not_before() {
    MqlDefinition draft = definitions.draft("有预算", rule(), List.of(), marketing);
    assertThat(draft.version()).isOne();
    assertThat(definitions.sign(draft.id(), marketing).state()).isEqualTo(State.DRAFT);
    assertThat(definitions.sign(draft.id(), marketing).signatures()).hasSize(1);
    MqlDefinition signed = definitions.sign(draft.id(), sales);
    assertThat(signed.state()).isEqualTo(State.IN_FORCE);
    assertThat(signed.signatures())
        .extracting(Signature::role, Signature::by)
        .containsExactly(tuple("marketing_head", "林晓"), tuple("sales_head", "陈刚"));

    MqlDefinition next = inForce();
    assertThat(next.version()).isEqualTo(2);
    assertThat(definitions.all())
        .extracting(MqlDefinition::state)
        .containsExactly(State.IN_FORCE, State.REPLACED);
  }

  @Test
  void what_one_head_signed_is_not_changed_behind_the_signature() {
    MqlDefinition draft = definitions.draft("有预算", rule(), List.of(), marketing);
    definitions.change(draft.id(), "有预算和需求", rule(), List.of(), sales);
    definitions.sign(draft.id(), sales);
    refused(
        QualificationProblem.DEFINITION_SIGNED,
        () -> definitions.change(draft.id(), "别的", rule(), List.of(), marketing));
    definitions.unsign(draft.id(), sales);
    definitions.change(draft.id(), "别的", rule(), List.of(), marketing);
    definitions.discard(draft.id(), marketing);
    refused(QualificationProblem.DEFINITION_SETTLED, () -> definitions.sign(draft.id(), marketing));
    MqlDefinition settled = inForce();
    refused(QualificationProblem.DEFINITION_SETTLED, () -> definitions.unsign(settled.id(), sales));
    refused(
        QualificationProblem.DEFINITION_SETTLED,
        () -> definitions.change(settled.id(), "别的", rule(), List.of(), marketing));
  }

  @Test
  void only_the_two_heads_sign_and_only_one_version_is_written_at_a_time() {
    MqlDefinition draft = definitions.draft("有预算", rule(), List.of(), marketing);
    Caller admin = member("管理员", Role.ADMIN);
    refused(QualificationProblem.SIGNING_NOT_ALLOWED, () -> definitions.sign(draft.id(), admin));
    refused(
        QualificationProblem.SIGNING_NOT_ALLOWED,
        () -> definitions.sign(draft.id(), Caller.system()));
    refused(
        QualificationProblem.DEFINITION_DRAFTED,
        () -> definitions.draft("另一个", rule(), List.of(), sales));
    refused(
        RulesProblem.RULE_INVALID,
        () -> definitions.change(draft.id(), "x", rule(), List.of("person.shoe"), sales));
    refused(
        QualificationProblem.DEFINITION_INVALID,
        () -> definitions.change(draft.id(), " ", rule(), List.of(), sales));
  }

  @Test
  void two_heads_who_sign_at_once_put_it_in_force_once() throws Exception {
    for (int round = 0; round < 10; round++) {
      MqlDefinition draft = definitions.draft("第 " + round + " 轮", rule(), List.of(), marketing);
      CyclicBarrier together = new CyclicBarrier(2);
      try (var threads = Executors.newFixedThreadPool(2)) {
        List<Future<?>> signing =
            List.of(
                threads.submit(() -> sign(draft, marketing, together)),
                threads.submit(() -> sign(draft, sales, together)));
        for (Future<?> each : signing) {
          each.get();
        }
      }
      assertThat(
              dsl.fetchCount(
                  DEFINITION,
                  DEFINITION.IN_FORCE_AT.isNotNull().and(DEFINITION.REPLACED_AT.isNull())))
          .isOne();
      assertThat(definitions.all().getFirst().state()).isEqualTo(State.IN_FORCE);
    }
  }

  private Void sign(MqlDefinition draft, Caller who, CyclicBarrier together) throws Exception {
    together.await();
    definitions.sign(draft.id(), who);
    return null;
  }

  @Test
  void a_lead_is_told_what_it_lacks_and_records_the_version_it_became_mql_under() {
    LeadRow before = lead("赵敏", "13800138001");
    leads.move(before.id(), Stage.MQL, null, marketing);
    settle();
    assertThat(qualification.of(before.id(), marketing).became()).isEqualTo(new Became(null, null));
    clock.advance(Duration.ofMinutes(1));
    inForce();

    LeadRow lead = lead("王伟", null);
    Qualification.Standing standing = qualification.of(lead.id(), marketing);
    assertThat(standing.check().version()).isOne();
    Reasons reasons = Objects.requireNonNull(standing.check().reasons());
    assertThat(reasons.holds()).isFalse();
    assertThat(reasons.parts()).extracting(Reasons::holds).containsExactly(false, false);
    leads.move(lead.id(), Stage.MQL, null, marketing);
    settle();
    assertThat(qualification.of(lead.id(), marketing).became()).isEqualTo(new Became(1, false));

    LeadRow good = lead("李娜", "13800138002");
    standing = qualification.answer(good.id(), bant(Answer.YES, Answer.UNCLEAR, 0), marketing);
    assertThat(standing.bant().contact()).isEqualTo("王总");
    assertThat(Objects.requireNonNull(standing.check().reasons()).holds()).isTrue();
    clock.advance(Duration.ofMinutes(1));
    leads.move(good.id(), Stage.MQL, null, marketing);
    settle();
    clock.advance(Duration.ofMinutes(1));
    inForce();
    settle();
    assertThat(qualification.of(good.id(), marketing).became())
        .as("a later version does not change it")
        .isEqualTo(new Became(1, true));
    assertThat(definitions.all()).extracting(MqlDefinition::leads).containsExactly(0, 2);
  }

  @Test
  void of_two_who_answer_at_once_the_second_is_told_and_nobody_answers_for_others() {
    LeadRow lead = lead("王伟", "13800138001");
    qualification.answer(lead.id(), bant(Answer.YES, Answer.NO, 0), marketing);
    refused(
        QualificationProblem.ANSWERS_CHANGED,
        () -> qualification.answer(lead.id(), bant(Answer.NO, Answer.NO, 0), sales));
    qualification.answer(lead.id(), bant(Answer.NO, Answer.NO, 1), sales);
    Caller seller =
        new Caller(
            Caller.Kind.MEMBER,
            UUID.randomUUID(),
            null,
            "刘洋",
            Role.SALESPERSON.permissions(),
            new Visible.OwnedBy(Set.of(UUID.randomUUID())),
            null);
    refused(LeadsProblem.LEAD_NOT_FOUND, () -> qualification.of(lead.id(), seller));
    refused(
        LeadsProblem.LEAD_NOT_FOUND,
        () -> qualification.answer(lead.id(), bant(Answer.YES, Answer.NO, 2), seller));
  }

  @Test
  void answers_of_a_lead_that_goes_into_another_hold_there_and_stay_its_own() {
    LeadRow one = lead("王伟", "13800138001");
    LeadRow other = lead("王伟", "13800138002");
    qualification.answer(other.id(), bant(Answer.YES, Answer.YES, 0), marketing);
    UUID merge = merges.merge(one.id(), other.id(), marketing);
    assertThat(qualification.of(one.id(), marketing).bant().budget()).isEqualTo(Answer.YES);
    merges.undo(merge, marketing);
    settle();
    assertThat(qualification.of(other.id(), marketing).bant().need()).isEqualTo(Answer.YES);
  }
}
