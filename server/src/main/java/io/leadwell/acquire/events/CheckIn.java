package io.leadwell.acquire.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody came through the door.
 *
 * @param id made by the device that saw it
 * @param at as the device's clock had it
 */
public record CheckIn(UUID id, UUID attendeeId, CheckInWay way, Instant at, String byName) {}
