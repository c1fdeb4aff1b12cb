package io.leadwell.acquire.capture;

import static io.leadwell.tables.capture.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.CampaignDraft;
import io.leadwell.acquire.campaigns.CampaignKind;
import io.leadwell.acquire.campaigns.CampaignStatus;
import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.Role;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@OnPostgres
@Import(FormWorld.class)
class LeadCallsTests {

  @Autowired private FormWorld world;
  @Autowired private Keys keys;
  @Autowired private Leads leads;
  @Autowired private Channels channels;
  @Autowired private Campaigns campaigns;
  @Autowired private DSLContext dsl;
  @LocalServerPort private int port;
  private String key = "";

  @BeforeEach
  void open() {
    world.open();
    key = keys.create("官网", Role.MARKETER, null, Caller.system()).secret();
  }

  private Browser caller(String callKey) {
    return new Browser(port)
        .with("Authorization", "Bearer " + key)
        .with("Accept-Language", "en")
        .with("Idempotency-Key", callKey);
  }

  private static Map<String, Object> body(Object... pairs) {
    Map<String, Object> body = new HashMap<>(Map.of("name", "王伟", "phone", "138 0013 8000"));
    for (int i = 0; i < pairs.length; i += 2) {
      body.put((String) pairs[i], pairs[i + 1]);
    }
    return body;
  }

  private LeadRow lead(Browser.Answer answer) {
    return leads.get(UUID.fromString(answer.json().path("leadId").asString()), Caller.system());
  }

  @Test
  void the_same_call_again_is_the_same_answer_and_no_second_lead() {
    Browser.Answer first = caller("order-1").post("/leads", body("note", "要演示"));
    Browser.Answer again = caller("order-1").post("/leads", body("note", "要演示"));

    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
    assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    assertThat(world.leads()).isEqualTo(1);
    assertThat(world.touches()).isEqualTo(1);
    assertThat(lead(first).note()).isEqualTo("要演示");
  }

  @Test
  void the_order_and_layout_of_a_body_do_not_matter_but_what_it_says_does() {
    caller("k")
        .raw("/api/v1/leads", "application/json", "{\"name\":\"A\",\"phone\":\"13800138000\"}");

    Browser.Answer same =
        caller("k")
            .raw(
                "/api/v1/leads",
                "application/json",
                "{ \"phone\": \"13800138000\",\n \"name\": \"A\" }");
    Browser.Answer other = caller("k").post("/leads", body("name", "B"));

    assertThat(same.status()).isEqualTo(201);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("callKeyUsed");
    assertThat(world.leads()).isEqualTo(1);
  }

  @Test
  void two_keys_may_name_their_calls_alike() {
    caller("1").post("/leads", body());
    key = keys.create("伙伴", Role.MARKETER, null, Caller.system()).secret();

    Browser.Answer other = caller("1").post("/leads", body("name", "李娜", "phone", "13900139000"));

    assertThat(other.status()).isEqualTo(201);
    assertThat(world.leads()).isEqualTo(2);
  }

  @Test
  void twenty_threads_with_one_call_bring_one_lead() throws Exception {
    List<Browser.Answer> answers = race(i -> body("note", "同一个"));

    assertThat(answers).extracting(Browser.Answer::status).containsOnly(201);
    assertThat(answers.stream().map(Browser.Answer::text).distinct()).hasSize(1);
    assertThat(world.leads()).isEqualTo(1);
    assertThat(world.touches()).isEqualTo(1);
    assertThat(dsl.fetchCount(SUBMISSION)).isEqualTo(1);
  }

  @Test
  void twenty_threads_that_say_different_things_under_one_name_bring_one_of_them()
      throws Exception {
    List<Browser.Answer> answers = race(i -> body("note", "第" + i));

    assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(a -> a.status() == 422)).hasSize(19);
    assertThat(world.leads()).isEqualTo(1);
    assertThat(world.touches()).isEqualTo(1);
  }

  private List<Browser.Answer> race(java.util.function.IntFunction<Map<String, Object>> body)
      throws Exception {
    List<Callable<Browser.Answer>> calls =
        IntStream.range(0, 20)
            .<Callable<Browser.Answer>>mapToObj(
                i -> () -> caller("race").post("/leads", body.apply(i)))
            .toList();
    List<Browser.Answer> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(20)) {
      for (Future<Browser.Answer> one : threads.invokeAll(calls)) {
        answers.add(one.get());
      }
    }
    return answers;
  }

  @Test
  void a_call_without_a_name_is_refused_and_so_is_a_stranger() {
    Browser nameless = new Browser(port).with("Authorization", "Bearer " + key);

    assertThat(nameless.post("/leads", body()).code()).isEqualTo("callKeyMissing");
    assertThat(caller("a b").post("/leads", body()).code()).isEqualTo("callKeyMissing");
    assertThat(caller("x".repeat(201)).post("/leads", body()).code()).isEqualTo("callKeyMissing");
    assertThat(
            new Browser(port)
                .with("Authorization", "Bearer lw_x_y")
                .with("Idempotency-Key", "1")
                .post("/leads", body())
                .status())
        .isEqualTo(401);
    assertThat(world.leads()).isZero();
  }

  @Test
  void a_refused_call_can_be_made_again_under_its_name() {
    assertThat(caller("k").post("/leads", body("phone", "12")).status()).isEqualTo(422);
    assertThat(caller("k").post("/leads", body()).status()).isEqualTo(201);
  }

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

  @Test
  void what_a_member_types_in_the_app_goes_the_way_it_went() {
    Browser member = new Browser(port);
    assertThat(member.post("/leads", body()).status()).isIn(401, 403);
    assertThat(world.leads()).isZero();
  }
}
