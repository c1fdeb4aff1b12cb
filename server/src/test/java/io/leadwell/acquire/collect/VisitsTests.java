package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.READER;
import static io.leadwell.tables.collect.Tables.READERSHIP;
import static io.leadwell.tables.collect.Tables.VISIT;
import static io.leadwell.tables.collect.Tables.VISITOR;
import static io.leadwell.tables.collect.Tables.VISIT_PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.campaigns.Sources;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class VisitsTests {

  private static final Caller WHO = Caller.system();
  private static final Duration LONG = Duration.ofSeconds(60);

  @Autowired private Collector collector;
  @Autowired private Visits visits;
  @Autowired private Readership readership;
  @Autowired private VisitReader reader;
  @Autowired private Sites sites;
  @Autowired private Sources sources;
  @Autowired private Channels channels;
  @Autowired private Clock clock;
  @Autowired private DSLContext dsl;
  private Site site = Site.OWN_PAGES;
  private Instant start = Instant.EPOCH;

  @BeforeEach
  void open() {
    site =
        sites.add(
            new SiteDraft(
                "官网", List.of(Browsing.HOST, "docs.example.com"), false, true, null, false),
            WHO);
    channels.plantUsual();
    sources.plantUsual();
    start = clock.instant().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MILLIS);
  }

  @Test
  void a_visit_has_its_pages_how_long_each_was_read_and_where_the_visitor_came_from() {
    Browsing browsing = browsing();
    Map<String, Object> landing =
        browsing.page("/?utm_source=baidu&utm_medium=cpc&utm_term=BI&bd_vid=7");
    landing.put("referrer", "https://www.baidu.com/");
    Map<String, Object> paper = browsing.pass(Duration.ofSeconds(40)).read("/paper", "white-paper");
    send(browsing, landing, paper);
    send(browsing, browsing.dwell(landing, Duration.ofSeconds(38), 60));
    browsing.pass(Duration.ofSeconds(90));
    send(
        browsing,
        browsing.dwell(paper, Duration.ofSeconds(30), 40),
        browsing.dwell(paper, Duration.ofSeconds(85), 100),
        browsing.hit("试用按钮"));

    Visit visit = Objects.requireNonNull(origin(browsing).current());
    assertThat(visit.startedAt()).isEqualTo(start);
    assertThat(visit.endedAt()).isEqualTo(start.plusSeconds(130));
    assertThat(visit.pages()).isEqualTo(2);
    assertThat(visit.dwellMs()).isEqualTo(123_000);
    assertThat(visit.origin().direct()).isFalse();
    assertThat(visit.origin().channelId()).isNotNull();
    assertThat(visit.origin().utm()).containsEntry("utm_source", "baidu");
    assertThat(Objects.requireNonNull(visit.origin().clickId()).value()).isEqualTo("7");
    assertThat(visit.origin().keyword()).isEqualTo("BI");
    VisitDetail detail = visits.find(visit.id());
    assertThat(detail.pages()).extracting(VisitPage::dwellMs).containsExactly(38_000L, 85_000L);
    assertThat(detail.pages().getLast().depth()).isEqualTo(100);
    assertThat(detail.pages().getLast().content()).isEqualTo("white-paper");
    assertThat(detail.actions()).extracting(VisitAction::name).containsExactly("试用按钮");
  }

  @Test
  void the_first_visit_from_somewhere_is_remembered_when_the_visitor_comes_back_directly() {
    Browsing browsing = browsing();
    Map<String, Object> ad = browsing.page("/?utm_source=baidu&utm_medium=cpc");
    send(browsing, ad);
    browsing.comesBack();
    send(browsing, browsing.page("/pricing"));
    browsing.comesBack();
    Map<String, Object> byZhihu = browsing.page("/");
    byZhihu.put("referrer", "https://www.zhihu.com/question/1");
    send(browsing, byZhihu);
    browsing.comesBack();
    Map<String, Object> fromDocs = browsing.page("/pricing");
    fromDocs.put("referrer", "https://docs.example.com/x");
    send(browsing, fromDocs);

    VisitorOrigin origin = origin(browsing);
    assertThat(Objects.requireNonNull(origin.first()).startedAt()).isEqualTo(start);
    Visit current = Objects.requireNonNull(origin.current());
    assertThat(current.id()).isEqualTo(browsing.visit);
    assertThat(current.origin().direct()).as("coming from a host of the site itself").isTrue();
  }

  @Test
  void a_stranger_has_no_origin() {
    assertThat(visits.originOf(Ids.next())).isEqualTo(new VisitorOrigin(null, null));
  }

  @Test
  void in_whatever_order_hits_arrive_and_however_often_the_visits_are_the_same() {
    Random random = new Random(11);
    List<Browsing> browsers = new ArrayList<>();
    List<Map.Entry<Browsing, Map<String, Object>>> hits = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Browsing browsing = browsing();
      browsers.add(browsing);
      for (int j = 0; j < 5; j++) {
        browsing.pass(Duration.ofSeconds(30));
        Map<String, Object> page =
            browsing.read("/" + j + "?utm_campaign=c" + j, "content-" + j % 2);
        hits.add(Map.entry(browsing, page));
        for (int k = 1; k <= 3; k++) {
          browsing.pass(Duration.ofSeconds(5));
          hits.add(Map.entry(browsing, browsing.dwell(page, Duration.ofSeconds(5L * k), 30 * k)));
        }
        Map<String, Object> end = browsing.hit("read_end");
        end.put("content", "content-0");
        hits.add(Map.entry(browsing, end));
        hits.add(Map.entry(browsing, browsing.hit("event")));
      }
    }
    hits.forEach(hit -> send(hit.getKey(), hit.getValue()));
    List<VisitDetail> inOrder = details(browsers);
    assertThat(inOrder).allSatisfy(visit -> assertThat(visit.pages()).hasSize(5));
    assertThat(read())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "content-0", new Readers(18, 6, 18 * 15_000, 30, 0, 0),
                "content-1", new Readers(12, 6, 12 * 15_000, 0, 0, 0)));
    Map<String, Readers> readInOrder = read();

    // The same once more into an empty house, shuffled and some of it twice.
    for (int round = 0; round < 3; round++) {
      dsl.deleteFrom(VISITOR).execute();
      assertThat(read()).as("figures outlive the visits").isEqualTo(readInOrder);
      dsl.deleteFrom(READERSHIP).execute();
      dsl.deleteFrom(io.leadwell.tables.collect.Tables.HIT).execute();
      List<Map.Entry<Browsing, Map<String, Object>>> shuffled = new ArrayList<>(hits);
      shuffled.addAll(hits.subList(0, 40));
      Collections.shuffle(shuffled, random);
      shuffled.forEach(hit -> send(hit.getKey(), hit.getValue()));
      assertThat(details(browsers)).isEqualTo(inOrder);
      assertThat(read()).isEqualTo(readInOrder);
    }

    // And folded again from the beginning, onto what is there.
    dsl.update(READER).set(READER.POSITION, 0L).execute();
    while (reader.step()) {
      Thread.onSpinWait();
    }
    assertThat(details(browsers)).isEqualTo(inOrder);
    assertThat(read()).isEqualTo(readInOrder);
  }

  private Map<String, Readers> read() {
    return readership.of(List.of("content-0", "content-1"));
  }

  @Test
  void what_the_reader_had_not_committed_when_it_died_is_folded_by_the_next_and_nothing_twice() {
    Browsing browsing = browsing();
    for (int i = 0; i < 20; i++) {
      browsing.pass(Duration.ofSeconds(5));
      send(browsing, browsing.page("/" + i), browsing.hit("event"));
    }
    VisitDetail before = details(List.of(browsing)).getFirst();
    for (long position : new long[] {7, 0, 33}) {
      dsl.update(READER).set(READER.POSITION, position).execute();
      while (reader.step()) {
        Thread.onSpinWait();
      }
      assertThat(details(List.of(browsing)).getFirst()).isEqualTo(before);
    }
  }

  @Test
  void nobody_can_go_on_with_somebody_elses_visit() {
    Browsing browsing = browsing();
    send(browsing, browsing.page("/"));
    Browsing thief = browsing();
    thief.visit = browsing.visit;
    send(thief, thief.page("/stolen"), thief.hit("event"));
    VisitDetail detail = details(List.of(browsing)).getFirst();
    assertThat(detail.visit().visitor()).isEqualTo(browsing.visitor);
    assertThat(detail.pages()).hasSize(1);
    assertThat(detail.actions()).isEmpty();
  }

  @Test
  void a_dwell_whose_page_never_arrived_is_no_page() {
    Browsing browsing = browsing();
    Map<String, Object> lost = browsing.page("/lost");
    send(browsing, browsing.page("/"));
    send(browsing, browsing.dwell(lost, Duration.ofSeconds(9), 10));
    VisitDetail detail = details(List.of(browsing)).getFirst();
    assertThat(detail.pages()).hasSize(1);
    assertThat(detail.visit().pages()).isOne();
    assertThat(dsl.fetchCount(VISIT_PAGE)).isEqualTo(2);
  }

  @Test
  void what_a_browser_did_before_is_its_persons_and_so_is_what_it_does_later() {
    Browsing browsing = browsing();
    send(browsing, browsing.page("/?utm_source=x"));
    origin(browsing);
    UUID person = Ids.next();
    visits.join(browsing.visitor, person, browsing.now);
    browsing.comesBack();
    send(browsing, browsing.page("/later"));
    origin(browsing);
    assertThat(visits.of(person)).hasSize(2);
  }

  @Test
  void of_two_people_at_one_browser_each_keeps_the_visits_that_were_theirs() {
    Browsing browsing = browsing();
    UUID first = Ids.next();
    UUID second = Ids.next();
    send(browsing, browsing.page("/1"));
    origin(browsing);
    visits.join(browsing.visitor, first, browsing.now);
    browsing.comesBack();
    send(browsing, browsing.page("/2"));
    origin(browsing);
    visits.join(browsing.visitor, second, browsing.now);
    browsing.comesBack();
    send(browsing, browsing.page("/3"));
    origin(browsing);
    assertThat(visits.of(first)).extracting(Visit::landingUrl).allMatch(url -> !url.endsWith("3"));
    assertThat(visits.of(first)).hasSize(2);
    assertThat(visits.of(second)).hasSize(1);
  }

  @Test
  void whoever_says_who_they_are_before_anything_was_seen_is_joined_all_the_same() {
    Browsing browsing = browsing();
    UUID person = Ids.next();
    visits.join(browsing.visitor, person, browsing.now);
    send(browsing, browsing.page("/"));
    origin(browsing);
    assertThat(visits.of(person)).hasSize(1);
  }

  @Test
  void visits_of_strangers_are_forgotten_in_time_and_those_of_people_are_not() {
    Browsing stranger = new Browsing(site.key(), clock.instant());
    Browsing known = new Browsing(site.key(), clock.instant());
    send(stranger, stranger.page("/"));
    send(known, known.page("/"));
    origin(known);
    visits.join(known.visitor, Ids.next(), known.now);
    dsl.update(VISITOR)
        .set(VISITOR.LAST_SEEN_AT, clock.instant().minus(Duration.ofDays(500)))
        .execute();
    retention.forget(Days.of(start), Days.of(clock.instant()));
    assertThat(dsl.select(VISIT.ID).from(VISIT).fetch(VISIT.ID)).containsExactly(known.visit);
  }

  @Autowired private RetentionStore retention;

  private Browsing browsing() {
    return new Browsing(site.key(), start);
  }

  private VisitorOrigin origin(Browsing browsing) {
    assertThat(reader.await(LONG)).isTrue();
    return visits.originOf(browsing.visitor);
  }

  private List<VisitDetail> details(List<Browsing> browsers) {
    assertThat(reader.await(LONG)).isTrue();
    return browsers.stream().map(browsing -> visits.find(browsing.visit)).toList();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private void send(Browsing browsing, Map<String, Object>... hits) {
    Delivery delivery = browsing.delivery(hits);
    // Received when it was sent, from nowhere in particular.
    Receipt receipt =
        collector.take(
            new Delivery(
                delivery.site(),
                null,
                delivery.agent(),
                delivery.host(),
                delivery.origin(),
                false,
                delivery.receivedAt(),
                delivery.body()));
    assertThat(receipt).isInstanceOf(Receipt.Taken.class);
  }
}
