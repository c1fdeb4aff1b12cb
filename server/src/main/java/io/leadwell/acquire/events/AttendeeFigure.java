package io.leadwell.acquire.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A figure of an event that opens the people behind it; {@link FigureStore} counts the same. */
public enum AttendeeFigure {
  REGISTERED("registered"),
  WAITING("waiting"),
  WAITLISTED("waitlisted"),
  ATTENDED("attended"),
  REPLAYED("replayed"),
  NEW_LEADS("newLeads");

  private static final Set<AttendeeWay> UNASKED = EnumSet.of(AttendeeWay.WALK_IN, AttendeeWay.FILE);

  private final String word;

  AttendeeFigure(String word) {
    this.word = word;
  }

  @JsonValue
  public String word() {
    return word;
  }

  @JsonCreator
  public static AttendeeFigure of(String word) {
    return Arrays.stream(values())
        .filter(figure -> figure.word.equals(word))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException(word));
  }

  boolean counts(Attendee who, Attendance.There there) {
    return switch (this) {
      case REGISTERED ->
          switch (who.status()) {
            case WAITING_FOR_APPROVAL, WAITLISTED -> true;
            case APPROVED -> !UNASKED.contains(who.way());
            case DECLINED, CANCELLED -> false;
          };
      case WAITING -> who.status() == AttendeeStatus.WAITING_FOR_APPROVAL;
      case WAITLISTED -> who.status() == AttendeeStatus.WAITLISTED;
      case ATTENDED -> there.attended();
      case REPLAYED -> there.replaySeconds() != null;
      case NEW_LEADS -> who.newLead();
    };
  }
}
