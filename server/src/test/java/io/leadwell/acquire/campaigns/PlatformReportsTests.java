package io.leadwell.acquire.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.pool.imports.Import;
import io.leadwell.pool.imports.ImportPass.Notice;
import io.leadwell.pool.imports.Imports;
import io.leadwell.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reports as the platforms write them come in without anybody mapping a column. */
@OnPostgres
class PlatformReportsTests {

  private static final Caller WHO = Caller.system();

  @Autowired private Workspaces workspaces;
  @Autowired private Imports imports;
  @Autowired private Spending spending;
  @Autowired private SpendReports reports;
  @Autowired private Channels channels;

  @BeforeEach
  void open() {
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
  }

  @Test
  void a_keyword_report_of_baidu_with_titles_and_totals_is_understood() throws Exception {
    Import done = bringIn("baidu-keyword-gbk.csv", "baidu");
    assertThat(done.shape().encoding()).isEqualTo("GB18030");
    assertThat(Objects.requireNonNull(done.result()).fresh()).isEqualTo(6);
    List<Spend> lines = lines();
    assertThat(lines).hasSize(6);
    assertThat(sum(lines)).isEqualTo(785_400);
    assertThat(lines.stream().mapToLong(l -> Objects.requireNonNull(l.impressions())).sum())
        .isEqualTo(10_616);
    Spend line =
        lines.stream()
            .filter(l -> "数据集成".equals(l.keyword()))
            .filter(l -> l.dayFrom().equals(LocalDate.of(2026, 3, 1)))
            .findAny()
            .orElseThrow();
    assertThat(line.channelId()).isEqualTo(id("百度SEM"));
    assertThat(line.account()).isEqualTo("yunfan-sem");
    assertThat(line.plan()).isEqualTo("产品词");
    assertThat(line.unit()).isEqualTo("ETL工具");
    assertThat(line.amountFen()).isEqualTo(285_630);
    assertThat(line.clicks()).isEqualTo(102);
  }

  @Test
  void the_same_days_with_other_amounts_replace_and_the_same_change_nothing() throws Exception {
    bringIn("baidu-keyword-gbk.csv", "baidu");
    byte[] corrected =
        new String(bytes("baidu-keyword-gbk.csv"), Charset.forName("GB18030"))
            .replace("\"2,716.00\"", "2816.00")
            .replace(",97,", ",99,")
            .getBytes(Charset.forName("GB18030"));
    Import again = bringIn("corrected.csv", corrected);
    assertThat(Objects.requireNonNull(again.result())).isEqualTo(new Import.Counts(0, 1, 5, 0));
    assertThat(sum(lines())).isEqualTo(795_400);
    bringIn("corrected.csv", corrected);
    assertThat(lines()).hasSize(6);
    imports.undo(again.id(), WHO);
    imports.await(again.id());
    assertThat(sum(lines())).isEqualTo(785_400);
  }

  @Test
  void a_report_of_another_level_for_the_same_days_warns() throws Exception {
    bringIn("baidu-keyword-gbk.csv", "baidu");
    Import units = check(receive("baidu-unit-utf8.csv", bytes("baidu-unit-utf8.csv")));
    assertThat(units.recognised()).isEqualTo("baidu");
    assertThat(Objects.requireNonNull(units.check()).notices())
        .extracting(Notice::code, Notice::count)
        .contains(org.assertj.core.groups.Tuple.tuple("spend_other_level", 1L));
    assertThat(Objects.requireNonNull(units.check()).rows()).isEqualTo(2);
  }

  @Test
  void titles_above_a_header_do_not_hide_its_tabs() throws Exception {
    bringIn("baidu-plan-tab.csv", "baidu");
    assertThat(lines()).hasSize(2);
    assertThat(sum(lines())).isEqualTo(210_050);
  }

  @Test
  void every_platform_names_its_levels_in_its_own_way() throws Exception {
    bringIn("oceanengine.csv", "oceanengine");
    Spend ocean = lines().getFirst();
    assertThat(lines()).hasSize(2);
    assertThat(ocean.plan()).isEqualTo("制造业-信息流");
    assertThat(ocean.unit()).contains("视频");
    assertThat(ocean.account()).isEqualTo("云帆科技");
    assertThat(ocean.campaignId()).isNull();
    assertThat(ocean.channelId()).isEqualTo(id("巨量引擎(抖音)"));

    bringIn("tencent.csv", "tencent");
    Spend tencent = of("腾讯广告").getFirst();
    assertThat(tencent.plan()).isEqualTo("朋友圈-华东");
    assertThat(tencent.unit()).isEqualTo("工厂数字化白皮书");
    assertThat(sum(of("腾讯广告"))).isEqualTo(338_240);

    bringIn("qihoo.csv", "qihoo");
    assertThat(of("360搜索").getFirst().unit()).isEqualTo("数据工具");

    bringIn("google.csv", "google");
    List<Spend> google = of("Google Ads");
    assertThat(google)
        .extracting(Spend::keyword)
        .containsExactlyInAnyOrder("yunfan data", "etl tool");
    assertThat(google).extracting(Spend::plan).containsExactlyInAnyOrder("Brand", "Generic");
    assertThat(sum(google)).isEqualTo(131_520);
  }

  @Test
  void the_channel_of_a_platform_is_found_under_whatever_name_it_has() throws Exception {
    channels.change(
        id("百度SEM"),
        d -> new ChannelDraft("百度竞价", d.parentId(), d.frame(), d.sourceClass(), d.archived()),
        WHO);
    bringIn("baidu-unit-utf8.csv", "baidu");
    assertThat(lines().getFirst().channelId()).isEqualTo(id("百度竞价"));
    assertThat(channels.all()).noneMatch(c -> c.name().equals("百度SEM"));
  }

  @Test
  void what_is_fetched_replaces_what_was_uploaded() throws Exception {
    bringIn("baidu-keyword-gbk.csv", "baidu");
    List<ReportLine> fetched =
        List.of(
            new ReportLine(
                LocalDate.of(2026, 3, 1),
                "YUNFAN-sem",
                "产品词",
                "ETL工具",
                "数据集成",
                300_000,
                3_500,
                110),
            new ReportLine(
                LocalDate.of(2026, 3, 3), "yunfan-sem", "产品词", "ETL工具", "数据集成", 100, 10, 1));
    SpendReports.Brought brought = reports.bring(UUID.randomUUID(), id("百度SEM"), fetched, WHO);
    assertThat(brought).isEqualTo(new SpendReports.Brought(1, 1, 0, 0));
    assertThat(reports.bring(UUID.randomUUID(), id("百度SEM"), fetched, WHO).same()).isEqualTo(2);
    assertThat(sum(lines())).isEqualTo(785_400 + 300_000 - 285_630 + 100);
  }

  @Test
  void a_list_of_finance_is_nobodys_report() {
    Import batch =
        receive(
            "费用.csv",
            "月份,渠道,金额,备注\n2026-03,行业展会,50000,展位费\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(batch.recognised()).isNull();
    assertThat(batch.mapping().columns()).isEmpty();
  }

  private Import bringIn(String file, String platform) throws Exception {
    Import done = bringIn(file, bytes(file));
    assertThat(done.recognised() == null ? platform : done.recognised()).isEqualTo(platform);
    return done;
  }

  private Import bringIn(String name, byte[] content) throws Exception {
    Import checked = check(receive(name, content));
    assertThat(Objects.requireNonNull(checked.check()).counts().bad()).isZero();
    imports.commit(checked.id(), WHO);
    return imports.await(checked.id());
  }

  /** Takes what the server proposes. */
  private Import check(Import batch) throws Exception {
    imports.map(batch.id(), batch.mapping(), WHO);
    return imports.await(batch.id());
  }

  private Import receive(String name, byte[] content) {
    return imports.receive(WHO, "spend", name, new ByteArrayInputStream(content));
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = PlatformReportsTests.class.getResourceAsStream("/reports/" + file)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private List<Spend> lines() {
    return spending.list(new SpendFilter(null, null, null, null, null), null, 200).page().items();
  }

  private List<Spend> of(String channel) {
    UUID id = id(channel);
    return lines().stream().filter(line -> id.equals(line.channelId())).toList();
  }

  private static long sum(List<Spend> lines) {
    return lines.stream().mapToLong(Spend::amountFen).sum();
  }

  private UUID id(String channel) {
    return channels.all().stream()
        .filter(c -> c.name().equals(channel))
        .findAny()
        .orElseThrow()
        .id();
  }
}
