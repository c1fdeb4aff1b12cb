package io.leadwell.acquire.events;

import io.leadwell.base.platform.Texts;
import io.leadwell.base.workspace.Workspace;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.nurture.messaging.MailText;
import io.leadwell.nurture.messaging.Smtp;
import io.leadwell.nurture.messaging.SmtpSettings;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the mails about events say, and the calendar files that go along. */
@Component
class EventLetters {

  private static final int LONGEST_ORGANIZER = 100;

  private final Texts texts;
  private final Workspaces workspaces;
  private final SmtpSettings smtp;
  private final Clock clock;
  private final String publicAddress;

  EventLetters(
      Texts texts,
      Workspaces workspaces,
      SmtpSettings smtp,
      Clock clock,
      @Value("${leadwell.public-address:}") String publicAddress) {
    this.texts = texts;
    this.workspaces = workspaces;
    this.smtp = smtp;
    this.clock = clock;
    this.publicAddress = publicAddress.strip().replaceAll("/+$", "");
  }

  /** The zone the company lives by. */
  ZoneId zone() {
    return workspaces
        .current()
        .map(Workspace::timeZone)
        .map(ZoneId::of)
        .orElse(ZoneId.of("Asia/Shanghai"));
  }

  /**
   * @param personal the address of its button that knows the reader; null for the plain one
   */
  MailText text(
      Letter letter,
      Event event,
      Attendee who,
      @Nullable String name,
      List<EventSession> chosen,
      @Nullable String personal) {
    Locale language = Locale.forLanguageTag(who.language());
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        name == null
            ? texts.of(language, "events.mail.greeting")
            : texts.of(language, "events.mail.greetingTo", name));
    paragraphs.add(texts.of(language, "events.mail." + letter.word() + ".text", event.title()));
    if (letter.tellsFacts()) {
      paragraphs.add(String.join("\n", facts(letter, event, chosen, language)));
      String note = event.said().mails().note();
      if (note != null) {
        paragraphs.add(note);
      }
    }
    String path = path(letter, event, who);
    boolean linked = path != null && !publicAddress.isEmpty();
    return new MailText(
        texts.of(language, "events.mail." + letter.word() + ".subject", event.title()),
        paragraphs,
        linked ? personal == null ? publicAddress + path : personal : null,
        linked
            ? texts.of(
                language, letter.follows() ? "events.mail.seeReplay" : "events.mail.seeTicket")
            : null);
  }

  private List<String> facts(
      Letter letter, Event event, List<EventSession> chosen, Locale language) {
    EventDraft said = event.said();
    List<String> facts = new ArrayList<>();
    facts.add(
        texts.of(
            language,
            "events.mail.when",
            EventTime.range(said.startsAt(), said.endsAt(), zone(), language)));
    String where = where(said);
    if (where != null) {
      facts.add(texts.of(language, "events.mail.where", where));
    }
    if (letter.admits() && said.onlineLink() != null) {
      facts.add(texts.of(language, "events.mail.online", said.onlineLink()));
    }
    for (EventSession session : chosen) {
      facts.add(
          texts.of(
              language,
              "events.mail.session",
              EventTime.hours(session.said().startsAt(), session.said().endsAt(), zone()),
              session.said().title()));
    }
    return facts;
  }

  private static @Nullable String path(Letter letter, Event event, Attendee who) {
    return switch (letter) {
      case THANKS, MISSED ->
          event.said().replayItem() == null ? null : PublicPaths.event(event.slug());
      case DECLINED, LEFT, CANCELLED -> null;
      default -> PublicPaths.ticket(event.slug(), who.token());
    };
  }

  /** The entry in somebody's calendar, or what takes it out again. */
  String calendar(Event event, Attendee who, boolean cancelled) {
    EventDraft said = event.said();
    Locale language = Locale.forLanguageTag(who.language());
    List<String> description = new ArrayList<>();
    if (said.onlineLink() != null) {
      description.add(texts.of(language, "events.mail.online", said.onlineLink()));
    }
    String ticket =
        publicAddress.isEmpty()
            ? null
            : publicAddress + PublicPaths.ticket(event.slug(), who.token());
    if (ticket != null) {
      description.add(ticket);
    }
    String where = where(said);
    return CalendarFile.of(
        new CalendarFile.Entry(
            who.id() + "-" + who.round(),
            cancelled ? event.sequence() + 1 : event.sequence(),
            clock.instant(),
            said.startsAt(),
            said.endsAt(),
            event.title(),
            description.isEmpty() ? null : String.join("\n", description),
            where == null ? said.onlineLink() : where,
            ticket,
            organizer(),
            smtp.current().map(Smtp::fromAddress).orElse(null),
            cancelled));
  }

  private String organizer() {
    String name = workspaces.current().map(Workspace::name).orElse("Leadwell");
    return name.length() > LONGEST_ORGANIZER ? name.substring(0, LONGEST_ORGANIZER) : name;
  }

  static @Nullable String where(EventDraft said) {
    if (said.venue() == null) {
      return said.address();
    }
    return said.address() == null ? said.venue() : said.venue() + "，" + said.address();
  }
}
