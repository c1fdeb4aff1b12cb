package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.COMPANY_FIGURES;
import static io.leadwell.tables.leads.Tables.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.CompanyOrder.Sort;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class CompanyListTests extends CompanyFiles {

  private static final CompanyFilter ALL = new CompanyFilter(null, null, null, null);

  @Autowired private Companies companies;
  @Autowired private Members members;

  @Test
  void companies_stand_in_the_order_asked_for() {
    bring(row("a1", "中科", MARCH), row("a2", "华信", MARCH), row("a3", "安科", MARCH));
    bring(row("b1", "华信", MARCH.plusSeconds(9)), row("b2", "华信", MARCH.plusSeconds(5)));
    bring(row("c1", "安科", MARCH.plusSeconds(99)));
    revenue("a1", 500);

    assertThat(names(Sort.NAME, false)).as("by pinyin").containsExactly("安科", "华信", "中科");
    assertThat(names(Sort.NAME, true)).containsExactly("中科", "华信", "安科");
    assertThat(names(Sort.LEADS, true)).containsExactly("华信", "安科", "中科");
    assertThat(names(Sort.REVENUE, true)).startsWith("中科");
    assertThat(names(Sort.REVENUE, false)).endsWith("中科");
    assertThat(names(Sort.LAST_TOUCH_AT, true)).containsExactly("安科", "华信", "中科");
    assertThat(names(Sort.CREATED_AT, true)).containsExactly("安科", "华信", "中科");
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void pages_of_every_order_hold_each_company_once(Sort sort) {
    storm(new Random(SEED), 40);
    List<UUID> owners = List.of(joined("周建华"), joined("陈思雨"));
    dsl.update(LEAD)
        .set(LEAD.OWNER_ID, owners.getFirst())
        .where(LEAD.SOURCE_KEY.in("k1", "k3", "k5", "k9", "k12"))
        .execute();
    for (Caller reader : List.of(WHO, seller(owners.getFirst()), seller(owners.getLast()))) {
      for (boolean descending : new boolean[] {true, false}) {
        CompanyOrder order = new CompanyOrder(sort, descending);
        List<CompanyRow> whole = companies.page(ALL, order, null, 200, reader).items();
        List<CompanyRow> paged = new ArrayList<>();
        String cursor = null;
        do {
          Page<CompanyRow> page = companies.page(ALL, order, cursor, 2, reader);
          paged.addAll(page.items());
          cursor = page.next();
        } while (cursor != null);

        assertThat(paged).isEqualTo(whole);
        if (sort != Sort.NAME) {
          assertThat(whole)
              .isSortedAccordingTo(descending ? by(sort).reversed() : by(sort))
              .doesNotHaveDuplicates();
        }
        assertThat(whole.size())
            .isEqualTo(
                reader.equals(WHO)
                    ? dsl.fetchCount(COMPANY_FIGURES, COMPANY_FIGURES.LEADS.gt(0L))
                    : dsl.fetchCount(
                        dsl.selectDistinct(LEAD.COMPANY_ID)
                            .from(LEAD)
                            .where(LEAD.COMPANY_ID.isNotNull())
                            .and(LeadConditions.visible(reader.visible()))));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void every_order_is_read_from_an_index(Sort sort) {
    for (boolean descending : new boolean[] {true, false}) {
      CompanyOrdering<?> ordering =
          CompanyOrdering.of(new CompanyOrder(sort, descending), new Visible.Everything());
      String cursor =
          Cursor.of(
              List.of(
                  switch (sort) {
                    case CREATED_AT, LAST_TOUCH_AT -> MARCH.toString();
                    case LEADS, REVENUE -> "3";
                    case NAME -> "中科";
                  },
                  new UUID(0, 1).toString()));
      String plan =
          transaction.execute(_ -> {
            dsl.execute("set local enable_sort = off");
            dsl.execute("set local enable_seqscan = off");
            dsl.execute("set local enable_bitmapscan = off");
            return dsl.explain(
                    dsl.select(COMPANY.ID)
                        .from(ordering.companies())
                        .where(COMPANY.REDIRECT_TO.isNull())
                        .and(ordering.beyond(cursor))
                        .orderBy(ordering.fields())
                        .limit(51))
                .plan();
          });
      assertThat(plan).contains("Index").doesNotContain("Sort").contains("Index Cond: (ROW(");
    }
  }

  @Test
  void a_cursor_of_another_order_is_refused() {
    bring(row("a1", "中科", MARCH));
    String cursor = Cursor.of(List.of("中科", new UUID(0, 1).toString()));

    assertThatThrownBy(
            () -> companies.page(ALL, new CompanyOrder(Sort.LEADS, true), cursor, 10, WHO))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(PlatformProblem.STALE_CURSOR));
  }

  private static Comparator<CompanyRow> by(Sort sort) {
    return switch (sort) {
      case CREATED_AT -> Comparator.comparing(CompanyRow::createdAt);
      case NAME -> Comparator.comparing(CompanyRow::name);
      case LEADS -> Comparator.comparing(CompanyRow::leads);
      case REVENUE -> Comparator.comparing(CompanyRow::revenueFen);
      case LAST_TOUCH_AT ->
          Comparator.comparing(
              CompanyRow::lastTouchAt, Comparator.nullsFirst(Comparator.naturalOrder()));
    };
  }

  private void revenue(String key, long fen) {
    UUID lead =
        dsl.select(LEAD.ID).from(LEAD).where(LEAD.SOURCE_KEY.eq(key)).fetchSingle().value1();
    transaction.executeWithoutResult(_ -> history.revenue(Map.of(lead, fen)));
  }

  private List<String> names(Sort sort, boolean descending) {
    return companies.page(ALL, new CompanyOrder(sort, descending), null, 10, WHO).items().stream()
        .map(CompanyRow::name)
        .toList();
  }

  private UUID joined(String name) {
    return members
        .join(
            new NewMember(name, null, null, Role.SALESPERSON, null, null, null, false, "zh-CN"),
            WHO)
        .id();
  }

  private static Caller seller(UUID id) {
    return new Caller(
        Caller.Kind.MEMBER,
        id,
        null,
        "销售",
        Role.SALESPERSON.permissions(),
        new Visible.OwnedBy(Set.of(id)),
        null);
  }
}
