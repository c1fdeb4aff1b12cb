package io.leadwell.acquire.links;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A short link.
 *
 * @param code stands in its address; it never changes, as it may be printed
 * @param target the page with everything that says where from
 * @param page the page alone, as it was typed
 */
public record Link(
    UUID id,
    String code,
    String name,
    String target,
    String page,
    Placement placement,
    boolean enabled,
    @Nullable Instant expiresAt,
    String createdBy,
    Instant createdAt) {

  LinkDraft draft() {
    return new LinkDraft(name, page, placement, code, enabled, expiresAt);
  }

  boolean leads(Instant now) {
    return enabled && (expiresAt == null || now.isBefore(expiresAt));
  }
}
