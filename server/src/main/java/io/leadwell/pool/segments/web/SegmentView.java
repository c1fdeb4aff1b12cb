package io.leadwell.pool.segments.web;

import io.leadwell.pool.segments.Segment;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A segment as the API shows it. */
record SegmentView(
    UUID id,
    String name,
    @Nullable String description,
    String kind,
    @Nullable JsonNode rule,
    int version,
    boolean gathering,
    @Nullable Instant gatheredAt,
    @Nullable String broken,
    int leads,
    @Nullable String createdBy,
    Instant createdAt,
    @Nullable String changedBy,
    Instant changedAt) {

  static SegmentView of(Segment segment, JsonMapper json) {
    return new SegmentView(
        segment.id(),
        segment.name(),
        segment.description(),
        segment.kind().word(),
        segment.rule() == null ? null : json.readTree(segment.rule()),
        segment.version(),
        segment.gathering(),
        segment.gatheredAt(),
        segment.broken(),
        segment.leads(),
        segment.createdBy(),
        segment.createdAt(),
        segment.changedBy(),
        segment.changedAt());
  }
}
