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
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Workspaces;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A company with one account at a Baidu of our own. */
abstract class FetchWorld {

  static final Caller WHO = Caller.system();
  static final LocalDate DAY = LocalDate.of(2126, 3, 1);

  /** Half past nine on the 4th of March in Shanghai, too far ahead for the server's own worker. */
  static final Instant NOW = Instant.parse("2126-03-04T01:30:00Z");

  @Autowired Workspaces workspaces;
  @Autowired Channels channels;
  @Autowired Spending spending;
  @Autowired SpendReports reports;
  @Autowired FetchStore store;
  @Autowired AccountStore accountStore;
  @Autowired Audit audit;
  @Autowired TransactionTemplate transaction;
  @Autowired JsonMapper json;
  @Autowired BaiduAccounts accounts;

  final FakeBaidu baidu = new FakeBaidu();
  final List<Duration> pauses = new ArrayList<>();
  UUID account = UUID.randomUUID();

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

  Fetch fetch(LocalDate from, LocalDate to) throws InterruptedException {
    UUID id = start(from, to);
    worker(NOW).run(id);
    return store.find(id).orElseThrow();
  }

  UUID start(LocalDate from, LocalDate to) {
    return in(() -> fetches(NOW).start(account, from, to, WHO)).id();
  }

  Fetches fetches(Instant now) {
    return new Fetches(store, accounts, audit, at(now));
  }

  <T> T in(Supplier<T> deed) {
    return Objects.requireNonNull(transaction.execute(_ -> deed.get()));
  }

  FetchWorker worker(Instant now) {
    FetchWorker worker =
        new FetchWorker(store, accountStore, accounts, api(), reports, transaction, at(now));
    worker.pauseBy(pauses::add);
    return worker;
  }

  ReportApi api() {
    return new ReportApi(baidu.base(), json);
  }

  static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  BaiduAccountDraft draft(@Nullable String token, ReportLevel level) {
    return new BaiduAccountDraft(FakeBaidu.USER, token, channel(), level, true, 8);
  }

  UUID channel() {
    return channels.all().stream()
        .filter(c -> c.name().equals("百度SEM"))
        .findAny()
        .orElseThrow()
        .id();
  }

  static List<FakeBaidu.Row> many(int count, String cost) {
    return IntStream.range(0, count)
        .mapToObj(i -> new FakeBaidu.Row("计划", "单元", "词" + i, 10, 1, cost))
        .toList();
  }

  List<Spend> lines() {
    List<Spend> all = new ArrayList<>();
    String cursor = null;
    do {
      var page = spending.list(new SpendFilter(null, null, null, null, null), cursor, 200).page();
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, BaiduProblem code) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }
}
