package io.leadwell.acquire.events.web;

import io.leadwell.acquire.events.CheckInWay;
import io.leadwell.acquire.events.CheckIns;
import io.leadwell.acquire.events.EventsProblem;
import io.leadwell.acquire.events.NewAttendee;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Routes of the door: sales and SDRs stand there too. */
@RestController
@RequestMapping("/api/v1/events/{id}")
class DoorController {

  /** What a device saw, under an id of its own making. */
  record SeenBody(
      @Nullable UUID id,
      @Nullable UUID attendeeId,
      @Nullable String token,
      @Nullable String way,
      @Nullable Instant at) {}

  record WalkInBody(
      @Nullable UUID id,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String company,
      @Nullable String title,
      @Nullable Instant at) {}

  private final CheckIns checkIns;

  DoorController(CheckIns checkIns) {
    this.checkIns = checkIns;
  }

  @GetMapping("/door")
  @Allow(Permission.LEADS_EDIT)
  List<CheckIns.DoorLine> door(@PathVariable UUID id) {
    return checkIns.door(id);
  }

  @PostMapping("/check-ins")
  @Allow(Permission.LEADS_EDIT)
  CheckIns.Done checkIn(@PathVariable UUID id, @RequestBody SeenBody body, Caller caller) {
    CheckInWay way = Words.word("way", body.way(), CheckInWay::of);
    return checkIns.checkIn(
        id,
        new CheckIns.Seen(
            needed(body.id()),
            body.attendeeId(),
            body.token(),
            way == null ? CheckInWay.SEARCH : way,
            at(body.at())),
        caller);
  }

  @PostMapping("/walk-ins")
  @Allow(Permission.LEADS_EDIT)
  CheckIns.Done walkIn(@PathVariable UUID id, @RequestBody WalkInBody body, Caller caller) {
    return checkIns.walkIn(
        id,
        needed(body.id()),
        new NewAttendee(body.name(), body.phone(), body.email(), body.company(), body.title()),
        at(body.at()),
        caller);
  }

  @PostMapping("/check-ins/{checkIn}/undo")
  @Allow(Permission.LEADS_EDIT)
  CheckIns.DoorLine undo(@PathVariable UUID id, @PathVariable UUID checkIn, Caller caller) {
    return checkIns.undo(id, checkIn, caller);
  }

  private static UUID needed(@Nullable UUID id) {
    if (id == null) {
      throw new Problem(EventsProblem.CHECK_IN_INVALID);
    }
    return id;
  }

  private static Instant at(@Nullable Instant said) {
    if (said == null || said.isBefore(Instant.EPOCH)) {
      throw new Problem(EventsProblem.CHECK_IN_INVALID);
    }
    return said;
  }
}
