package io.leadwell.acquire.content;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be read, watched or downloaded.
 *
 * @param version counts saves
 * @param publishedAt when the public first saw it; null for what was never public
 */
public record Item(
    UUID id,
    ItemStatus status,
    ItemDraft said,
    int version,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant publishedAt) {

  public String title() {
    return said.title();
  }

  public String slug() {
    return Objects.requireNonNull(said.slug(), "A stored item has an address");
  }
}
