package io.leadwell.acquire.events;

import io.leadwell.acquire.events.Attendance.There;
import io.leadwell.acquire.events.AttendeeStore.Choice;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Visible;
import io.leadwell.kernel.matching.Folding;
import io.leadwell.nurture.messaging.Mailed;
import io.leadwell.nurture.messaging.Message;
import io.leadwell.nurture.messaging.Outbox;
import io.leadwell.pool.leads.Contact;
import io.leadwell.pool.leads.People;
import io.leadwell.pool.leads.PersonCard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The list of an event with what the pool knows of its people. A list is read whole: an event has
 * thousands, not millions, and names live in the pool alone, where they are corrected and merged.
 */
@Component
class AttendeeRows {

  private static final int LONGEST_TEXT = 100;

  private final AttendeeStore attendees;
  private final Attendance attendance;
  private final People people;
  private final EventMails mails;
  private final Outbox outbox;

  AttendeeRows(
      AttendeeStore attendees,
      Attendance attendance,
      People people,
      EventMails mails,
      Outbox outbox) {
    this.attendees = attendees;
    this.attendance = attendance;
    this.people = people;
    this.mails = mails;
    this.outbox = outbox;
  }

  /** The last registered first. */
  List<AttendeeRow> of(Event event, AttendeeFilter filter, Caller reader) {
    List<Attendee> all = new ArrayList<>(attendees.of(event.id()));
    all.sort(Comparator.comparing(Attendee::registeredAt).thenComparing(Attendee::id).reversed());
    List<UUID> ids = all.stream().map(Attendee::id).toList();
    Map<UUID, PersonCard> cards = people.cards(all.stream().map(Attendee::personId).toList());
    Map<UUID, There> there = attendance.ofEvent(event);
    Map<UUID, List<Choice>> choices = attendees.choices(ids);
    Map<String, Message.State> last = outbox.states(all.stream().map(Attendee::occasion).toList());
    EventMails.Told told = mails.of(event.id());
    boolean whole = mayReveal(reader);
    List<AttendeeRow> rows = new ArrayList<>();
    for (Attendee who : all) {
      PersonCard card = cards.get(who.personId());
      There known = there.getOrDefault(who.id(), There.NOT);
      List<Choice> chosen = choices.getOrDefault(who.id(), List.of());
      boolean reachable = card != null && outbox.reaches(card.email());
      if (fits(filter, who, card, known, chosen, reachable) && told.fits(filter, who.id())) {
        Mailed asked = filter.letter() == null ? null : told.of(filter.letter(), who.id());
        rows.add(
            row(
                who,
                card,
                known,
                chosen,
                reachable,
                asked == null ? last.get(who.occasion()) : asked.state(),
                asked == null ? told.clickedAt(who.id()) : asked.clickedAt(),
                whole));
      }
    }
    return rows;
  }

  /** Contacts of everybody are for who sees everybody: a list is not bounded by whose leads. */
  static boolean mayReveal(Caller reader) {
    return reader.may(Permission.CONTACT_REVEAL) && reader.visible() instanceof Visible.Everything;
  }

  private static AttendeeRow row(
      Attendee who,
      @Nullable PersonCard card,
      There known,
      List<Choice> chosen,
      boolean reachable,
      Message.@Nullable State mail,
      @Nullable Instant clickedAt,
      boolean whole) {
    CheckIn checkIn = known.checkIn();
    return new AttendeeRow(
        who.id(),
        who.personId(),
        who.leadId(),
        who.newLead(),
        card == null ? null : card.name(),
        card == null ? null : card.title(),
        card == null ? null : card.company(),
        card == null ? null : Contact.phone(card.phone(), whole),
        card == null ? null : Contact.email(card.email(), whole),
        reachable,
        mail == null ? null : mail.word(),
        clickedAt,
        who.status(),
        who.way(),
        who.language(),
        who.registeredAt(),
        chosen.stream().map(Choice::sessionId).toList(),
        who.status() == AttendeeStatus.APPROVED
            ? chosen.stream().filter(c -> !c.seated()).map(Choice::sessionId).toList()
            : List.of(),
        known.attended(),
        checkIn == null ? null : checkIn.id(),
        checkIn == null ? null : checkIn.at(),
        known.seconds(),
        known.replaySeconds());
  }

  private static boolean fits(
      AttendeeFilter filter,
      Attendee who,
      @Nullable PersonCard card,
      There known,
      List<Choice> chosen,
      boolean reachable) {
    return (filter.status() == null || filter.status() == who.status())
        && (filter.way() == null || filter.way() == who.way())
        && (filter.attended() == null || filter.attended() == known.attended())
        && (filter.mailless() == null || filter.mailless() != reachable)
        && (filter.counted() == null || filter.counted().counts(who, known))
        && (filter.sessionId() == null
            || chosen.stream().anyMatch(c -> c.sessionId().equals(filter.sessionId())))
        && says(filter.text(), card);
  }

  private static boolean says(@Nullable String text, @Nullable PersonCard card) {
    if (text == null || text.isBlank()) {
      return true;
    }
    String wanted =
        Folding.fold(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    return card != null
        && (holds(card.name(), wanted)
            || holds(card.company(), wanted)
            || card.phone() != null && card.phone().endsWith(wanted.replace(" ", ""))
            || holds(card.email(), wanted));
  }

  private static boolean holds(@Nullable String said, String wanted) {
    return said != null && Folding.fold(said).contains(wanted);
  }
}
