package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.kernel.matching.Folding;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class CompanySpellingTests extends CompanyFiles {

  @Autowired private Companies companies;

  @Test
  void spellings_of_one_name_are_one_company() {
    bring(
        row("a1", "上海华信科技有限公司", MARCH),
        row("a2", "上海華信科技有限責任公司", MARCH),
        row("a3", "上海（华信）科技　有限公司", MARCH),
        row("b1", "Acme Co., Ltd.", MARCH),
        row("b2", "ACME Company Limited", MARCH));
    bring(row("a4", "上海華信科技有限公司", MARCH));
    assertThat(stored()).containsExactlyInAnyOrder("上海华信科技有限公司", "Acme Co., Ltd.");
  }

  @Test
  void branches_other_places_and_other_forms_are_companies_of_their_own() {
    bring(
        row("a1", "上海华信科技有限公司", MARCH),
        row("a2", "北京华信科技有限公司", MARCH),
        row("a3", "上海华信科技股份有限公司", MARCH),
        row("a4", "上海华信科技有限公司杭州分公司", MARCH),
        row("a5", "上海华信科技有限公司苏州分公司", MARCH));
    assertThat(stored()).hasSize(5);
  }

  @Test
  void a_company_of_former_days_is_still_known_by_its_former_key() {
    String name = "上海華信科技有限責任公司";
    bring(row("a1", name, MARCH));
    dsl.update(COMPANY).set(COMPANY.NAME_KEY, Folding.key(name)).execute();
    bring(row("a2", name, MARCH));
    assertThat(stored()).containsExactly(name);
    assertThat(found("華信")).containsExactly(name);
  }

  @Test
  void a_company_is_found_by_any_spelling_and_by_part_of_one() {
    bring(row("a1", "上海华信科技有限责任公司", MARCH), row("b1", "Acme Company Limited", MARCH));
    assertThat(found("華信科技")).hasSize(1);
    assertThat(found("上海华信科技有限公司")).hasSize(1);
    assertThat(found("上海华信科技有限责任公司")).hasSize(1);
    assertThat(found("acme co., ltd")).hasSize(1);
    assertThat(found("ACME Company Limited")).hasSize(1);
  }

  private List<String> stored() {
    return dsl.select(COMPANY.NAME).from(COMPANY).fetch(COMPANY.NAME);
  }

  private List<String> found(String typed) {
    return companies
        .page(
            new CompanyFilter(typed, null, null, null),
            new CompanyOrder(CompanyOrder.Sort.NAME, false),
            null,
            50,
            WHO)
        .items()
        .stream()
        .map(CompanyRow::name)
        .toList();
  }
}
