package io.leadwell.acquire.events;

import java.util.UUID;

/**
 * A part of the programme as it stands.
 *
 * @param taken how many of its seats are given away
 */
public record EventSession(UUID id, UUID eventId, SessionDraft said, int taken) {

  public boolean full() {
    Integer capacity = said.capacity();
    return capacity != null && taken >= capacity;
  }
}
