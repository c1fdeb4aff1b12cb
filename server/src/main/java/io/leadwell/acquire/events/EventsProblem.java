package io.leadwell.acquire.events;

import io.leadwell.base.platform.ProblemCode;

/** Why an event or a place in it can't be as asked. */
public enum EventsProblem implements ProblemCode {
  EVENT_NOT_FOUND(Kind.NOT_FOUND),
  EVENT_INVALID(Kind.INVALID),
  EVENT_CHANGED_MEANWHILE(Kind.CONFLICT),
  EVENT_SLUG_TAKEN(Kind.CONFLICT),
  EVENT_NOT_IN_THIS_STATE(Kind.CONFLICT),
  /** Arguments: the capacity wanted, and how many seats are given away. */
  EVENT_CAPACITY_TOO_SMALL(Kind.CONFLICT),
  EVENT_WAS_PUBLIC(Kind.CONFLICT),
  EVENT_NOT_OPEN(Kind.CONFLICT),
  ATTENDEE_NOT_FOUND(Kind.NOT_FOUND),
  ATTENDEE_CONTACT_MISSING(Kind.INVALID),
  CHECK_IN_NOT_FOUND(Kind.NOT_FOUND),
  CHECK_IN_INVALID(Kind.INVALID),
  PRESENCE_NOT_FOUND(Kind.NOT_FOUND),
  REPORT_UNREADABLE(Kind.INVALID);

  private final Kind kind;

  EventsProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
