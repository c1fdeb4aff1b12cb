package io.leadwell.acquire.events.web;

import io.leadwell.acquire.events.Approval;
import io.leadwell.acquire.events.Event;
import io.leadwell.acquire.events.EventDraft;
import io.leadwell.acquire.events.EventFigures;
import io.leadwell.acquire.events.EventFormat;
import io.leadwell.acquire.events.EventSession;
import io.leadwell.acquire.events.EventStatus;
import io.leadwell.acquire.events.MailPlan;
import io.leadwell.acquire.events.SessionDraft;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as the app sees it. */
record EventView(
    UUID id,
    EventStatus status,
    int version,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant publishedAt,
    @Nullable Instant wrappedUpAt,
    String title,
    String slug,
    String language,
    EventFormat format,
    Instant startsAt,
    Instant endsAt,
    @Nullable String venue,
    @Nullable String address,
    @Nullable String onlineLink,
    @Nullable Integer capacity,
    int taken,
    @Nullable String description,
    UUID campaignId,
    @Nullable UUID formId,
    Approval approval,
    @Nullable UUID replayItem,
    List<Integer> reminders,
    boolean thanks,
    boolean missed,
    @Nullable String mailNote,
    List<SessionView> sessions,
    EventFigures figures,
    long spendFen) {

  /** A part of the programme. */
  record SessionView(
      UUID id,
      String title,
      Instant startsAt,
      Instant endsAt,
      @Nullable String room,
      @Nullable String speaker,
      @Nullable Integer capacity,
      int taken) {

    static SessionView of(EventSession session) {
      SessionDraft said = session.said();
      return new SessionView(
          session.id(),
          said.title(),
          said.startsAt(),
          said.endsAt(),
          said.room(),
          said.speaker(),
          said.capacity(),
          session.taken());
    }
  }

  /**
   * @param programme empty in a list, which does without, and without the description
   */
  static EventView of(
      Event event,
      List<EventSession> programme,
      EventFigures figures,
      long spendFen,
      boolean full) {
    EventDraft said = event.said();
    return new EventView(
        event.id(),
        event.status(),
        event.version(),
        event.createdAt(),
        event.changedAt(),
        event.publishedAt(),
        event.wrappedUpAt(),
        said.title(),
        event.slug(),
        said.language(),
        said.format(),
        said.startsAt(),
        said.endsAt(),
        said.venue(),
        said.address(),
        said.onlineLink(),
        said.capacity(),
        event.taken(),
        full ? said.description() : null,
        event.campaignId(),
        said.formId(),
        said.approval(),
        said.replayItem(),
        said.mails().reminders(),
        said.mails().thanks(),
        said.mails().missed(),
        said.mails().note(),
        programme.stream().map(SessionView::of).toList(),
        figures,
        spendFen);
  }

  /** A part of the programme as the app sends it. */
  record WantedSession(
      @Nullable UUID id,
      @Nullable String title,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable String room,
      @Nullable String speaker,
      @Nullable Integer capacity) {

    SessionDraft draft() {
      return new SessionDraft(
          id,
          title == null ? "" : title,
          needed("sessions.startsAt", startsAt),
          needed("sessions.endsAt", endsAt),
          room,
          speaker,
          capacity);
    }
  }

  /** An event as the app sends it; what is absent is empty. */
  record Wanted(
      @Nullable Integer version,
      @Nullable String title,
      @Nullable String slug,
      @Nullable String language,
      @Nullable EventFormat format,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable String venue,
      @Nullable String address,
      @Nullable String onlineLink,
      @Nullable Integer capacity,
      @Nullable String description,
      @Nullable UUID campaignId,
      @Nullable UUID formId,
      @Nullable Approval approval,
      @Nullable UUID replayItem,
      @Nullable List<Integer> reminders,
      @Nullable Boolean thanks,
      @Nullable Boolean missed,
      @Nullable String mailNote,
      @Nullable List<WantedSession> sessions) {

    EventDraft draft() {
      return new EventDraft(
          title == null ? "" : title,
          slug,
          language == null ? "zh-CN" : language,
          format == null ? EventFormat.OFFLINE : format,
          needed("startsAt", startsAt),
          needed("endsAt", endsAt),
          venue,
          address,
          onlineLink,
          capacity,
          description,
          campaignId,
          formId,
          approval == null ? Approval.AUTOMATIC : approval,
          replayItem,
          new MailPlan(
              reminders == null ? MailPlan.USUAL.reminders() : reminders,
              thanks == null || thanks,
              missed == null || missed,
              mailNote));
    }

    List<SessionDraft> programme() {
      return sessions == null ? List.of() : sessions.stream().map(WantedSession::draft).toList();
    }
  }

  private static Instant needed(String name, @Nullable Instant said) {
    if (said == null) {
      throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, name);
    }
    return said;
  }
}
