package io.leadwell.acquire.capture;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form.
 *
 * @param draft what the builder works on
 * @param revision of the draft, raised by every save
 * @param live the version visitors see; null before the first publishing
 * @param closed takes nothing, and says so
 */
public record Form(
    UUID id,
    String name,
    String slug,
    FormDesign draft,
    int revision,
    @Nullable Integer live,
    boolean closed,
    Instant createdAt,
    Instant changedAt) {

  /** What a visitor meets. */
  public String status() {
    if (live == null) {
      return "draft";
    }
    return closed ? "closed" : "open";
  }
}
