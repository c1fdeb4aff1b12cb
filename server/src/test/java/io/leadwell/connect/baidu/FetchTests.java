package io.leadwell.connect.baidu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.campaigns.Spend;
import io.leadwell.acquire.campaigns.SpendFilter;
import io.leadwell.acquire.campaigns.SpendReports;
import io.leadwell.acquire.campaigns.Spending;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.AuditFilter;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Vault;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.testing.OnPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Reports fetched from something that speaks like Baidu. */
@OnPostgres
class FetchTests {

  private static final Caller WHO = Caller.system();
  private static final LocalDate DAY = LocalDate.of(2126, 3, 1);

  /** Half past nine on the 4th of March in Shanghai, too far ahead for the server's own worker. */
  private static final Instant NOW = Instant.parse("2126-03-04T01:30:00Z");

  @Autowired private Workspaces workspaces;
  @Autowired private Channels channels;
  @Autowired private Spending spending;
  @Autowired private SpendReports reports;
  @Autowired private FetchStore store;
  @Autowired private AccountStore accountStore;
  @Autowired private Vault vault;
  @Autowired private Audit audit;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JsonMapper json;
  @Autowired private BaiduAccounts accounts;

  private final FakeBaidu baidu = new FakeBaidu();
  private final List<Duration> pauses = new ArrayList<>();
  private UUID account = UUID.randomUUID();

  @BeforeEach
  void open() {
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
    account = accounts.add(draft(FakeBaidu.TOKEN, ReportLevel.KEYWORD), WHO).id();
    baidu.rows =
        day ->
            List.of(
                new FakeBaidu.Row("产品词", "ETL工具", "数据集成", 1_000, 40, "1120.50"),
                new FakeBaidu.Row("产品词[已删除]", "ETL工具", "数据同步", 500, 0, "0.00"),
                new FakeBaidu.Row("品牌词", "公司名", "云帆", 300, 30, "360.00"),
                new FakeBaidu.Row("品牌词", "公司名", "云帆数据", 0, 0, "0.00"));
  }

  @AfterEach
  void close() {
    baidu.close();
  }

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
  void what_passes_is_tried_again_at_once_and_then_later() throws Exception {
    baidu.odd.add(new FakeBaidu.Odd(429, ""));
    baidu.odd.add(FakeBaidu.refusal(2, "421", "the request rate exceeds limit"));
    assertThat(fetch(DAY, DAY).status()).isEqualTo(Fetch.Status.DONE);
    assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));

    for (int i = 0; i < 4; i++) {
      baidu.odd.add(new FakeBaidu.Odd(503, "<html>"));
    }
    Fetch waiting = fetch(DAY.plusDays(1), DAY.plusDays(1));
    assertThat(waiting.status()).isEqualTo(Fetch.Status.WAITING);
    assertThat(waiting.trouble()).isEqualTo(Trouble.BUSY);
    assertThat(waiting.notBefore()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    worker(NOW).run(waiting.id());
    assertThat(store.find(waiting.id()).orElseThrow().status()).isEqualTo(Fetch.Status.WAITING);
    worker(NOW.plus(Duration.ofMinutes(6))).run(waiting.id());
    Fetch done = store.find(waiting.id()).orElseThrow();
    assertThat(done.status()).isEqualTo(Fetch.Status.DONE);
    assertThat(done.trouble()).isNull();
  }

  @Test
  void an_expired_token_stops_the_fetch_and_says_so() throws Exception {
    baidu.odd.add(FakeBaidu.refusal(2, "900200", "accessToken has expired"));
    Fetch failed = fetch(DAY, DAY.plusDays(2));
    assertThat(failed.status()).isEqualTo(Fetch.Status.FAILED);
    assertThat(failed.trouble()).isEqualTo(Trouble.TOKEN_EXPIRED);
    assertThat(failed.code()).isEqualTo("900200");
    assertThat(baidu.asked).hasSize(1);
    assertThat(lines()).isEmpty();
  }

  @Test
  void a_day_that_is_refused_leaves_the_others_in() throws Exception {
    baidu.odd.add(FakeBaidu.refusal(1, "90101", "partial failure"));
    Fetch partial = fetch(DAY, DAY.plusDays(1));
    assertThat(partial.status()).isEqualTo(Fetch.Status.PARTIAL);
    assertThat(partial.failedDays()).containsExactly(new Fetch.FailedDay(DAY, "refused"));
    assertThat(lines()).hasSize(3).allMatch(line -> line.dayFrom().equals(DAY.plusDays(1)));
    assertThat(accounts.find(account).fetchedUntil()).isNull();
  }

  @Test
  void an_answer_that_is_no_report_is_not_taken_for_one() throws Exception {
    for (String odd :
        List.of(
            "",
            "null",
            "[]",
            "{\"header\":{\"status\":0}}",
            "{\"header\":{\"status\":0},\"body\":{\"data\":[{\"rows\":[{}],\"totalRowCount\":1}]}}",
            "{\"header\":{\"status\":0},\"body\":{\"data\":[{\"rows\":[],\"totalRowCount\":5}]}}",
            "[".repeat(5_000))) {
      baidu.odd.add(new FakeBaidu.Odd(200, odd));
      Fetch fetch = fetch(DAY, DAY);
      assertThat(fetch.status()).as(odd).isEqualTo(Fetch.Status.PARTIAL);
      assertThat(fetch.trouble()).as(odd).isEqualTo(Trouble.UNREADABLE);
    }
    baidu.odd.add(new FakeBaidu.Odd(302, ""));
    assertThat(fetch(DAY, DAY).trouble()).isEqualTo(Trouble.UNREADABLE);
    assertThat(lines()).isEmpty();
  }

  @Test
  void a_worker_that_dies_between_pages_leaves_nothing_half_and_another_goes_on() throws Exception {
    baidu.rows = day -> many(450, "1.00");
    UUID id = start(DAY, DAY.plusDays(1));
    FetchWorker dying = worker(NOW);
    baidu.before =
        () -> {
          // the process dies while it waits for the second page of the second day
          if (baidu.asked.size() == 5) {
            baidu.odd.add(new FakeBaidu.Odd(429, ""));
          }
        };
    dying.pauseBy(length -> {
      throw new InterruptedException("killed");
    });
    assertThatThrownBy(() -> dying.run(id)).isInstanceOf(InterruptedException.class);
    assertThat(lines()).hasSize(450);
    assertThat(store.due(NOW)).isEmpty();
    Instant later = NOW.plus(FetchStore.SILENCE).plusSeconds(1);
    assertThat(store.due(later)).containsExactly(id);
    worker(later).run(id);
    assertThat(lines()).hasSize(900);
    assertThat(store.find(id).orElseThrow().status()).isEqualTo(Fetch.Status.DONE);
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

  @Test
  void a_test_says_what_is_wrong() {
    assertThat(asking().test(account)).isEqualTo(new BaiduTest.Works(4));
    accounts.change(account, d -> draft("another-token-12345", ReportLevel.KEYWORD), WHO);
    assertThat(asking().test(account))
        .isInstanceOfSatisfying(
            BaiduTest.Fails.class, f -> assertThat(f.trouble()).isEqualTo(Trouble.SIGN_IN));
    baidu.close();
    assertThat(asking().test(account))
        .isInstanceOfSatisfying(
            BaiduTest.Fails.class, f -> assertThat(f.trouble()).isEqualTo(Trouble.UNREACHABLE));
  }

  @Test
  void the_token_lies_sealed_and_is_told_to_nobody() {
    assertThat(accountStore.token(account)).doesNotContain("fake.token");
    assertThat(accounts.find(account).toString()).doesNotContain("fake.token").contains("0001");
    assertThat(draft(FakeBaidu.TOKEN, ReportLevel.UNIT).toString()).doesNotContain("fake");
    assertThat(audit.list(new AuditFilter(null, null, null, null), null, 50).items().toString())
        .doesNotContain("fake.token");
    // copied to another account's row it opens nothing
    UUID other = UUID.randomUUID();
    accountStore.insert(
        other,
        new BaiduAccountDraft("other", null, null, ReportLevel.UNIT, true, 8),
        channel(),
        accountStore.token(account),
        "");
    assertThat(asking().test(other))
        .isEqualTo(new BaiduTest.Fails(Trouble.TOKEN_UNREADABLE, null, null));
  }

  @Test
  void what_can_not_be_is_refused() {
    refused(
        () -> accounts.add(draft(FakeBaidu.TOKEN, ReportLevel.UNIT), WHO),
        BaiduProblem.BAIDU_ACCOUNT_TAKEN);
    refused(() -> start(DAY, DAY.minusDays(1)), BaiduProblem.BAIDU_DAYS_INVALID);
    refused(() -> start(DAY, LocalDate.of(2126, 3, 5)), BaiduProblem.BAIDU_DAYS_INVALID);
    start(DAY, DAY);
    refused(() -> start(DAY, DAY), BaiduProblem.BAIDU_FETCH_RUNNING);
    refused(
        () -> accounts.change(account, d -> draft("with blank", ReportLevel.UNIT), WHO),
        BaiduProblem.BAIDU_TOKEN_MISSING);
  }

  private Fetch fetch(LocalDate from, LocalDate to) throws InterruptedException {
    UUID id = start(from, to);
    worker(NOW).run(id);
    return store.find(id).orElseThrow();
  }

  private UUID start(LocalDate from, LocalDate to) {
    return in(() -> fetches(NOW).start(account, from, to, WHO)).id();
  }

  private void plan(Instant now) {
    transaction.executeWithoutResult(_ -> fetches(now).planDaily());
  }

  private Fetch cancel(UUID id) {
    return in(() -> fetches(NOW).cancel(id, WHO));
  }

  private Fetches fetches(Instant now) {
    return new Fetches(store, accounts, audit, at(now));
  }

  private <T> T in(Supplier<T> deed) {
    return Objects.requireNonNull(transaction.execute(_ -> deed.get()));
  }

  private FetchWorker worker(Instant now) {
    FetchWorker worker =
        new FetchWorker(store, accountStore, accounts, api(), reports, transaction, at(now));
    worker.pauseBy(pauses::add);
    return worker;
  }

  private BaiduAccounts asking() {
    return new BaiduAccounts(accountStore, api(), channels, vault, audit, at(NOW));
  }

  private ReportApi api() {
    return new ReportApi(baidu.base(), json);
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private BaiduAccountDraft draft(@Nullable String token, ReportLevel level) {
    return new BaiduAccountDraft(FakeBaidu.USER, token, channel(), level, true, 8);
  }

  private UUID channel() {
    return channels.all().stream()
        .filter(c -> c.name().equals("百度SEM"))
        .findAny()
        .orElseThrow()
        .id();
  }

  private static List<FakeBaidu.Row> many(int count, String cost) {
    return IntStream.range(0, count)
        .mapToObj(i -> new FakeBaidu.Row("计划", "单元", "词" + i, 10, 1, cost))
        .toList();
  }

  private List<Spend> lines() {
    List<Spend> all = new ArrayList<>();
    String cursor = null;
    do {
      var page = spending.list(new SpendFilter(null, null, null, null, null), cursor, 200).page();
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  private long sum() {
    return lines().stream().mapToLong(Spend::amountFen).sum();
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, BaiduProblem code) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }
}
