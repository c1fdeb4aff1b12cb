package io.leadwell.measure.insights;

import static io.leadwell.tables.leads.Tables.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.ChannelDraft;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.campaigns.Frame;
import io.leadwell.acquire.campaigns.SourceClass;
import io.leadwell.acquire.campaigns.SpendDraft;
import io.leadwell.acquire.campaigns.Spending;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a keyword cost beside what it brought. */
@OnPostgres
class KeywordReportTests {

  private static final Caller WHO = Caller.system();
  private static final Instant MARCH = Instant.parse("2026-03-05T02:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

  @Autowired private Reports reports;
  @Autowired private Channels channels;
  @Autowired private Spending spending;
  @Autowired private DSLContext dsl;

  private World world = new World(org.jooq.impl.DSL.using(org.jooq.SQLDialect.POSTGRES));
  private UUID sem = UUID.randomUUID();

  @BeforeEach
  void begin() {
    world = new World(dsl);
    sem =
        channels
            .add(new ChannelDraft("百度SEM", null, Frame.DIGITAL, SourceClass.MARKETING), WHO)
            .id();
    World.Lead won = lead("产品词", "ETL", "ETL工具", MARCH, MARCH, null, null, null, null, MARCH);
    world.contract(won, MARCH, 900_000);
    lead("产品词", "ETL", "etl工具 ", MARCH, MARCH);
    lead("品牌词", "公司", "云帆", MARCH);
    lead(null, null, null, MARCH);
    spend("产品词", "ETL", "etl工具", 200_000, 1_000, 40);
    spend("产品词", "ETL", "数据同步", 50_000, 500, 10);
    spend("品牌词", "公司", "云帆", 30_000, 300, 30);
    spend(null, null, null, 7_000, 0, 0);
  }

  @Test
  void a_keyword_stands_beside_its_spend_however_it_is_typed() {
    Sheet sheet = sheet(Dimension.KEYWORD);
    SheetRow etl = row(sheet, "etl工具");
    assertThat(etl.counts()).containsEntry("lead", 2L).containsEntry("won", 1L);
    assertThat(etl.spendFen()).isEqualTo(200_000);
    assertThat(etl.clicks()).isEqualTo(40);
    assertThat(etl.cplFen()).isEqualTo(100_000);
    assertThat(etl.romi()).isEqualTo(3.5);
    assertThat(row(sheet, "数据同步").counts()).containsEntry("lead", 0L);
    assertThat(row(sheet, "数据同步").cplFen()).isNull();
    assertThat(row(sheet, "none").counts()).containsEntry("lead", 1L);
    assertThat(row(sheet, "unallocated").spendFen()).isEqualTo(7_000);
    assertThat(sheet.total().spendFen()).isEqualTo(287_000);
    assertThat(sheet.total().counts()).containsEntry("lead", 4L);
  }

  @Test
  void plans_and_units_are_cut_the_same_way_and_every_figure_opens() {
    for (Dimension by : Set.of(Dimension.PLAN, Dimension.UNIT, Dimension.KEYWORD)) {
      Sheet sheet = sheet(by);
      for (SheetRow row : sheet.rows()) {
        if (row.key().equals(Keys.UNALLOCATED)) {
          continue;
        }
        Behind behind = new Behind(sheet.question(), row.key(), Figure.LEAD, false, null);
        assertThat(reports.leads(behind, WHO, null, 10).total())
            .as("%s", behind)
            .isEqualTo(row.counts().get("lead"));
      }
      Funnel funnel = reports.funnel(sheet.question(), WHO, Locale.ENGLISH);
      assertThat(funnel.total().counts()).containsEntry("lead", 4L);
    }
    assertThat(row(sheet(Dimension.PLAN), "产品词").spendFen()).isEqualTo(250_000);
    assertThat(row(sheet(Dimension.UNIT), "公司").counts()).containsEntry("lead", 1L);
  }

  private Sheet sheet(Dimension by) {
    return reports.channels(
        new Question(by, Basis.COHORT, Period.ever(), ReportFilter.all()), WHO, Locale.ENGLISH);
  }

  private static SheetRow row(Sheet sheet, String key) {
    return sheet.rows().stream().filter(r -> r.key().equals(key)).findAny().orElseThrow();
  }

  private World.Lead lead(
      @Nullable String plan,
      @Nullable String unit,
      @Nullable String keyword,
      @Nullable Instant... own) {
    World.Lead lead = world.lead(sem, MARCH, own);
    dsl.update(LEAD)
        .set(LEAD.PLAN, plan)
        .set(LEAD.UNIT, unit)
        .set(LEAD.KEYWORD, keyword)
        .where(LEAD.ID.eq(lead.id()))
        .execute();
    return lead;
  }

  private void spend(
      @Nullable String plan,
      @Nullable String unit,
      @Nullable String keyword,
      long fen,
      long impressions,
      long clicks) {
    spending.add(
        new SpendDraft(
            DAY, DAY, sem, null, "yunfan", plan, unit, keyword, fen, impressions, clicks, null),
        WHO);
  }
}
