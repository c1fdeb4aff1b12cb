package io.leadwell.acquire.events;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.pool.leads.CameFrom;
import io.leadwell.pool.leads.NewTouch;
import io.leadwell.pool.leads.Touches;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people did about an event, as touches of its campaign and that campaign's channel. Each is
 * known by the place on the list, so telling it again changes it and never doubles it.
 */
@Component
class EventTouches {

  static final String REGISTERED = "event_registered";
  static final String ATTENDED = "event_attended";
  static final String REPLAYED = "event_replayed";
  static final String MISSED = "event_missed";

  private final Touches touches;
  private final Campaigns campaigns;

  EventTouches(Touches touches, Campaigns campaigns) {
    this.touches = touches;
    this.campaigns = campaigns;
  }

  /** Where touches of an event belong. */
  CameFrom from(Event event) {
    return new CameFrom(channel(event), event.campaignId(), event.title(), null, null, null);
  }

  /** The channel of its campaign, where that has one. */
  @Nullable UUID channel(Event event) {
    return campaigns.channels(Set.of(event.campaignId())).get(event.campaignId());
  }

  NewTouch registered(Event event, CameFrom from, Attendee who) {
    return touch(REGISTERED, event, from, who, who.registeredAt(), Map.of());
  }

  /**
   * @param seconds how long they stayed; null where only their coming is known
   */
  NewTouch attended(
      Event event, CameFrom from, Attendee who, Instant at, @Nullable Integer seconds) {
    return touch(
        ATTENDED, event, from, who, at, seconds == null ? Map.of() : Map.of("seconds", seconds));
  }

  NewTouch replayed(Event event, CameFrom from, Attendee who, Instant at, int seconds) {
    return touch(REPLAYED, event, from, who, at, Map.of("seconds", seconds));
  }

  NewTouch missed(Event event, CameFrom from, Attendee who) {
    return touch(MISSED, event, from, who, event.said().endsAt(), Map.of());
  }

  void put(Collection<NewTouch> told) {
    touches.put(told);
  }

  void takeBack(String scene, Collection<Attendee> people) {
    touches.takeBack(people.stream().map(who -> key(scene, who.id())).toList());
  }

  void takeBackAll(Collection<Attendee> people) {
    touches.takeBack(
        people.stream()
            .flatMap(who ->
                List.of(REGISTERED, ATTENDED, REPLAYED, MISSED).stream()
                    .map(scene -> key(scene, who.id())))
            .toList());
  }

  private static NewTouch touch(
      String scene,
      Event event,
      CameFrom from,
      Attendee who,
      Instant at,
      Map<String, Object> more) {
    Map<String, Object> detail = new HashMap<>(more);
    detail.put("event", event.id().toString());
    return new NewTouch(
        who.personId(), key(scene, who.id()), scene, at, from, Map.of(), null, detail);
  }

  private static String key(String scene, UUID attendee) {
    return scene + ":" + attendee;
  }
}
