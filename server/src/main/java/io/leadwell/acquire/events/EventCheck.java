package io.leadwell.acquire.events;

import io.leadwell.acquire.campaigns.Campaign;
import io.leadwell.acquire.campaigns.CampaignKind;
import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.capture.OpenForms;
import io.leadwell.acquire.content.Items;
import io.leadwell.acquire.content.RichText;
import io.leadwell.acquire.content.Slugs;
import io.leadwell.acquire.content.Texts;
import io.leadwell.base.platform.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a draft of an event says, in order and within limits, or every field that is wrong. */
@Component
class EventCheck {

  static final int TITLE_LENGTH = 120;

  private static final int PLACE_LENGTH = 200;
  private static final int LINK_LENGTH = 1_000;
  private static final int NOTE_LENGTH = 1_000;
  private static final int DESCRIPTION_LENGTH = 200_000;
  private static final int MOST_SESSIONS = 100;
  private static final int LARGEST = 100_000;
  private static final Duration LONGEST = Duration.ofDays(60);
  private static final int EARLIEST_REMINDER = 60 * 24 * 30;
  private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");

  /** PostgreSQL keeps more, calendars do not. */
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

  private final Campaigns campaigns;
  private final OpenForms forms;
  private final Items items;

  EventCheck(Campaigns campaigns, OpenForms forms, Items items) {
    this.campaigns = campaigns;
    this.forms = forms;
    this.items = items;
  }

  EventDraft checked(EventDraft draft, List<SessionDraft> sessions) {
    List<Problem.Field> wrong = new ArrayList<>();
    String title = line("title", draft.title(), TITLE_LENGTH, wrong);
    if (title == null) {
      add(wrong, "title", "events.titleMissing", TITLE_LENGTH);
    }
    String slug = draft.slug() == null || draft.slug().isBlank() ? null : draft.slug().strip();
    if (slug != null && !Slugs.valid(slug)) {
      add(wrong, "slug", "content.slugLetters", Slugs.LONGEST);
    }
    if (!LANGUAGES.contains(draft.language())) {
      add(wrong, "language", "content.unknown");
    }
    time("endsAt", draft.startsAt(), draft.endsAt(), wrong);
    capacity("capacity", draft.capacity(), wrong);
    link(draft.onlineLink(), wrong);
    if (draft.description() != null && draft.description().length() > DESCRIPTION_LENGTH) {
      add(wrong, "description", "content.tooLong", DESCRIPTION_LENGTH);
    }
    references(draft, wrong);
    MailPlan mails = mails(draft.mails(), wrong);
    if (sessions.size() > MOST_SESSIONS) {
      add(wrong, "sessions", "events.sessionsMost", MOST_SESSIONS);
    }
    EventDraft checked =
        new EventDraft(
            title == null ? "" : title,
            slug,
            draft.language(),
            draft.format(),
            draft.startsAt().truncatedTo(ChronoUnit.SECONDS),
            draft.endsAt().truncatedTo(ChronoUnit.SECONDS),
            line("venue", draft.venue(), PLACE_LENGTH, wrong),
            line("address", draft.address(), PLACE_LENGTH, wrong),
            line("onlineLink", draft.onlineLink(), LINK_LENGTH, wrong),
            draft.capacity(),
            RichText.clean(wrong.isEmpty() ? draft.description() : null),
            draft.campaignId(),
            draft.formId(),
            draft.approval(),
            draft.replayItem(),
            mails);
    if (!wrong.isEmpty()) {
      throw new Problem(EventsProblem.EVENT_INVALID, List.of(), wrong);
    }
    return checked;
  }

  List<SessionDraft> programme(List<SessionDraft> sessions) {
    List<Problem.Field> wrong = new ArrayList<>();
    List<SessionDraft> checked = new ArrayList<>();
    for (int i = 0; i < sessions.size(); i++) {
      SessionDraft session = sessions.get(i);
      String at = "sessions[" + i + "].";
      String title = line(at + "title", session.title(), TITLE_LENGTH, wrong);
      if (title == null) {
        add(wrong, at + "title", "events.titleMissing", TITLE_LENGTH);
      }
      time(at + "endsAt", session.startsAt(), session.endsAt(), wrong);
      capacity(at + "capacity", session.capacity(), wrong);
      checked.add(
          new SessionDraft(
              session.id(),
              title == null ? "" : title,
              session.startsAt().truncatedTo(ChronoUnit.SECONDS),
              session.endsAt().truncatedTo(ChronoUnit.SECONDS),
              line(at + "room", session.room(), PLACE_LENGTH, wrong),
              line(at + "speaker", session.speaker(), PLACE_LENGTH, wrong),
              session.capacity()));
    }
    if (!wrong.isEmpty()) {
      throw new Problem(EventsProblem.EVENT_INVALID, List.of(), wrong);
    }
    return checked;
  }

  /** What the public needs to see before it is asked to come. */
  void complete(EventDraft draft) {
    List<Problem.Field> wrong = new ArrayList<>();
    if (draft.formId() == null || !forms.isOpen(draft.formId())) {
      add(wrong, "formId", "events.formMissing");
    }
    if (draft.format() != EventFormat.ONLINE && draft.venue() == null && draft.address() == null) {
      add(wrong, "venue", "events.venueMissing");
    }
    if (!wrong.isEmpty()) {
      throw new Problem(EventsProblem.EVENT_INVALID, List.of(), wrong);
    }
  }

  private void references(EventDraft draft, List<Problem.Field> wrong) {
    if (draft.campaignId() != null) {
      Campaign campaign = campaigns.find(draft.campaignId()).orElse(null);
      if (campaign == null || campaign.kind() != CampaignKind.EVENT) {
        add(wrong, "campaignId", "events.campaignKind");
      }
    }
    if (draft.formId() != null && !forms.isOpen(draft.formId())) {
      add(wrong, "formId", "events.formMissing");
    }
    if (draft.replayItem() != null && items.all(Set.of(draft.replayItem())).isEmpty()) {
      add(wrong, "replayItem", "content.unknown");
    }
  }

  private static MailPlan mails(MailPlan plan, List<Problem.Field> wrong) {
    List<Integer> reminders = plan.reminders().stream().distinct().sorted((a, b) -> b - a).toList();
    if (reminders.size() > MailPlan.MOST_REMINDERS
        || reminders.stream().anyMatch(minutes -> minutes < 5 || minutes > EARLIEST_REMINDER)) {
      add(wrong, "reminders", "events.reminderLimits", MailPlan.MOST_REMINDERS);
    }
    String note = Texts.text(plan.note());
    if (note != null && note.length() > NOTE_LENGTH) {
      add(wrong, "mailNote", "content.tooLong", NOTE_LENGTH);
    }
    return new MailPlan(reminders, plan.thanks(), plan.missed(), note);
  }

  private static void time(String field, Instant from, Instant to, List<Problem.Field> wrong) {
    if (!to.truncatedTo(ChronoUnit.SECONDS).isAfter(from.truncatedTo(ChronoUnit.SECONDS))
        || Duration.between(from, to).compareTo(LONGEST) > 0
        || from.isBefore(FIRST)
        || to.isAfter(LAST)) {
      add(wrong, field, "events.timeWrong", LONGEST.toDays());
    }
  }

  private static void capacity(
      String field, @Nullable Integer capacity, List<Problem.Field> wrong) {
    if (capacity != null && (capacity < 1 || capacity > LARGEST)) {
      add(wrong, field, "events.capacityWrong", LARGEST);
    }
  }

  private static void link(@Nullable String link, List<Problem.Field> wrong) {
    if (link == null || link.isBlank()) {
      return;
    }
    try {
      URI uri = new URI(link.strip());
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (Set.of("http", "https").contains(scheme) && uri.getHost() != null) {
        return;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    add(wrong, "onlineLink", "events.linkWrong");
  }

  private static @Nullable String line(
      String field, @Nullable String said, int longest, List<Problem.Field> wrong) {
    String line = Texts.line(said);
    if (line != null && line.length() > longest) {
      add(wrong, field, "content.tooLong", longest);
    }
    return line;
  }

  private static void add(
      List<Problem.Field> wrong, String field, String text, Object... arguments) {
    wrong.add(new Problem.Field(field, text, List.of(arguments)));
  }
}
