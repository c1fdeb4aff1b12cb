package io.leadwell.acquire.events;

import io.leadwell.acquire.capture.FormContext;
import io.leadwell.acquire.capture.FormPart;
import io.leadwell.acquire.capture.FormSubmitted;
import io.leadwell.acquire.capture.FormVisit;
import io.leadwell.acquire.capture.OpenForms;
import io.leadwell.acquire.capture.Posted;
import io.leadwell.acquire.capture.Taking;
import io.leadwell.acquire.events.AttendeeStore.Wish;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The form on the page of an event, and how filling it puts somebody on the list. */
@Service
public class EventForms {

  /** What became of a registration. */
  public sealed interface Outcome {

    /** On the list; only the browser that registered is told the address of the personal page. */
    record Registered(String token) implements Outcome {}

    /**
     * Taken, and no page to show: somebody will look at the form, or the person was on the list
     * before and has a page already. The visitor may be somebody else, so both are told alike.
     */
    record Noted() implements Outcome {}

    /** To be filled in again. */
    record Again(FormPart form) implements Outcome {}
  }

  /** What is asked for beside the form, for the listener within the same call. */
  private static final ScopedValue<Wish> WISH = ScopedValue.newInstance();

  private final OpenForms forms;
  private final Registering registering;
  private final AttendeeStore attendees;
  private final EventTouches touches;
  private final Clock clock;

  EventForms(
      OpenForms forms,
      Registering registering,
      AttendeeStore attendees,
      EventTouches touches,
      Clock clock) {
    this.forms = forms;
    this.registering = registering;
    this.attendees = attendees;
    this.touches = touches;
    this.clock = clock;
  }

  /** What the form is told of where it stands: a lead nobody else brought is the event's. */
  public FormContext context(Event event) {
    return new FormContext(
        null, event.id().toString(), event.title(), touches.channel(event), event.campaignId());
  }

  /** Empty when the event takes no registrations now, or its form none. */
  public Optional<FormPart> part(Event event, FormVisit visit, boolean fresh) {
    UUID form = event.said().formId();
    return form == null || !event.open(clock.instant()) || !forms.isOpen(form)
        ? Optional.empty()
        : Optional.of(forms.part(form, visit, fresh));
  }

  /** Takes what was filled in; sent twice it is one registration. */
  public Outcome take(Event event, FormVisit visit, Posted posted, List<UUID> sessions) {
    UUID form = java.util.Objects.requireNonNull(event.said().formId());
    String language = visit.language().getLanguage().equals("en") ? "en" : "zh-CN";
    Wish wish = new Wish(event.id(), language, sessions);
    Taking taking = ScopedValue.where(WISH, wish).call(() -> forms.take(form, visit, posted));
    return switch (taking) {
      case Taking.Again(FormPart part) -> new Outcome.Again(part);
      case Taking.Taken taken -> {
        if (taken.personId() == null) {
          keep(taken.submissionId(), wish);
        }
        yield attendees
            .bySubmission(event.id(), taken.submissionId())
            .<Outcome>map(who -> new Outcome.Registered(who.token()))
            .orElseGet(Outcome.Noted::new);
      }
    };
  }

  /** Within the transaction that takes the form: no registration without a lead, and none lost. */
  @EventListener
  @Transactional
  public void submitted(FormSubmitted submitted) {
    String event = submitted.context().eventId();
    UUID id = event == null ? null : id(event);
    if (id == null) {
      return;
    }
    Wish wish =
        WISH.isBound()
            ? WISH.get()
            : attendees.wish(submitted.submissionId()).orElse(new Wish(id, "zh-CN", List.of()));
    registering.register(
        new Registering.Entry(
            id,
            submitted.personId(),
            submitted.leadId(),
            submitted.newLead(),
            AttendeeWay.FORM,
            wish.language(),
            wish.sessions(),
            submitted.submissionId(),
            null,
            clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }

  private void keep(UUID submission, Wish wish) {
    attendees.wish(submission, wish, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private static @org.jspecify.annotations.Nullable UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      // another system's event
      return null;
    }
  }
}
