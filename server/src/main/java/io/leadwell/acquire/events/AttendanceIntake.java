package io.leadwell.acquire.events;

import static io.leadwell.tables.events.Tables.ATTENDEE;
import static io.leadwell.tables.events.Tables.CHECK_IN;
import static io.leadwell.tables.events.Tables.EVENT;
import static io.leadwell.tables.events.Tables.PRESENCE;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.leadwell.base.platform.Ids;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.UndoReport;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.People;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes lines of reports in and back. */
@Component
class AttendanceIntake {

  /**
   * A line of a report, understood.
   *
   * @param key the same line again
   * @param seconds as the report counts them; null where it does not
   */
  record Line(
      String key,
      PresenceKind kind,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String company,
      @Nullable Instant joinedAt,
      @Nullable Instant leftAt,
      @Nullable Integer seconds,
      @Nullable Instant checkedInAt) {

    boolean reachable() {
      return phone != null || email != null;
    }

    /** Says that somebody was there, and not how long. */
    boolean timeless() {
      return joinedAt == null && leftAt == null && seconds == null;
    }
  }

  private final DSLContext dsl;
  private final EventStore events;
  private final AttendeeStore attendees;
  private final PresenceStore presences;
  private final CheckInStore checkIns;
  private final Attendance attendance;
  private final Registering registering;
  private final Bringing bringing;
  private final EventTouches touches;
  private final People people;
  private final Clock clock;

  AttendanceIntake(
      DSLContext dsl,
      EventStore events,
      AttendeeStore attendees,
      PresenceStore presences,
      CheckInStore checkIns,
      Attendance attendance,
      Registering registering,
      Bringing bringing,
      EventTouches touches,
      People people,
      Clock clock) {
    this.dsl = dsl;
    this.events = events;
    this.attendees = attendees;
    this.presences = presences;
    this.checkIns = checkIns;
    this.attendance = attendance;
    this.registering = registering;
    this.bringing = bringing;
    this.touches = touches;
    this.people = people;
    this.clock = clock;
  }

  /** By the end of its address, or by a title that only one has; one that took place. */
  Optional<Event> event(String said) {
    String slug = said.replaceAll("^.*/p/e/", "").replaceAll("[/?#].*$", "");
    Optional<Event> found =
        events
            .at(slug)
            .or(() -> {
              List<Event> titled =
                  dsl.selectFrom(EVENT)
                      .where(EVENT.TITLE.eq(said))
                      .limit(2)
                      .fetch(EventRows::event);
              return titled.size() == 1 ? Optional.of(titled.getFirst()) : Optional.empty();
            });
    return found.filter(
        event -> event.status() != EventStatus.DRAFT && event.status() != EventStatus.CANCELLED);
  }

  Guests guests(Event event) {
    List<Attendee> list = attendees.of(event.id());
    return new Guests(list, people.cards(list.stream().map(Attendee::personId).toList()));
  }

  /** Kind and key of the lines that are in. */
  Set<String> known(Event event, List<Line> lines) {
    Set<String> known = new HashSet<>();
    for (PresenceKind kind : PresenceKind.values()) {
      List<String> keys =
          lines.stream().filter(line -> line.kind() == kind).map(Line::key).toList();
      presences.known(event.id(), kind, keys).forEach(key -> known.add(kind + key));
    }
    return known;
  }

  void bring(Event event, List<Line> lines, Guests guests, ImportContext context) {
    Instant now = now();
    Set<UUID> touched = new HashSet<>();
    for (Line line : lines) {
      UUID attendee = guests.find(line.name(), line.phone(), line.email());
      if (attendee == null && line.reachable()) {
        attendee = walkIn(event, line, context);
        guests.add(attendee, line.name(), line.phone(), line.email());
      }
      presences.insert(presence(event, line, attendee, context.importId()), now);
      boolean door =
          line.checkedInAt() != null || line.timeless() && line.kind() == PresenceKind.LIVE;
      if (attendee != null && door) {
        Instant at = Objects.requireNonNullElse(line.checkedInAt(), event.said().startsAt());
        UUID id =
            UUID.nameUUIDFromBytes((event.id() + line.key()).getBytes(StandardCharsets.UTF_8));
        checkIns.insert(
            new CheckIn(id, attendee, CheckInWay.FILE, at, context.caller().name()),
            event.id(),
            context.importId(),
            now);
      }
      if (attendee != null) {
        touched.add(attendee);
      }
    }
    attendance.recount(event, attendees.all(event.id(), touched));
  }

  private UUID walkIn(Event event, Line line, ImportContext context) {
    Instant at =
        Objects.requireNonNullElse(
            line.joinedAt() == null ? line.checkedInAt() : line.joinedAt(),
            event.said().startsAt());
    Arrived arrived =
        bringing.bring(
            event,
            new NewAttendee(line.name(), line.phone(), line.email(), line.company(), null),
            "file:" + line.key(),
            at,
            context.caller().memberId());
    return registering
        .register(
            new Registering.Entry(
                event.id(),
                arrived.personId(),
                arrived.leadId(),
                arrived.newLead(),
                AttendeeWay.FILE,
                null,
                List.of(),
                null,
                context.importId(),
                at))
        .orElseThrow()
        .id();
  }

  UndoReport previewUndo(UUID importId) {
    return report(presences.countOfImport(importId), dsl.fetchCount(ATTENDEE, removable(importId)));
  }

  /** Lines go; who came onto the list by them goes too, unless something else speaks of them. */
  UndoReport undo(UUID importId) {
    Set<UUID> touched = new HashSet<>(presences.attendeesOfImport(importId));
    touched.addAll(
        dsl.select(CHECK_IN.ATTENDEE_ID)
            .from(CHECK_IN)
            .where(CHECK_IN.IMPORT_ID.eq(importId))
            .fetch(CHECK_IN.ATTENDEE_ID));
    int lines = presences.removeOfImport(importId);
    checkIns.removeOfImport(importId);
    List<Attendee> gone =
        dsl.selectFrom(ATTENDEE).where(removable(importId)).fetch(AttendeeStore::attendee);
    touches.takeBackAll(gone);
    attendees.delete(gone.stream().map(Attendee::id).toList());
    gone.forEach(who -> touched.remove(who.id()));
    recount(touched);
    return report(lines, gone.size());
  }

  /** Everybody's part in it is told anew, event by event. */
  private void recount(Collection<UUID> ids) {
    Map<UUID, Set<UUID>> byEvent = new LinkedHashMap<>();
    ids.forEach(id ->
        attendees
            .find(id)
            .ifPresent(
                who -> byEvent.computeIfAbsent(who.eventId(), _ -> new HashSet<>()).add(id)));
    byEvent.forEach((event, members) ->
        attendance.recount(events.find(event).orElseThrow(), attendees.all(event, members)));
  }

  private static Condition removable(UUID importId) {
    return ATTENDEE
        .IMPORT_ID
        .eq(importId)
        .and(ATTENDEE.WAY.eq(AttendeeWay.FILE.word()))
        .and(
            notExists(
                selectOne()
                    .from(PRESENCE)
                    .where(PRESENCE.ATTENDEE_ID.eq(ATTENDEE.ID))
                    .and(PRESENCE.IMPORT_ID.isDistinctFrom(importId))))
        .and(
            notExists(
                selectOne()
                    .from(CHECK_IN)
                    .where(CHECK_IN.ATTENDEE_ID.eq(ATTENDEE.ID))
                    .and(CHECK_IN.IMPORT_ID.isDistinctFrom(importId))));
  }

  private static UndoReport report(long lines, long walkIns) {
    Map<String, Long> removed = new LinkedHashMap<>();
    removed.put("attendance", lines);
    return new UndoReport(
        removed,
        walkIns == 0 ? List.of() : List.of(new UndoReport.Kept("attendance_people", walkIns)));
  }

  private static Presence presence(Event event, Line line, @Nullable UUID attendee, UUID importId) {
    return new Presence(
        Ids.next(),
        event.id(),
        importId,
        line.key(),
        attendee,
        line.kind(),
        line.name(),
        line.phone(),
        line.email(),
        line.company(),
        line.joinedAt(),
        line.leftAt(),
        line.seconds() == null ? 0 : line.seconds());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
