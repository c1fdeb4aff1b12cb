package io.leadwell.acquire.collect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a site was first and last heard of, and from which page. */
public record Sighting(Instant firstAt, Instant lastAt, @Nullable String lastUrl) {}
