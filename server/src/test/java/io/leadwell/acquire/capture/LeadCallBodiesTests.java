package io.leadwell.acquire.capture;

import static io.leadwell.tables.capture.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.CampaignDraft;
import io.leadwell.acquire.campaigns.CampaignKind;
import io.leadwell.acquire.campaigns.CampaignStatus;
import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a call may say, and what it is told when it says something else. */
@OnPostgres
@Import(FormWorld.class)
class LeadCallBodiesTests extends LeadCallWorld {

  @Autowired private Channels channels;
  @Autowired private Campaigns campaigns;

  @Test
  void a_lead_tells_where_it_came_from() {
    channels.plantUsual();
    campaigns.add(
        new CampaignDraft(
            "双十一投放",
            CampaignKind.DIGITAL,
            null,
            null,
            null,
            null,
            CampaignStatus.RUNNING,
            null,
            null,
            "D11"),
        Caller.system());
    String visitor = "01920000-0000-7000-8000-000000000001";

    Browser.Answer ad =
        caller("1")
            .post(
                "/leads",
                body(
                    "landingUrl",
                    "https://www.example.com/mes?utm_source=baidu&utm_medium=cpc",
                    "utm",
                    Map.of("utm_campaign", "d11"),
                    "keyword",
                    "mes系统",
                    "visitorId",
                    visitor,
                    "tags",
                    List.of("官网", "官网", "高意向"),
                    "businessLine",
                    "MES",
                    "companySize",
                    "201-500人",
                    "fields",
                    Map.of("budget", 50, "urgent", true, "备注", "=1+1"),
                    "consent",
                    Map.of("version", "2026-01", "text", "我同意")));
    Browser.Answer named =
        caller("2")
            .post(
                "/leads",
                body(
                    "name", "李娜",
                    "phone", "13900139000",
                    "channel", "百度sem",
                    "campaign", "d11",
                    "sourceClass", "partner"));

    assertThat(ad.status()).as(ad.text()).isEqualTo(201);
    assertThat(lead(ad).channel()).isEqualTo("百度SEM");
    assertThat(lead(ad).campaign()).isEqualTo("双十一投放");
    assertThat(lead(ad).tags()).extracting(LeadRow.TagView::name).contains("高意向", "官网");
    assertThat(lead(named).channel()).isEqualTo("百度SEM");
    assertThat(lead(named).campaign()).isEqualTo("双十一投放");
    assertThat(lead(named).sourceClass()).isEqualTo("partner");
    String kept =
        dsl.select(SUBMISSION.ANSWERS)
            .from(SUBMISSION)
            .where(SUBMISSION.CALL_KEY.eq("1"))
            .fetchSingle()
            .value1()
            .data();
    assertThat(kept).contains("\"50\"").contains("true").contains("=1+1");
  }

  @Test
  void nothing_is_made_up_where_nothing_is_said() {
    channels.plantUsual();

    Browser.Answer bare = caller("1").post("/leads", body());

    assertThat(lead(bare).channel()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"A\"} | phone",
        "{\"phone\":\"12\"} | phone",
        "{\"phone\":13800138000,\"email\":\"x\"} | email",
        "{\"phone\":\"13800138000\",\"phoen\":\"x\"} | phoen",
        "{\"phone\":\"13800138000\",\"channel\":\"火星\"} | channel",
        "{\"phone\":\"13800138000\",\"campaign\":\"none\"} | campaign",
        "{\"phone\":\"13800138000\",\"sourceClass\":\"x\"} | sourceClass",
        "{\"phone\":\"13800138000\",\"tags\":\"x\"} | tags",
        "{\"phone\":\"13800138000\",\"tags\":[{}]} | tags",
        "{\"phone\":\"13800138000\",\"at\":\"2999-01-01T00:00:00Z\"} | at",
        "{\"phone\":\"13800138000\",\"at\":\"yesterday\"} | at",
        "{\"phone\":\"13800138000\",\"visitorId\":\"x\"} | visitorId",
        "{\"phone\":\"13800138000\",\"landingUrl\":\"javascript:alert(1)\"} | landingUrl",
        "{\"phone\":\"13800138000\",\"fields\":{\"a\":{\"b\":1}}} | fields.a",
        "{\"phone\":\"13800138000\",\"name\":{\"x\":1}} | name"
      })
  void what_is_wrong_is_told_by_field(String json, String field) {
    Browser.Answer refused = caller("k").raw("/api/v1/leads", "application/json", json);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").get(0).path("field").asString()).isEqualTo(field);
    assertThat(refused.json().path("errors").get(0).path("message").asString()).isNotBlank();
    assertThat(world.leads()).isZero();
  }

  @Test
  void what_is_no_body_is_refused() {
    String deep = "{\"fields\":" + "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000) + "}";
    for (String content :
        List.of(
            "", "[]", "null", "{", "{} {}", deep, "{\"name\":\"a\",\"name\":\"b\"}", "\u0000")) {
      Browser.Answer refused = caller("k").raw("/api/v1/leads", "application/json", content);
      assertThat(refused.status()).as(content).isEqualTo(422);
    }
    String large = "{\"note\":\"" + "x".repeat(80_000) + "\"}";
    assertThat(caller("k").raw("/api/v1/leads", "application/json", large).status()).isEqualTo(413);
    assertThat(caller("k").raw("/api/v1/leads", "text/xml", "<a/>").status()).isBetween(400, 499);
    assertThat(world.leads()).isZero();
  }
}
