package io.leadwell.acquire.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as its page shows it.
 *
 * @param state what the page says of it: open, full, closed, cancelled, over
 * @param left seats; null where that is not counted or not said
 * @param replay the path of the recording, once there is one to see
 */
public record EventPage(
    Event event,
    String state,
    String when,
    @Nullable String where,
    @Nullable Integer left,
    String description,
    List<Part> programme,
    @Nullable String replay) {

  /** A session, with its hours as text. */
  public record Part(
      UUID id,
      String title,
      String hours,
      @Nullable String room,
      @Nullable String speaker,
      boolean full) {}

  public boolean takes() {
    return state.equals("open") || state.equals("full");
  }
}
