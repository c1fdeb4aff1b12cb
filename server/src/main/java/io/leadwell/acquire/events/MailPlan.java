package io.leadwell.acquire.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which mails an event sends beside those that people wait for.
 *
 * @param reminders minutes before the start
 * @param thanks to who came; {@code missed} to who did not
 * @param note a paragraph of one's own in every mail before the event
 */
public record MailPlan(
    List<Integer> reminders, boolean thanks, boolean missed, @Nullable String note) {

  public static final int MOST_REMINDERS = 5;

  /** A day and an hour before. */
  public static final MailPlan USUAL = new MailPlan(List.of(1_440, 60), true, true, null);

  public MailPlan {
    reminders = List.copyOf(reminders);
  }
}
