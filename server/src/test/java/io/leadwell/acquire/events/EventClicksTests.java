package io.leadwell.acquire.events;

import static io.leadwell.acquire.events.EventWorld.WHO;
import static io.leadwell.acquire.events.EventWorld.registered;
import static io.leadwell.tables.events.Tables.EVENT;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static io.leadwell.tables.messaging.Tables.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.capture.FormWorld;
import io.leadwell.acquire.content.Items;
import io.leadwell.acquire.content.Shelf;
import io.leadwell.acquire.links.Link;
import io.leadwell.acquire.links.LinkDraft;
import io.leadwell.acquire.links.Links;
import io.leadwell.acquire.links.Sendings;
import io.leadwell.nurture.messaging.Message;
import io.leadwell.nurture.messaging.MessageFilter;
import io.leadwell.nurture.messaging.Outbox;
import io.leadwell.nurture.messaging.PurposeCount;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * The link in the mails after an event knows its reader, and the mail knows that it was followed.
 */
@OnPostgres
@Import({FormWorld.class, EventWorld.class})
@TestPropertySource(properties = "leadwell.public-address=https://go.example.com")
class EventClicksTests {

  private static final String CHROME =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0";

  @Autowired private EventWorld world;
  @Autowired private Events events;
  @Autowired private CheckIns checkIns;
  @Autowired private Attendees attendees;
  @Autowired private EventMails mails;
  @Autowired private WrapUps wrapUps;
  @Autowired private Items items;
  @Autowired private Links links;
  @Autowired private Sendings sendings;
  @Autowired private Outbox outbox;
  @Autowired private DSLContext dsl;
  @LocalServerPort private int port;

  @BeforeEach
  void open() {
    world.open();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_click_in_the_mail_is_a_touch_of_its_reader_and_the_mail_says_when() {
    Event event = wrappedUp();
    Message thanks = mail("event.thanks");
    Message missed = mail("event.missed");
    assertThat(thanks.outgoing().text().link()).startsWith("https://go.example.com/l/");
    assertThat(missed.outgoing().text().link()).isNotEqualTo(thanks.outgoing().text().link());
    assertThat(figures(event, "thanks")).isEqualTo(new MailFigures("thanks", 0, 1, 0, 1, 0));

    Browser reader = browser();
    Browser.Answer answer = reader.get("!" + path(thanks));
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/p/e/over?");
    reader.get("!" + path(thanks));
    // passed on to somebody, and looked at by a robot
    browser().get("!" + path(thanks));
    new Browser(port).with("User-Agent", "Slackbot 1.0").get("!" + path(missed));

    Message clicked = mail("event.thanks");
    assertThat(clicked.clickedAt()).isNotNull();
    assertThat(clicked.clicks()).isEqualTo(2);
    assertThat(mail("event.missed").clickedAt()).isNull();
    assertThat(
            dsl.selectFrom(TOUCH)
                .where(TOUCH.SCENE.eq("link_click"))
                .fetch(row -> row.get(TOUCH.PERSON_ID)))
        .hasSize(2)
        .containsOnly(Objects.requireNonNull(thanks.outgoing().personId()));
    assertThat(
            dsl.fetchCount(
                TOUCH, TOUCH.SCENE.eq("link_click").and(TOUCH.CAMPAIGN_ID.eq(event.campaignId()))))
        .isEqualTo(2);
    assertThat(figures(event, "thanks")).isEqualTo(new MailFigures("thanks", 0, 1, 0, 1, 1));
    assertThat(figures(event, "missed")).isEqualTo(new MailFigures("missed", 0, 1, 0, 1, 0));
    assertThat(names(event, Letter.THANKS, MailOutcome.CLICKED)).containsExactly("甲");
    assertThat(names(event, Letter.THANKS, MailOutcome.UNCLICKED)).isEmpty();
    assertThat(names(event, Letter.MISSED, MailOutcome.UNCLICKED)).containsExactly("乙");
    assertThat(outbox.list(new MessageFilter(null, null, true), null, 9))
        .extracting(Message::id)
        .containsExactly(clicked.id());
    assertThat(outbox.purposes()).contains(new PurposeCount("event.thanks", 1, 1, 1));
  }

  @Test
  void the_link_shows_its_mails_as_sendings_and_the_ticket_keeps_its_own_address() {
    Event event = wrappedUp();
    Link link = links.kept("event-replay:" + event.id()).orElseThrow();
    assertThat(sendings.of(link.id()))
        .extracting(line -> line.sending().message() + " " + line.readers())
        .containsExactlyInAnyOrder(
            "event.thanks:" + event.id() + " 1", "event.missed:" + event.id() + " 1");
    Message confirmation = mail("event.confirmation");
    assertThat(confirmation.outgoing().text().link())
        .startsWith("https://go.example.com/p/e/over/ticket/");
    assertThat(confirmation.outgoing().sending()).isNull();
    assertThat(figures(event, "confirmation").linked()).isZero();
    assertThat(figures(event, "confirmation").waiting()).isEqualTo(2);
  }

  @Test
  void who_follows_up_again_writes_to_nobody_twice_and_a_moved_page_is_found() {
    Event event = wrappedUp();
    wrapUps.wrapUp(event.id(), WHO);
    assertThat(dsl.fetchCount(MESSAGE, MESSAGE.PURPOSE.eq("event.thanks"))).isOne();
    Event now = events.find(event.id());
    events.change(now.id(), now.version(), elsewhere(now.said(), "moved"), List.of(), WHO);
    Browser.Answer answer = browser().get("!" + path(mail("event.thanks")));
    assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/p/e/moved?");
  }

  @Test
  void a_link_that_was_switched_off_is_not_put_into_mails() {
    Event event = over("off", replay());
    Link link =
        links.keep(
            "event-replay:" + event.id(),
            new LinkDraft(
                "回放",
                "/p/e/off",
                new io.leadwell.acquire.links.Placement(null, null, null, null, null, null),
                null,
                false,
                null));
    wrapUps.wrapUp(event.id(), WHO);
    assertThat(mail("event.missed").outgoing().text().link())
        .isEqualTo("https://go.example.com/p/e/off");
    assertThat(mail("event.missed").outgoing().sending()).isNull();
    assertThat(sendings.of(link.id())).isEmpty();
  }

  @Test
  void without_a_replay_there_is_no_link_to_follow() {
    Event event = over("bare", null);
    wrapUps.wrapUp(event.id(), WHO);
    assertThat(mail("event.missed").outgoing().text().link()).isNull();
    assertThat(links.kept("event-replay:" + event.id())).isEmpty();
  }

  /** One came and one did not; both have been written to. */
  private Event wrappedUp() {
    Event event = over("over", replay());
    CheckIns.DoorLine first =
        checkIns.door(event.id()).stream()
            .filter(line -> "甲".equals(line.name()))
            .findFirst()
            .orElseThrow();
    checkIns.checkIn(
        event.id(),
        new CheckIns.Seen(UUID.randomUUID(), first.id(), null, CheckInWay.SEARCH, Instant.now()),
        WHO);
    wrapUps.wrapUp(event.id(), WHO);
    dsl.update(MESSAGE)
        .set(MESSAGE.STATE, Message.State.SENT.word())
        .where(MESSAGE.PURPOSE.in("event.thanks", "event.missed"))
        .execute();
    return events.find(event.id());
  }

  private Event over(String slug, @Nullable UUID replay) {
    EventDraft draft = world.draft(slug, 9, Approval.AUTOMATIC);
    Event event = world.published(with(draft, slug, replay));
    registered(port, slug, world.guest("甲"));
    registered(port, slug, world.guest("乙"));
    dsl.update(EVENT)
        .set(EVENT.STARTS_AT, Instant.now().minusSeconds(9_000))
        .set(EVENT.ENDS_AT, Instant.now().minusSeconds(10))
        .execute();
    return event;
  }

  private UUID replay() {
    return Shelf.publish(items, Shelf.article("回放", "<p>精彩回顾</p>")).id();
  }

  private static EventDraft elsewhere(EventDraft said, String slug) {
    return with(said, slug, said.replayItem());
  }

  private static EventDraft with(EventDraft said, String slug, @Nullable UUID replay) {
    return new EventDraft(
        said.title(),
        slug,
        said.language(),
        said.format(),
        said.startsAt(),
        said.endsAt(),
        said.venue(),
        said.address(),
        said.onlineLink(),
        said.capacity(),
        said.description(),
        said.campaignId(),
        said.formId(),
        said.approval(),
        replay,
        said.mails());
  }

  private MailFigures figures(Event event, String letter) {
    return mails.figures(event.id()).stream()
        .filter(one -> one.letter().equals(letter))
        .findFirst()
        .orElseThrow();
  }

  private List<@Nullable String> names(Event event, Letter letter, MailOutcome outcome) {
    AttendeeFilter filter =
        new AttendeeFilter(null, null, null, null, null, null, null, letter, outcome);
    return attendees.page(event.id(), filter, null, 9, WHO).items().stream()
        .<@Nullable String>map(AttendeeRow::name)
        .toList();
  }

  private Message mail(String purpose) {
    return outbox.list(new MessageFilter(null, purpose, null), null, 9).getFirst();
  }

  private static String path(Message message) {
    return Objects.requireNonNull(message.outgoing().text().link())
        .replace("https://go.example.com", "");
  }

  private Browser browser() {
    return new Browser(port)
        .with("User-Agent", CHROME)
        .with("Accept", "text/html")
        .with("Accept-Language", "zh-CN");
  }
}
