package io.leadwell.acquire.events;

import io.leadwell.acquire.events.Intervals.Span;
import io.leadwell.pool.leads.CameFrom;
import io.leadwell.pool.leads.NewTouch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who was there and for how long, by the door and by reports, and the touches that follow. */
@Component
class Attendance {

  /**
   * What is known of one.
   *
   * @param checkIn at the door; null when nobody saw them there
   * @param seconds of being there by a report; null where none speaks of them
   * @param replaySeconds of the recording
   */
  record There(
      @Nullable CheckIn checkIn,
      @Nullable Instant since,
      @Nullable Integer seconds,
      @Nullable Instant replayedAt,
      @Nullable Integer replaySeconds) {

    static final There NOT = new There(null, null, null, null, null);

    boolean attended() {
      return checkIn != null || seconds != null;
    }
  }

  private final CheckInStore checkIns;
  private final PresenceStore presences;
  private final EventTouches touches;

  Attendance(CheckInStore checkIns, PresenceStore presences, EventTouches touches) {
    this.checkIns = checkIns;
    this.presences = presences;
    this.touches = touches;
  }

  /** Everybody of an event who was there in one way or another. */
  Map<UUID, There> ofEvent(Event event) {
    return told(checkIns.ofEvent(event.id()), presences.ofEvent(event.id()));
  }

  /** Tells the story of these anew, after something about their being there has changed. */
  void recount(Event event, Collection<Attendee> people) {
    if (people.isEmpty()) {
      return;
    }
    List<UUID> ids = people.stream().map(Attendee::id).toList();
    Map<UUID, There> there = told(checkIns.of(ids), presences.of(ids));
    CameFrom from = touches.from(event);
    List<NewTouch> told = new ArrayList<>();
    List<Attendee> absent = new ArrayList<>();
    List<Attendee> present = new ArrayList<>();
    List<Attendee> unseen = new ArrayList<>();
    for (Attendee who : people) {
      There known = there.getOrDefault(who.id(), There.NOT);
      if (known.attended()) {
        Instant at = Objects.requireNonNullElse(known.since(), event.said().startsAt());
        told.add(touches.attended(event, from, who, at, known.seconds()));
        present.add(who);
      } else {
        absent.add(who);
      }
      Integer replay = known.replaySeconds();
      if (replay != null) {
        Instant at = Objects.requireNonNullElse(known.replayedAt(), event.said().endsAt());
        told.add(touches.replayed(event, from, who, at, replay));
      } else {
        unseen.add(who);
      }
    }
    touches.put(told);
    touches.takeBack(EventTouches.ATTENDED, absent);
    touches.takeBack(EventTouches.REPLAYED, unseen);
    touches.takeBack(EventTouches.MISSED, present);
  }

  private static Map<UUID, There> told(Map<UUID, CheckIn> door, List<Presence> lines) {
    Map<UUID, List<Presence>> byAttendee = new HashMap<>();
    lines.forEach(line ->
        byAttendee
            .computeIfAbsent(Objects.requireNonNull(line.attendeeId()), _ -> new ArrayList<>())
            .add(line));
    Map<UUID, There> there = new HashMap<>();
    Stream.concat(door.keySet().stream(), byAttendee.keySet().stream())
        .distinct()
        .forEach(id -> there.put(id, there(door.get(id), byAttendee.getOrDefault(id, List.of()))));
    return there;
  }

  private static There there(@Nullable CheckIn checkIn, List<Presence> lines) {
    List<Presence> live = lines.stream().filter(l -> l.kind() == PresenceKind.LIVE).toList();
    List<Presence> replay = lines.stream().filter(l -> l.kind() == PresenceKind.REPLAY).toList();
    Instant since = earliest(live);
    if (checkIn != null && (since == null || checkIn.at().isBefore(since))) {
      since = checkIn.at();
    }
    return new There(
        checkIn,
        since,
        live.isEmpty() || checkIn != null && seconds(live) == 0 ? null : seconds(live),
        earliest(replay),
        replay.isEmpty() ? null : seconds(replay));
  }

  private static @Nullable Instant earliest(List<Presence> lines) {
    Instant first = null;
    for (Presence line : lines) {
      Instant at = line.joinedAt() == null ? line.leftAt() : line.joinedAt();
      if (at != null && (first == null || at.isBefore(first))) {
        first = at;
      }
    }
    return first;
  }

  /** Two devices at the same time count once; lines without a time are added. */
  private static int seconds(List<Presence> lines) {
    List<Span> spans = new ArrayList<>();
    long more = 0;
    for (Presence line : lines) {
      Instant from = line.joinedAt();
      Instant to = line.leftAt();
      if (from != null && to != null) {
        spans.add(new Span(from, to));
      } else if (from != null) {
        spans.add(new Span(from, from.plusSeconds(line.seconds())));
      } else if (to != null) {
        spans.add(new Span(to.minusSeconds(line.seconds()), to));
      } else {
        more += line.seconds();
      }
    }
    return (int) Math.min(Integer.MAX_VALUE, Intervals.seconds(spans) + more);
  }
}
