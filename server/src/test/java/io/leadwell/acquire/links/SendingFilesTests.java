package io.leadwell.acquire.links;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Role;
import io.leadwell.pool.consent.SuppressionReason;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.Audience;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The file of a sending: what it says, to whom, and what its addresses give away. */
@OnPostgres
class SendingFilesTests extends SendingWorld {

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
  void who_unsubscribes_afterwards_is_not_in_the_file_any_more() {
    arrive("王伟", "+8613800138000", "wang@example.com");
    arrive("李娜", "+8613900139000", "li@example.com");
    SendingLine line = make(SendingWay.MAIL);
    suppressions.add("wang@example.com", Set.of(), SuppressionReason.ASKED, null, Caller.system());
    assertThat(addresses(line, Readers.ALL)).containsOnlyKeys("李娜");
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
      consent(copy.get(PERSON.ID), true);
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
}
