package io.leadwell.acquire.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which people on a list; null is no limit.
 *
 * @param text in a name or company, or the end of a phone number
 * @param attended were there, or were not
 * @param mailless cannot be told anything by mail
 * @param counted in this figure of the event
 * @param letter were told this by mail, whatever became of it
 * @param mailed what became of that mail
 */
public record AttendeeFilter(
    @Nullable String text,
    @Nullable AttendeeStatus status,
    @Nullable AttendeeWay way,
    @Nullable Boolean attended,
    @Nullable UUID sessionId,
    @Nullable Boolean mailless,
    @Nullable AttendeeFigure counted,
    @Nullable Letter letter,
    @Nullable MailOutcome mailed) {

  public static final AttendeeFilter ALL =
      new AttendeeFilter(null, null, null, null, null, null, null, null, null);
}
