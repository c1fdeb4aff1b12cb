package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.SURVIVORSHIP_RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.fields.FieldType;
import io.leadwell.pool.leads.Survivorship.Wanted;
import io.leadwell.pool.leads.SurvivorshipPreview.Preview;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class SurvivorshipTests extends FieldWorld {

  private static final String PHONE = "+8613800138000";

  @Autowired private Survivorship survivorship;
  @Autowired private SurvivorshipWork work;

  private UUID wang() {
    arrive("1", MAY, "王伟", PHONE, Facts.build().with(Fact.TITLE, "技术部经理"));
    arrive("2", JUNE, "王伟", PHONE, Facts.build().with(Fact.TITLE, "总监"));
    Facts told =
        Facts.build().with(Fact.NAME, "王伟").with(Fact.PHONE, PHONE).with(Fact.TITLE, "CTO").done();
    return required(
        arrivals
            .bring(
                new Arrival(
                    "wecom:ww1",
                    "3",
                    MAY.plusSeconds(60),
                    null,
                    told.toStore(),
                    told,
                    Observation.TouchSeen.of("wecom", MAY),
                    List.of(),
                    List.of(),
                    true))
            .leadId());
  }

  private void change(Map<String, SurvivorshipRule> rules, List<String> sources) {
    survivorship.change(new Wanted(rules, sources), WHO);
    while (work.step()) {
      // until everybody is folded anew
    }
  }

  private String title(UUID lead) {
    return String.valueOf(leads.get(lead, WHO).title());
  }

  @Test
  void each_rule_shows_its_value_and_the_usual_one_puts_it_back() {
    UUID lead = wang();
    assertThat(title(lead)).isEqualTo("总监");
    change(Map.of("title", SurvivorshipRule.OLDEST), List.of());
    assertThat(title(lead)).isEqualTo("技术部经理");
    change(Map.of("title", SurvivorshipRule.LONGEST), List.of());
    assertThat(title(lead)).isEqualTo("技术部经理");
    change(Map.of("title", SurvivorshipRule.SOURCE), List.of("wecom", "form"));
    assertThat(title(lead)).isEqualTo("CTO");
    change(Map.of("title", SurvivorshipRule.SOURCE), List.of("form", "wecom"));
    assertThat(title(lead)).isEqualTo("总监");
    change(Map.of("title", SurvivorshipRule.NEWEST), List.of());
    assertThat(title(lead)).isEqualTo("总监");
    change(Map.of("title", SurvivorshipRule.USUAL), List.of());
    assertThat(title(lead)).isEqualTo("总监");
  }

  @Test
  void what_was_said_by_hand_holds_under_every_rule() {
    UUID lead = wang();
    leads.edit(lead, new LeadEdit(Map.of(Fact.TITLE, "顾问")), WHO);
    for (SurvivorshipRule rule : SurvivorshipRule.values()) {
      change(Map.of("title", rule), List.of("wecom"));
      assertThat(title(lead)).as(rule.word()).isEqualTo("顾问");
    }
  }

  @Test
  void whoever_comes_in_after_the_change_goes_by_the_new_rule() {
    change(Map.of("title", SurvivorshipRule.OLDEST), List.of());
    assertThat(title(wang())).isEqualTo("技术部经理");
  }

  @Test
  void the_preview_counts_whom_the_change_then_changes() {
    UUID lead = wang();
    arrive("8", MAY, "李娜", "+8613900139000", Facts.build().with(Fact.TITLE, "采购"));
    arrive("9", JUNE, "李娜", "+8613900139000", Facts.build().with(Fact.CITY, "南京"));
    Wanted wanted = new Wanted(Map.of("title", SurvivorshipRule.OLDEST), List.of());
    Preview preview = survivorship.preview(wanted, WHO);
    assertThat(preview.people()).isEqualTo(2);
    assertThat(preview.changed()).isEqualTo(1);
    assertThat(preview.byField()).containsExactly(Map.entry("title", 1));
    assertThat(preview.examples().getFirst().before()).isEqualTo("总监");
    assertThat(preview.examples().getFirst().after()).isEqualTo("技术部经理");
    assertThat(title(lead)).as("a preview changes nothing").isEqualTo("总监");

    change(Map.of("title", SurvivorshipRule.OLDEST), List.of());
    SurvivorshipWork.Run run = java.util.Objects.requireNonNull(survivorship.settings().run());
    assertThat(run.state()).isEqualTo("done");
    assertThat(run.done()).isEqualTo(run.total());
    assertThat(run.changed()).isEqualTo(1);
  }

  @Test
  void the_same_rules_again_start_nothing() {
    wang();
    survivorship.change(new Wanted(Map.of(), List.of()), WHO);
    assertThat(dsl.fetchCount(SURVIVORSHIP_RUN)).isZero();
  }

  @Test
  void a_second_change_takes_the_place_of_a_run_and_a_run_can_be_stopped() {
    wang();
    survivorship.change(new Wanted(Map.of("title", SurvivorshipRule.OLDEST), List.of()), WHO);
    survivorship.change(new Wanted(Map.of("title", SurvivorshipRule.LONGEST), List.of()), WHO);
    assertThat(dsl.fetchCount(SURVIVORSHIP_RUN)).isEqualTo(2);
    survivorship.cancel(WHO);
    assertThat(dsl.fetchCount(SURVIVORSHIP_RUN, SURVIVORSHIP_RUN.STATE.eq("running"))).isZero();
  }

  @Test
  void a_rule_may_be_made_for_a_custom_field_and_for_none_that_does_not_exist() {
    field(FieldEntity.PERSON, "hobby", FieldType.TEXT);
    arrive("1", MAY, "王伟", PHONE, Facts.build().custom("person.hobby", "围棋"));
    UUID lead =
        required(
            arrive("2", JUNE, "王伟", PHONE, Facts.build().custom("person.hobby", "棋")).leadId());
    assertThat(shown(lead, "person.hobby")).isEqualTo("棋");
    change(Map.of("person.hobby", SurvivorshipRule.LONGEST), List.of());
    assertThat(shown(lead, "person.hobby")).isEqualTo("围棋");
    assertThatThrownBy(() -> change(Map.of("nothing", SurvivorshipRule.NEWEST), List.of()))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> change(Map.of("owner_id", SurvivorshipRule.NEWEST), List.of()))
        .isInstanceOf(Problem.class);
  }

  @Test
  void a_company_goes_by_its_rule_as_well() {
    arrive(
        "1", MAY, "王伟", PHONE, Facts.build().with(Fact.COMPANY, "华信机械").with(Fact.INDUSTRY, "机械"));
    UUID lead =
        required(
            arrive(
                    "2",
                    JUNE,
                    "李娜",
                    "+8613900139000",
                    Facts.build().with(Fact.COMPANY, "华信机械").with(Fact.INDUSTRY, "智能制造"))
                .leadId());
    assertThat(industry(lead)).isEqualTo("机械");
    Map<String, SurvivorshipRule> newest = Map.of("company.industry", SurvivorshipRule.NEWEST);
    assertThat(survivorship.preview(new Wanted(newest, null), WHO).companiesChanged()).isEqualTo(1);
    change(newest, List.of());
    assertThat(industry(lead)).isEqualTo("智能制造");
    change(Map.of("company.industry", SurvivorshipRule.USUAL), List.of());
    assertThat(industry(lead)).isEqualTo("机械");
  }

  private String industry(UUID lead) {
    var tables = io.leadwell.tables.leads.Tables.COMPANY;
    return dsl.select(tables.INDUSTRY)
        .from(tables)
        .where(tables.ID.eq(required(leads.get(lead, WHO).companyId())))
        .fetchSingle(tables.INDUSTRY);
  }
}
