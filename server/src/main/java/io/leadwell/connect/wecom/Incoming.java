package io.leadwell.connect.wecom;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that was called back and kept.
 *
 * @param event what it tells of, such as {@code change_external_contact/add_external_contact}
 */
record Incoming(
    UUID id,
    UUID connectionId,
    String event,
    String content,
    Instant happenedAt,
    Instant receivedAt,
    int attempts) {}
