package io.leadwell.pool.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.capture.Form;
import io.leadwell.acquire.capture.FormWorld;
import io.leadwell.base.workspace.Visible;
import io.leadwell.kernel.rules.Condition;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Merges;
import io.leadwell.pool.rules.Rules;
import io.leadwell.pool.scoring.LeadScore;
import io.leadwell.pool.scoring.Scores;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whoever objects to being judged by what they do is judged by it nowhere. */
@OnPostgres
@Import(FormWorld.class)
class ObjectionsTests extends ConsentWorld {

  @Autowired private Rules rules;
  @Autowired private Scores scores;
  @Autowired private Merges merges;

  private LeadRow wang;
  private LeadRow li;

  @BeforeEach
  void twoFillAForm() {
    Form form = world.asking("plain");
    wang = fill(form, "王伟", "13800138000", "wang@example.com", false);
    li = fill(form, "李娜", "13900139000", "li@example.com", false);
  }

  private void say(LeadRow lead, boolean given) {
    UUID profiling = purposes.withKey(Purpose.PROFILING).orElseThrow().id();
    consents.typed(lead.id(), profiling, Means.EMAIL, given, "来信", WHO);
  }

  private int deeds(LeadRow lead) {
    return rules
        .facts(List.of(lead.id()), Rules.EVER)
        .getOrDefault(lead.id(), new Facts())
        .deeds()
        .size();
  }

  @Test
  void their_deeds_count_in_no_rule_and_no_score_until_they_agree_again() {
    assertThat(deeds(wang)).isPositive();
    assertThat(scores.of(wang.id(), WHO).objects()).isFalse();
    say(wang, false);

    assertThat(deeds(wang)).isZero();
    LeadScore score = scores.of(wang.id(), WHO);
    assertThat(score.objects()).isTrue();
    assertThat(score.deedPoints()).isEmpty();
    assertThat(score.engagement()).isZero();
    assertThat(deeds(li)).as("of somebody else they count").isPositive();

    say(wang, true);
    assertThat(deeds(wang)).isPositive();
  }

  @Test
  void what_is_asked_by_sql_leaves_them_out_as_well() {
    Condition didSomething = new Condition.Did(List.of(), 1, null, null);
    assertThat(found(didSomething)).contains(wang.id(), li.id());
    say(wang, false);

    assertThat(found(didSomething)).contains(li.id()).doesNotContain(wang.id());
  }

  @Test
  void two_who_are_one_object_where_one_of_them_did_and_are_each_their_own_again() {
    say(wang, false);
    UUID merge = merges.merge(li.id(), wang.id(), WHO);
    assertThat(deeds(everybody().getFirst())).as("nobody is judged who said no").isZero();

    merges.undo(merge, WHO);
    assertThat(deeds(wang)).isZero();
    assertThat(deeds(li)).isPositive();
  }

  private List<UUID> found(Condition condition) {
    return dsl.fetchValues(
        rules.leads(rules.understand(condition), Visible.everything(), Instant.now()));
  }
}
