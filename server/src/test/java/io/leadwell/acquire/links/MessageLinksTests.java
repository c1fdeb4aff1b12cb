package io.leadwell.acquire.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.links.MessageLinks.Opened;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.pool.leads.Arrival;
import io.leadwell.pool.leads.Arrivals;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import io.leadwell.pool.leads.Identity;
import io.leadwell.pool.leads.Observation.TouchSeen;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Links that know their readers, and what happens when they are passed on. */
@OnPostgres
class MessageLinksTests {

  private static final String MESSAGE = "sms:2026-11-spring";
  private static final String CHROME =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0";

  @Autowired private Workspaces workspaces;
  @Autowired private Arrivals arrivals;
  @Autowired private Links links;
  @Autowired private MessageLinks messages;
  @Autowired private Following following;
  @Autowired private SigningKeys keys;

  private UUID link = UUID.randomUUID();
  private String code = "";
  private UUID wang = UUID.randomUUID();
  private UUID li = UUID.randomUUID();

  @BeforeEach
  void open() {
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
    Link made =
        links.add(
            new LinkDraft("春季短信", "https://www.dataflow.cn/", Placement.NOWHERE, null, true, null),
            Caller.system());
    link = made.id();
    code = made.code();
    wang = person("王伟", "+8613800138000", null);
    li = person("李娜", "+8613900139000", null);
  }

  @Test
  void a_reader_has_one_token_in_one_message_and_it_is_nobody_elses() {
    String first = token(wang);
    assertThat(opened()).isEqualTo(new Opened(1, 0, 0));
    assertThat(token(wang)).isEqualTo(first);
    assertThat(token(li)).isNotEqualTo(first);
    assertThat(messages.addresses(link, "mail:other", Set.of(wang)).get(wang))
        .doesNotContain(first);
    assertThat(first).hasSize(29).doesNotContain(wang.toString());
  }

  @Test
  void the_first_browser_is_the_readers_and_its_clicks_are_touches() {
    UUID browser = Ids.next();
    follow(token(wang), browser);
    follow(token(wang), browser);
    assertThat(opened()).isEqualTo(new Opened(1, 1, 0));
    assertThat(leadsOfLink()).isOne();
  }

  @Test
  void a_link_that_is_passed_on_names_nobody() {
    follow(token(wang), Ids.next());
    for (int i = 0; i < 3; i++) {
      follow(token(wang), Ids.next());
    }
    assertThat(opened()).isEqualTo(new Opened(1, 1, 3));
    assertThat(leadsOfLink()).isOne();
  }

  @Test
  void a_browser_that_is_known_to_be_anothers_is_not_taken() {
    UUID browser = Ids.next();
    UUID owner = person("赵敏", "+8613700137000", browser);
    follow(token(wang), browser);
    assertThat(opened()).isEqualTo(new Opened(1, 0, 1));
    // the click is its owner's, who is known by the browser, and not the reader's
    assertThat(leadsOfLink()).isOne();
    assertThat(owner).isNotEqualTo(wang);
    // the reader still may open it first
    follow(token(wang), Ids.next());
    assertThat(opened()).isEqualTo(new Opened(1, 1, 1));
  }

  @Test
  void a_browser_in_which_another_reader_opened_theirs_stays_theirs() {
    UUID browser = Ids.next();
    follow(token(wang), browser);
    follow(token(li), browser);
    assertThat(opened()).isEqualTo(new Opened(2, 1, 1));
  }

  @Test
  void what_is_no_persons_browser_takes_no_place() {
    UUID scanner = Ids.next();
    following.follow(code, token(wang), passer(scanner, CHROME, false, Instant.now()));
    following.follow(code, token(wang), passer(scanner, "Slackbot 1.0", true, Instant.now()));
    assertThat(opened()).isEqualTo(new Opened(1, 0, 1));
    follow(token(wang), Ids.next());
    assertThat(opened()).isEqualTo(new Opened(1, 1, 1));
  }

  @Test
  void after_its_time_or_altered_a_token_says_nothing_and_the_link_leads_on() {
    String token = token(wang);
    Instant late = Instant.now().plus(Bearers.KNOWN_FOR).plusSeconds(60);
    for (Followed followed :
        List.of(
            following.follow(code, token, passer(Ids.next(), CHROME, true, late)),
            following.follow(
                code, "x" + token.substring(1), passer(Ids.next(), CHROME, true, Instant.now())),
            following.follow(
                code, "../../leads", passer(Ids.next(), CHROME, true, Instant.now())))) {
      assertThat(followed).isEqualTo(new Followed.To("https://www.dataflow.cn/", true));
    }
    assertThat(opened()).isEqualTo(new Opened(1, 0, 0));
  }

  @Test
  void a_token_of_another_link_names_nobody() {
    Link other =
        links.add(
            new LinkDraft("另一个", "https://www.dataflow.cn/b", Placement.NOWHERE, null, true, null),
            Caller.system());
    following.follow(other.code(), token(wang), passer(Ids.next(), CHROME, true, Instant.now()));
    assertThat(opened()).isEqualTo(new Opened(1, 0, 0));
  }

  @Test
  void links_that_are_out_stay_good_when_the_key_is_renewed() {
    String before = token(wang);
    int number = keys.renew();
    String after = token(wang);
    assertThat(number).isEqualTo(2);
    assertThat(after).startsWith("02").isNotEqualTo(before);
    UUID browser = Ids.next();
    follow(before, browser);
    follow(after, browser);
    assertThat(opened()).isEqualTo(new Opened(1, 1, 0));
  }

  @Test
  void of_many_browsers_at_once_one_is_taken() throws Exception {
    String token = token(wang);
    List<Callable<Boolean>> opens = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      opens.add(() -> {
        follow(token, Ids.next());
        return true;
      });
    }
    try (ExecutorService together = Executors.newFixedThreadPool(12)) {
      for (var done : together.invokeAll(opens)) {
        assertThat(done.get()).isTrue();
      }
    }
    assertThat(opened()).isEqualTo(new Opened(1, 1, 11));
  }

  private String token(UUID reader) {
    String address =
        Objects.requireNonNull(messages.addresses(link, MESSAGE, Set.of(reader)).get(reader));
    assertThat(address).startsWith("/l/" + code + "/");
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private void follow(String token, UUID browser) {
    following.follow(code, token, passer(browser, CHROME, true, Instant.now()));
  }

  private static Passer passer(UUID browser, String agent, boolean person, Instant at) {
    return new Passer(browser, false, true, person, null, agent, "127.0.0.1", at);
  }

  private Opened opened() {
    return messages.opened(link, MESSAGE);
  }

  private long leadsOfLink() {
    return links
        .list(new LinkFilter(null, null, null, null, Set.of(link)), null, 1)
        .items()
        .getFirst()
        .figures()
        .leads();
  }

  private UUID person(String name, String phone, @Nullable UUID browser) {
    Facts facts = Facts.build().with(Fact.NAME, name).with(Fact.PHONE, phone).done();
    Instant at = Instant.now();
    return arrivals
        .bring(
            new Arrival(
                "form:demo",
                phone,
                at,
                null,
                facts.toStore(),
                facts,
                TouchSeen.of("form", at),
                browser == null
                    ? List.of()
                    : List.of(new Identity(Identity.Kind.COOKIE, "", browser.toString())),
                List.of(),
                true))
        .personId();
  }
}
