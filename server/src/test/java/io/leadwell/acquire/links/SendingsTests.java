package io.leadwell.acquire.links;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.messaging.Tables.SUPPRESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.pool.leads.Arrival;
import io.leadwell.pool.leads.Arrivals;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.Audience;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import io.leadwell.pool.leads.LeadChoice;
import io.leadwell.pool.leads.LeadFilter;
import io.leadwell.pool.leads.Observation.TouchSeen;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Links for a group of people, one each: who gets one, what the file says, what came of them. */
@OnPostgres
class SendingsTests {

  private static final String CHROME =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0";

  @Autowired private Workspaces workspaces;
  @Autowired private Arrivals arrivals;
  @Autowired private Links links;
  @Autowired private Sendings sendings;
  @Autowired private Following following;
  @Autowired private Keys keys;
  @Autowired private Members members;
  @Autowired private DSLContext dsl;
  @LocalServerPort private int port;

  private UUID link = UUID.randomUUID();
  private String code = "";

  @BeforeEach
  void open() {
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
    Link made =
        links.add(
            new LinkDraft("春季短信", "https://www.dataflow.cn/", Placement.NOWHERE, null, true, null),
            Caller.system());
    link = made.id();
    code = made.code();
  }

  @Test
  void everybody_gets_one_address_and_fetched_again_it_is_the_same() {
    arrive("王伟", "+8613800138000", null);
    arrive("李娜", "+8613900139000", "li@example.com");
    SendingLine line = make(SendingWay.SMS);
    assertThat(line.readers()).isEqualTo(2);
    assertThat(line.leftOut()).isEmpty();
    Map<String, String> first = addresses(line, Readers.ALL);
    assertThat(first).hasSize(2);
    assertThat(Set.copyOf(first.values())).hasSize(2);
    assertThat(first.values())
        .allSatisfy(address -> assertThat(address).startsWith("https://go.example.com/l/" + code));
    assertThat(addresses(line, Readers.ALL)).isEqualTo(first);
    // another sending has other addresses, so that each tells of itself
    assertThat(addresses(make(SendingWay.SMS), Readers.ALL).values())
        .doesNotContainAnyElementsOf(first.values());
  }

  @Test
  void who_can_not_be_reached_is_left_out_and_the_reason_names_them() {
    arrive("王伟", "+8613800138000", "wang@example.com");
    arrive("同号", "+8613800138001", "wang2@example.com");
    arrive("座机", "+862155556666", "Left@Example.com");
    arrive("没电话", null, "nophone@example.com");
    dsl.insertInto(SUPPRESSION)
        .set(SUPPRESSION.ADDRESS, "left@example.com")
        .set(SUPPRESSION.REASON, "unsubscribed")
        .set(SUPPRESSION.SINCE, Instant.now())
        .execute();
    arrive("没邮箱", "+8613800138002", null);
    SendingLine sms = make(SendingWay.SMS);
    assertThat(sms.readers()).isEqualTo(3);
    assertThat(sms.leftOut()).isEqualTo(Map.of("not_mobile", 1L, "no_phone", 1L));
    SendingLine mail = make(SendingWay.MAIL);
    assertThat(mail.readers()).isEqualTo(3);
    assertThat(mail.leftOut()).isEqualTo(Map.of("unsubscribed", 1L, "no_email", 1L));
    assertThat(names(mail, Readers.LEFT_OUT, Caller.system()))
        .containsExactlyInAnyOrder("座机 unsubscribed", "没邮箱 no_email");
    assertThat(make(SendingWay.OTHER).readers()).isEqualTo(5);
  }

  @Test
  void one_phone_is_sent_one_message() {
    arrive("王伟", "+862155556666", "info@example.com");
    UUID other = arrive("李娜", "+8613900139000", "li@example.com").personId();
    dsl.update(PERSON).set(PERSON.EMAIL, "Info@Example.com").where(PERSON.ID.eq(other)).execute();
    SendingLine mail = make(SendingWay.MAIL);
    assertThat(mail.readers()).isOne();
    assertThat(mail.leftOut()).isEqualTo(Map.of("same_address", 1L));
  }

  @Test
  void who_unsubscribes_afterwards_is_not_in_the_file_any_more() {
    arrive("王伟", "+8613800138000", "wang@example.com");
    arrive("李娜", "+8613900139000", "li@example.com");
    SendingLine line = make(SendingWay.MAIL);
    dsl.insertInto(SUPPRESSION)
        .set(SUPPRESSION.ADDRESS, "wang@example.com")
        .set(SUPPRESSION.REASON, "unsubscribed")
        .set(SUPPRESSION.SINCE, Instant.now())
        .execute();
    assertThat(addresses(line, Readers.ALL)).containsOnlyKeys("李娜");
  }

  @Test
  void who_opened_it_is_told_and_the_others_can_be_sent_it_again() {
    arrive("王伟", "+8613800138000", null);
    arrive("李娜", "+8613900139000", null);
    arrive("赵敏", "+8613700137000", null);
    SendingLine line = make(SendingWay.SMS);
    Map<String, String> all = addresses(line, Readers.ALL);
    follow(all.get("王伟"), Ids.next());
    follow(all.get("王伟"), Ids.next());
    follow(all.get("李娜"), Ids.next());
    SendingLine told = sendings.of(link).getFirst();
    assertThat(told.readers()).isEqualTo(3);
    assertThat(told.opened()).isEqualTo(2);
    assertThat(told.strangers()).isOne();
    assertThat(told.passedOn()).isOne();
    assertThat(names(told, Readers.OPENED, Caller.system())).containsExactly("李娜", "王伟");
    assertThat(names(told, Readers.PASSED_ON, Caller.system())).containsExactly("王伟");
    assertThat(names(told, Readers.UNOPENED, Caller.system())).containsExactly("赵敏");
    assertThat(addresses(told, Readers.UNOPENED)).containsOnlyKeys("赵敏");
    assertThat(addresses(told, Readers.UNOPENED).get("赵敏")).isEqualTo(all.get("赵敏"));
  }

  @Test
  void pages_of_readers_have_everybody_once_opened_or_not() {
    for (int i = 0; i < 7; i++) {
      arrive("人" + i, "+861380013800" + i, null);
    }
    SendingLine line = make(SendingWay.SMS);
    Map<String, String> all = addresses(line, Readers.ALL);
    for (int i = 0; i < 3; i++) {
      follow(all.get("人" + i), Ids.next());
    }
    List<@Nullable String> seen = new ArrayList<>();
    String cursor = null;
    do {
      Page<ReaderRow> page =
          sendings.readers(link, line.sending().id(), Readers.ALL, cursor, 2, Caller.system());
      assertThat(page.total()).isEqualTo(7);
      page.items().forEach(row -> seen.add(row.name()));
      cursor = page.next();
    } while (cursor != null);
    assertThat(seen).hasSize(7).doesNotHaveDuplicates().startsWith("人2", "人1", "人0");
  }

  @Test
  void a_colleague_sends_to_and_sees_their_own_people_only() {
    UUID me =
        members
            .join(
                new NewMember("刘洋", null, null, Role.SALESPERSON, null, null, null, false, "zh-CN"),
                Caller.system())
            .id();
    Arrived mine = arrive("王伟", "+8613800138000", null);
    arrive("李娜", "+8613900139000", null);
    dsl.update(LEAD).set(LEAD.OWNER_ID, me).where(LEAD.ID.eq(mine.leadId())).execute();
    Caller seller = seller(me);
    SendingLine everybody = make(SendingWay.SMS);
    assertThat(names(everybody, Readers.ALL, seller)).containsExactlyInAnyOrder("王伟", "hidden");
    assertThat(addresses(everybody, Readers.ALL, seller)).containsOnlyKeys("王伟");
    SendingLine own =
        sendings.make(link, "我的客户", SendingWay.SMS, LeadChoice.of(LeadFilter.everything()), seller);
    assertThat(own.readers()).isOne();
  }

  @Test
  void who_may_not_see_contacts_gets_masked_ones() {
    arrive("王伟", "+8613800138000", "wang@example.com");
    SendingLine line = make(SendingWay.SMS);
    ReaderRow row =
        sendings
            .readers(link, line.sending().id(), Readers.ALL, null, 9, as(Role.MARKETER))
            .items()
            .getFirst();
    assertThat(row.phone()).isEqualTo("138****8000");
    assertThat(row.email()).isEqualTo("w***@example.com");
  }

  @Test
  void what_can_not_be_sent_is_refused_with_a_sentence() {
    LeadChoice all = LeadChoice.of(LeadFilter.everything());
    refused(LinksProblem.SENDING_WITHOUT_READERS, "短信", all);
    arrive("王伟", "+8613800138000", null);
    refused(LinksProblem.SENDING_NAME_INVALID, " ", all);
    refused(LinksProblem.SENDING_NAME_INVALID, "长".repeat(101), all);
    refused(LinksProblem.SENDING_WITHOUT_READERS, "短信", LeadChoice.of(List.of()));
    links.change(
        link,
        d -> new LinkDraft(d.name(), d.page(), d.placement(), null, false, null),
        Caller.system());
    refused(LinksProblem.SENDING_LINK_ENDED, "短信", all);
    assertThat(sendings.of(link)).isEmpty();
  }

  @Test
  void the_file_is_for_who_may_export_and_is_on_record() {
    arrive("王伟", "+8613800138000", "wang@example.com");
    Browser marketer = with(Role.MARKETER);
    Browser.Answer made =
        marketer.post(
            "/links/" + link + "/sendings",
            Map.of("name", "春季短信", "way", "sms", "filter", Map.of("q", "王伟")));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().get("readers").asLong()).isOne();
    String path = "/links/" + link + "/sendings/" + made.json().get("id").asString();
    assertThat(marketer.get(path + "/export?format=csv").status()).isEqualTo(403);
    Browser head = with(Role.MARKETING_HEAD);
    Browser.Answer file = head.get(path + "/export?format=csv");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.text())
        .contains("姓名,公司,手机,邮箱,专属链接")
        .contains("王伟,,13800138000,wang@example.com,http://127.0.0.1:" + port + "/l/" + code + "/");
    assertThat(head.get(path + "/export?which=left_out").status()).isEqualTo(422);
    assertThat(with(Role.ADMIN).get("/audit?action=sending.exported").text()).contains("春季短信");
    assertThat(marketer.post("/links/" + link + "/sendings", Map.of("name", "x")).status())
        .isEqualTo(422);
    assertThat(
            marketer
                .post(
                    "/links/" + link + "/sendings",
                    Map.of("name", "x", "way", "pigeon", "filter", Map.of()))
                .status())
        .isEqualTo(422);
  }

  @Test
  void a_hostile_token_leads_to_the_page_of_its_link_and_names_nobody() {
    arrive("王伟", "+8613800138000", null);
    SendingLine line = make(SendingWay.SMS);
    String address = Objects.requireNonNull(addresses(line, Readers.ALL).get("王伟"));
    String token = address.substring(address.lastIndexOf('/') + 1);
    for (String hostile :
        List.of(
            token.substring(0, 28) + (token.endsWith("A") ? "B" : "A"),
            token.toLowerCase(java.util.Locale.ROOT) + "x",
            token + token,
            "0".repeat(29),
            "zz" + "A".repeat(27),
            "-1" + token.substring(2),
            "%27%20or%201=1--",
            "https:%2F%2Fevil.example",
            "x".repeat(2_000))) {
      Browser.Answer answer =
          new Browser(port)
              .with("User-Agent", CHROME)
              .with("Accept", "text/html")
              .with("Accept-Language", "zh-CN")
              .get("!/l/" + code + "/" + hostile);
      assertThat(answer.status()).as(hostile).isIn(302, 400, 404);
      assertThat(answer.headers().firstValue("Location").orElse("https://www.dataflow.cn/"))
          .isEqualTo("https://www.dataflow.cn/");
    }
    assertThat(sendings.of(link).getFirst().opened()).isZero();
    assertThat(sendings.of(link).getFirst().strangers()).isZero();
  }

  @Test
  void a_large_audience_gets_its_links_chunk_by_chunk() {
    int many = Audience.CHUNK + 50;
    Arrived one = arrive("人", "+8613800138000", null);
    var person = dsl.fetchSingle(PERSON, PERSON.ID.eq(one.personId()));
    var lead = dsl.fetchSingle(LEAD, LEAD.ID.eq(one.leadId()));
    for (int i = 1; i < many; i++) {
      var copy = person.copy();
      copy.set(PERSON.ID, Ids.next());
      copy.set(PERSON.PHONE, "+8613%09d".formatted(900_000_000 + i));
      copy.insert();
      var cycle = lead.copy();
      cycle.set(LEAD.ID, Ids.next());
      cycle.set(LEAD.PERSON_ID, copy.get(PERSON.ID));
      for (var field : cycle.fields()) {
        // the database makes these itself
        if (field.getName().matches("marks|earliest_at|latest_at|reached_.*")) {
          cycle.touched(field, false);
        }
      }
      cycle.insert();
    }
    SendingLine line = make(SendingWay.SMS);
    assertThat(line.readers()).isEqualTo(many);
    Set<String> different = new HashSet<>();
    sendings.each(
        line.sending(),
        Readers.ALL,
        "https://go.example.com/l/" + code,
        Caller.system(),
        row -> different.add(row.address()));
    assertThat(different).hasSize(many);
  }

  private void refused(LinksProblem problem, String name, LeadChoice choice) {
    assertThatThrownBy(() -> sendings.make(link, name, SendingWay.SMS, choice, Caller.system()))
        .isInstanceOfSatisfying(
            Problem.class, refusal -> assertThat(refusal.code()).isEqualTo(problem));
  }

  private SendingLine make(SendingWay way) {
    return sendings.make(link, "双十一", way, LeadChoice.of(LeadFilter.everything()), Caller.system());
  }

  private Map<String, String> addresses(SendingLine line, Readers which) {
    return addresses(line, which, Caller.system());
  }

  private Map<String, String> addresses(SendingLine line, Readers which, Caller who) {
    Map<String, String> addresses = new HashMap<>();
    Sending sending = sendings.exported(link, line.sending().id(), which, who);
    sendings.each(
        sending,
        which,
        "https://go.example.com/l/" + code,
        who,
        row -> addresses.put(String.valueOf(row.name()), row.address()));
    return addresses;
  }

  private List<String> names(SendingLine line, Readers which, Caller who) {
    return sendings.readers(link, line.sending().id(), which, null, 50, who).items().stream()
        .map(row ->
            row.hidden()
                ? "hidden"
                : row.name() + (row.leftOut() == null ? "" : " " + row.leftOut()))
        .collect(Collectors.toList());
  }

  private void follow(@Nullable String address, UUID browser) {
    String token = Objects.requireNonNull(address).substring(address.lastIndexOf('/') + 1);
    following.follow(
        code,
        token,
        new Passer(browser, false, true, true, null, CHROME, "127.0.0.1", Instant.now()));
  }

  private Caller seller(UUID me) {
    return new Caller(
        Caller.Kind.MEMBER,
        me,
        null,
        "刘洋",
        Role.SALESPERSON.permissions(),
        new Visible.OwnedBy(Set.of(me)),
        null);
  }

  private Caller as(Role role) {
    Set<Permission> permissions = role.permissions();
    return new Caller(
        Caller.Kind.MEMBER, Ids.next(), null, "陈静", permissions, Visible.everything(), null);
  }

  private Browser with(Role role) {
    String key = keys.create(role.word(), role, null, Caller.system()).secret();
    return new Browser(port).with("Authorization", "Bearer " + key);
  }

  private Arrived arrive(String name, @Nullable String phone, @Nullable String email) {
    Facts.Builder said = Facts.build().with(Fact.NAME, name);
    if (phone != null) {
      said = said.with(Fact.PHONE, phone);
    }
    if (email != null) {
      said = said.with(Fact.EMAIL, email);
    }
    Facts facts = said.done();
    Instant at = Instant.now();
    return arrivals.bring(
        new Arrival(
            "form:demo",
            name,
            at,
            null,
            facts.toStore(),
            facts,
            TouchSeen.of("form", at),
            List.of(),
            List.of(),
            true));
  }
}
