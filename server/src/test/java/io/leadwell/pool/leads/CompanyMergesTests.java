package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.COMPANY_FIGURES;
import static io.leadwell.tables.leads.Tables.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class CompanyMergesTests extends ArrivingWorld {

  private static final Caller SOMEBODY = Caller.system();
  private static final String RIGHT = "北京字跳网络技术有限公司";
  private static final String MISSPELT = "北京字跳网罗技术有限公司";

  @Autowired private CompanyMerges merges;
  @Autowired private Companies companies;

  private Arrived arrive(String key, String phone, String company, @Nullable String uscc) {
    Facts facts =
        Facts.build()
            .with(Fact.NAME, "人" + key)
            .with(Fact.PHONE, phone)
            .with(Fact.COMPANY, company)
            .with(Fact.USCC, uscc)
            .done();
    return arrivals.bring(form(key, MAY, facts, List.of()));
  }

  private UUID company(Arrived arrived) {
    return Objects.requireNonNull(leads.get(required(arrived.leadId()), SOMEBODY).companyId());
  }

  private long figures(UUID company) {
    return dsl.select(COMPANY_FIGURES.LEADS)
        .from(COMPANY_FIGURES)
        .where(COMPANY_FIGURES.COMPANY_ID.eq(company))
        .fetchSingle(COMPANY_FIGURES.LEADS);
  }

  @Test
  void whoever_names_the_other_spelling_belongs_to_the_one_company_now_and_later() {
    Arrived right = arrive("1", "+8613800138001", RIGHT, null);
    Arrived wrong = arrive("2", "+8613800138002", MISSPELT, null);
    UUID one = company(right);

    merges.merge(one, company(wrong), SOMEBODY);
    Arrived later = arrive("3", "+8613800138003", MISSPELT, null);

    assertThat(company(wrong)).isEqualTo(one);
    assertThat(company(later)).isEqualTo(one);
    assertThat(figures(one)).isEqualTo(3);
    assertThat(companies.profile(one, SOMEBODY).leads()).hasSize(3);
    assertThat(dsl.fetchCount(COMPANY, COMPANY.REDIRECT_TO.isNull())).isEqualTo(1);
  }

  @Test
  void taken_back_everybody_stands_under_the_name_they_gave() {
    Arrived right = arrive("1", "+8613800138001", RIGHT, null);
    Arrived wrong = arrive("2", "+8613800138002", MISSPELT, null);
    UUID one = company(right);
    UUID other = company(wrong);
    UUID merge = merges.merge(one, other, SOMEBODY);
    Arrived later = arrive("3", "+8613800138003", MISSPELT, null);

    merges.undo(merge, SOMEBODY);

    assertThat(company(right)).isEqualTo(one);
    assertThat(List.of(company(wrong), company(later))).containsOnly(other);
    assertThat(figures(one)).isEqualTo(1);
    assertThat(figures(other)).isEqualTo(2);
    assertThatThrownBy(() -> merges.undo(merge, SOMEBODY)).isInstanceOf(Problem.class);
  }

  @Test
  void merges_of_merges_come_apart_in_any_order() {
    Arrived a = arrive("1", "+8613800138001", "甲公司", null);
    Arrived b = arrive("2", "+8613800138002", "乙公司", null);
    Arrived c = arrive("3", "+8613800138003", "丙公司", null);
    List<UUID> before = List.of(company(a), company(b), company(c));
    UUID first = merges.merge(company(b), company(c), SOMEBODY);
    UUID second = merges.merge(company(a), company(b), SOMEBODY);
    assertThat(List.of(company(a), company(b), company(c))).containsOnly(before.getFirst());

    merges.undo(first, SOMEBODY);
    assertThat(company(c)).isEqualTo(before.get(2));
    assertThat(company(b)).isEqualTo(before.getFirst());
    merges.undo(second, SOMEBODY);

    assertThat(List.of(company(a), company(b), company(c))).isEqualTo(before);
  }

  @Test
  void two_credit_codes_are_two_companies() {
    UUID one = company(arrive("1", "+8613800138001", RIGHT, "91110108551385082Q"));
    UUID other = company(arrive("2", "+8613800138002", MISSPELT, "91330100799655058B"));

    assertThatThrownBy(() -> merges.merge(one, other, SOMEBODY))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.code()).isEqualTo(LeadsProblem.COMPANIES_DIFFER));
    assertThatThrownBy(() -> merges.merge(one, one, SOMEBODY)).isInstanceOf(Problem.class);
    assertThat(dsl.fetchCount(LEAD, LEAD.COMPANY_ID.eq(other))).isEqualTo(1);
  }
}
