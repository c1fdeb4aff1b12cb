package io.leadwell.pool.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.fields.FieldType;
import io.leadwell.testing.OnPostgres;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class CompanyFactsTests extends FieldWorld {

  @Autowired private CompanyFacts facts;
  @Autowired private Companies companies;
  @Autowired private CompanyMerges companyMerges;

  private UUID company(String key, String name, String industry) {
    UUID lead =
        required(
            arrive(
                    key,
                    MAY,
                    "王" + key,
                    "+86138001380" + key,
                    Facts.build().with(Fact.COMPANY, name).with(Fact.INDUSTRY, industry))
                .leadId());
    return required(leads.get(lead, WHO).companyId());
  }

  private CompanyRow row(UUID company) {
    return companies.profile(company, WHO).company();
  }

  @Test
  void a_company_is_edited_by_hand_and_the_edit_taken_back() {
    UUID id = company("01", "华信机械", "机械");
    CompanyFacts.Edited first = facts.edit(id, Map.of("company.industry", "智能制造"), WHO);
    assertThat(first.company().industry()).isEqualTo("智能制造");
    facts.edit(id, Map.of("company.industry", "", "company.domain", "huaxin.cn"), WHO);
    assertThat(row(id).industry()).isNull();
    assertThat(row(id).domain()).isEqualTo("huaxin.cn");

    FactHistory.Story story = facts.story(id, "company.industry", WHO);
    assertThat(story.why()).isEqualTo("hand");
    assertThat(story.values()).hasSize(3);

    facts.undo(id, first.undo(), WHO);
    assertThat(row(id).industry()).as("emptied later").isNull();
    assertThatThrownBy(() -> facts.undo(id, first.undo(), WHO)).isInstanceOf(Problem.class);
  }

  @Test
  void undone_it_shows_what_was_told_first() {
    UUID id = company("01", "华信机械", "机械");
    company("02", "华信机械", "装备");
    UUID undo = facts.edit(id, Map.of("company.industry", "智能制造"), WHO).undo();
    company("03", "华信机械", "其他");
    assertThat(row(id).industry()).isEqualTo("智能制造");
    assertThat(facts.undo(id, undo, WHO).industry()).isEqualTo("机械");
  }

  @Test
  void values_go_with_a_merge_of_companies_and_come_back() {
    field(FieldEntity.COMPANY, "turnover", FieldType.MONEY);
    UUID one = company("01", "华信机械", "机械");
    UUID other = company("02", "华信机械厂", "装备");
    facts.edit(other, Map.of("company.turnover", "3亿", "company.domain", "huaxin.cn"), WHO);

    UUID merge = companyMerges.merge(one, other, WHO);
    assertThat(row(one).custom()).containsEntry("company.turnover", "30000000000");
    assertThat(row(one).domain()).isEqualTo("huaxin.cn");

    companyMerges.undo(merge, WHO);
    assertThat(row(one).custom()).isEmpty();
    assertThat(row(one).domain()).isNull();
    assertThat(row(other).custom()).containsEntry("company.turnover", "30000000000");
    assertThat(row(other).domain()).isEqualTo("huaxin.cn");
  }

  @Test
  void what_does_not_exist_or_fit_is_refused() {
    field(FieldEntity.COMPANY, "turnover", FieldType.MONEY);
    field(FieldEntity.LEAD, "use", FieldType.TEXT);
    UUID id = company("01", "华信机械", "机械");
    assertThatThrownBy(() -> facts.edit(id, Map.of("company.turnover", "多"), WHO))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> facts.edit(id, Map.of("lead.use", "备份"), WHO))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> facts.edit(id, Map.of(), WHO)).isInstanceOf(Problem.class);
  }

  @Test
  void who_sees_none_of_its_leads_neither_reads_nor_edits_it() {
    UUID id = company("01", "华信机械", "机械");
    var zhou = salesperson("周敏");
    assertThatThrownBy(() -> facts.edit(id, Map.of("company.industry", "甲"), zhou))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> facts.story(id, "company.industry", zhou)).isInstanceOf(Problem.class);
  }
}
