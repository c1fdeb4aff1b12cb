package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.LeadFilter.Order;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People have several phones and mailboxes; any of them finds their leads. */
@OnPostgres
class LeadSearchTests extends LeadFiles {

  private static final List<String> WAYS =
      List.of(
          "13800138000",
          "58881234",
          "021-58881234",
          "02158881234",
          "021-5888",
          "wang@huaxin.example.cn",
          "wang.wei@huaxin.example.cn",
          "wei@huaxin");

  @Autowired private SearchCatchUp catchUp;

  @Test
  void every_mailbox_and_phone_of_a_person_finds_them_whether_told_at_once_or_later() {
    bring(
        Ids.next(),
        wang("a1", "email", "wang@huaxin.example.cn"),
        wang("a2", "email", "wang.wei@huaxin.example.cn"),
        row(
            3,
            "key",
            "a3",
            "name",
            "王伟",
            "phone",
            "+862158881234",
            "email",
            "wang@huaxin.example.cn"));
    assertFound();
    bring(Ids.next(), wang("a4", "email", "w@huaxin.example.cn"));
    assertFound();
    assertThat(found("w@huaxin.example.cn")).isPositive();
    assertThat(found("13900139000")).isZero();
  }

  @Test
  void who_came_in_before_searches_knew_every_way_is_found_after_a_start() {
    bring(
        Ids.next(),
        wang("a1", "email", "wang@huaxin.example.cn"),
        wang("a2", "email", "wang.wei@huaxin.example.cn"));
    dsl.update(PERSON)
        .set(PERSON.SEARCH_TEXT, "王伟")
        .set(PERSON.GRAMS, SearchText.of("王伟").grams())
        .execute();
    assertThat(found("wang.wei@huaxin.example.cn")).isZero();
    catchUp.foldWhoIsNotFound();
    assertThat(found("wang.wei@huaxin.example.cn")).isPositive();
  }

  private void assertFound() {
    for (String way : WAYS) {
      assertThat(found(way)).as(way).isPositive();
    }
  }

  private int found(String typed) {
    return leads.page(search(typed), Order.NEWEST_FIRST, null, 10, Caller.system()).items().size();
  }
}
