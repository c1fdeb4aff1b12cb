package io.leadwell.connect.baidu;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.Spend;
import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reports fetched from something that speaks like Baidu. */
@OnPostgres
class FetchTests extends FetchWorld {

  @Test
  void the_days_come_in_by_keyword_and_again_change_nothing() throws Exception {
    Fetch fetch = fetch(DAY, DAY.plusDays(1));
    assertThat(fetch.status()).isEqualTo(Fetch.Status.DONE);
    assertThat(fetch.linesNew()).isEqualTo(6);
    assertThat(fetch.amountFen()).isEqualTo(2 * 148_050);
    assertThat(accounts.find(account).fetchedUntil()).isEqualTo(DAY.plusDays(1));
    assertThat(lines()).hasSize(6).allMatch(Spend::fetched);
    assertThat(lines()).extracting(Spend::plan).doesNotContain("产品词[已删除]");
    assertThat(fetch(DAY, DAY.plusDays(1)).linesSame()).isEqualTo(6);
    assertThat(lines()).hasSize(6);
    assertThat(baidu.asked.getFirst().path("header").path("userName").asString(""))
        .isEqualTo(FakeBaidu.USER);
    assertThat(baidu.asked.getFirst().path("body").path("reportType").asInt()).isEqualTo(2_602_783);
  }

  @Test
  void many_rows_come_in_pages_and_corrections_replace() throws Exception {
    baidu.rows = day -> many(450, "1.00");
    assertThat(fetch(DAY, DAY).linesNew()).isEqualTo(450);
    assertThat(baidu.asked)
        .extracting(asked -> asked.path("body").path("startRow").asInt())
        .containsExactly(0, 200, 400);
    baidu.rows = day -> many(450, "1.20");
    assertThat(fetch(DAY, DAY).linesChanged()).isEqualTo(450);
    assertThat(sum()).isEqualTo(450 * 120);
  }

  @Test
  void a_level_above_asks_for_its_own_report() throws Exception {
    accounts.change(account, d -> draft(null, ReportLevel.UNIT), WHO);
    fetch(DAY, DAY);
    assertThat(baidu.asked.getFirst().path("body").path("reportType").asInt()).isEqualTo(2_284_618);
    assertThat(lines()).allMatch(line -> line.keyword() == null && line.unit() != null);
    accounts.change(account, d -> draft(null, ReportLevel.KEYWORD), WHO);
    assertThat(fetch(DAY, DAY).otherLevelDays()).isEqualTo(1);
  }

  @Test
  void a_cancelled_fetch_keeps_what_is_in() throws Exception {
    UUID id = start(DAY, DAY.plusDays(3));
    baidu.before =
        () -> {
          if (baidu.asked.size() == 2) {
            cancel(id);
          }
        };
    worker(NOW).run(id);
    assertThat(store.find(id).orElseThrow().status()).isEqualTo(Fetch.Status.CANCELLED);
    assertThat(lines()).hasSize(6);
    UUID waiting = start(DAY, DAY);
    assertThat(cancel(waiting).status()).isEqualTo(Fetch.Status.CANCELLED);
  }

  @Test
  void every_account_is_fetched_once_a_day_from_where_it_is() throws Exception {
    plan(Instant.parse("2126-03-03T23:00:00Z"));
    assertThat(store.ofAccount(account, 10)).isEmpty();
    plan(NOW);
    plan(NOW);
    Fetch first = store.ofAccount(account, 10).getFirst();
    assertThat(store.ofAccount(account, 10)).hasSize(1);
    assertThat(first.dayFrom()).isEqualTo(LocalDate.of(2126, 2, 2));
    assertThat(first.dayTo()).isEqualTo(LocalDate.of(2126, 3, 3));
    worker(NOW).run(first.id());
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    plan(tomorrow);
    Fetch second = store.ofAccount(account, 10).getFirst();
    assertThat(second.dayFrom()).isEqualTo(LocalDate.of(2126, 3, 2));
    assertThat(second.dayTo()).isEqualTo(LocalDate.of(2126, 3, 4));
  }

  private void plan(Instant now) {
    transaction.executeWithoutResult(_ -> fetches(now).planDaily());
  }

  private Fetch cancel(UUID id) {
    return in(() -> fetches(NOW).cancel(id, WHO));
  }

  private long sum() {
    return lines().stream().mapToLong(Spend::amountFen).sum();
  }
}
