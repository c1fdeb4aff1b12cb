package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.ACTION;
import static io.leadwell.tables.collect.Tables.VISIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.campaigns.Sources;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Arrival;
import io.leadwell.pool.leads.Arrivals;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import io.leadwell.pool.leads.Identity;
import io.leadwell.pool.leads.Observation.TouchSeen;
import io.leadwell.pool.leads.TimelineItem;
import io.leadwell.pool.leads.Timelines;
import io.leadwell.testing.OnPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a browser did becomes the story of the person who left a name in it. */
@OnPostgres
class VisitTouchesTests {

  private static final Caller WHO = Caller.system();
  private static final Duration LONG = Duration.ofSeconds(60);

  @Autowired private Collector collector;
  @Autowired private Visits visits;
  @Autowired private VisitReader reader;
  @Autowired private VisitTeller teller;
  @Autowired private Arrivals arrivals;
  @Autowired private Timelines timelines;
  @Autowired private Sites sites;
  @Autowired private Sources sources;
  @Autowired private Channels channels;
  @Autowired private Clock clock;
  @Autowired private DSLContext dsl;
  private Site site = Site.OWN_PAGES;
  private Browsing browsing = new Browsing("", Instant.EPOCH);

  @BeforeEach
  void open() {
    site = sites.add(new SiteDraft("官网", List.of(Browsing.HOST), false, true, null, false), WHO);
    channels.plantUsual();
    sources.plantUsual();
    Instant start = clock.instant().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MILLIS);
    browsing = new Browsing(site.key(), start);
  }

  @Test
  void visits_and_reads_before_and_after_the_form_stand_in_the_leads_story() {
    Map<String, Object> paper =
        browsing.read("/paper?utm_source=baidu&utm_medium=cpc&utm_term=BI", "white-paper");
    send(paper);
    send(browsing.pass(Duration.ofSeconds(70)).dwell(paper, Duration.ofSeconds(66), 100));
    send(browsing.hit("video_watch"));
    UUID lead = leavesName("王伟");
    browsing.comesBack();
    send(browsing.read("/case", "case-1"));
    told();

    List<TimelineItem> story = story(lead);
    assertThat(story)
        .extracting(TimelineItem::subject)
        .containsExactlyInAnyOrder(
            "visit", "content_read", "video_watch", "form", "visit", "content_read");
    TimelineItem first = story.stream().filter(i -> i.subject().equals("visit")).toList().getLast();
    assertThat(first.channel()).isEqualTo("百度SEM");
    assertThat(first.detail()).containsEntry("seconds", 66).containsEntry("pages", 1);
    TimelineItem read =
        story.stream().filter(i -> "white-paper".equals(i.content())).findFirst().orElseThrow();
    assertThat(read.detail()).containsEntry("depth", 100).containsEntry("seconds", 66);
  }

  @Test
  void a_visit_that_goes_on_changes_its_touch_and_makes_no_second_one() {
    UUID lead = leavesName("王伟");
    for (int i = 0; i < 5; i++) {
      Map<String, Object> page = browsing.pass(Duration.ofSeconds(20)).read("/" + i, "same");
      send(page);
      send(browsing.pass(Duration.ofSeconds(10)).dwell(page, Duration.ofSeconds(9), 50));
      told();
    }
    List<TimelineItem> visit =
        story(lead).stream().filter(i -> i.subject().equals("visit")).toList();
    assertThat(visit).hasSize(1);
    assertThat(visit.getFirst().detail()).containsEntry("pages", 5).containsEntry("seconds", 45);
    assertThat(story(lead).stream().filter(i -> i.subject().equals("content_read"))).hasSize(1);
  }

  @Test
  void a_click_outside_of_any_visit_is_a_touch_of_the_person_who_clicked() {
    UUID lead = leavesName("王伟");
    NewHit click =
        new NewHit(
            Ids.next(),
            "link_click",
            browsing.visitor,
            null,
            browsing.now,
            "https://www.example.com/?utm_source=wechat&utm_medium=message",
            null,
            null,
            Map.of("link", "春季邀请"),
            Browsing.AGENT,
            null);
    collector.take(click);
    collector.take(click);
    told();
    List<TimelineItem> clicks =
        story(lead).stream().filter(i -> i.subject().equals("link_click")).toList();
    assertThat(clicks).hasSize(1);
    assertThat(clicks.getFirst().detail()).containsEntry("link", "春季邀请");
  }

  @Test
  void a_person_whose_cookie_the_pool_knows_needs_no_telling() {
    UUID lead = Objects.requireNonNull(bring("王伟").leadId());
    send(browsing.page("/"));
    told();
    assertThat(story(lead)).extracting(TimelineItem::subject).contains("visit");
  }

  @Test
  void a_person_who_is_gone_does_not_hold_up_what_is_told_of_others() {
    Browsing other = new Browsing(site.key(), browsing.now);
    send(other, other.page("/"));
    assertThat(reader.await(LONG)).isTrue();
    visits.join(other.visitor, Ids.next(), other.now);
    send(browsing.page("/"));
    UUID lead = leavesName("王伟");
    told();
    assertThat(story(lead)).extracting(TimelineItem::subject).contains("visit");
  }

  /** Leaves a name in a form, which says so to both the pool and the visits. */
  private UUID leavesName(String name) {
    Arrived arrived = bring(name);
    visits.join(browsing.visitor, arrived.personId(), browsing.now);
    return Objects.requireNonNull(arrived.leadId());
  }

  private Arrived bring(String name) {
    Facts facts = Facts.build().with(Fact.NAME, name).with(Fact.PHONE, "+8613800138000").done();
    return arrivals.bring(
        new Arrival(
            "form:demo",
            "s1",
            browsing.now,
            null,
            facts.toStore(),
            facts,
            TouchSeen.of("form", browsing.now),
            List.of(new Identity(Identity.Kind.COOKIE, "", browsing.visitor.toString())),
            List.of(),
            true));
  }

  private void told() {
    assertThat(reader.await(LONG)).isTrue();
    Instant latest = Instant.now().plus(LONG);
    // The server tells by itself as well, and what it holds right now is skipped here.
    do {
      teller.tellAll();
      assertThat(Instant.now()).isBefore(latest);
    } while (dsl.fetchExists(VISIT, VISIT.UNTOLD.isTrue())
        || dsl.fetchExists(ACTION, ACTION.UNTOLD.isTrue()));
  }

  private List<TimelineItem> story(UUID lead) {
    return timelines.ofLead(lead, false, Set.of(TimelineItem.Kind.TOUCH), null, 100, WHO).items();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private void send(Map<String, Object>... hits) {
    send(browsing, hits);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private void send(Browsing from, Map<String, Object>... hits) {
    Delivery delivery = from.delivery(hits);
    assertThat(
            collector.take(
                new Delivery(
                    delivery.site(),
                    null,
                    delivery.agent(),
                    delivery.host(),
                    delivery.origin(),
                    false,
                    delivery.receivedAt(),
                    delivery.body())))
        .isInstanceOf(Receipt.Taken.class);
  }
}
