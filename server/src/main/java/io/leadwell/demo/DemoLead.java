package io.leadwell.demo;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A buying cycle of the demo company from its first contact to wherever it has come. */
record DemoLead(
    String key,
    DemoPerson person,
    @Nullable Source source,
    @Nullable String campaign,
    @Nullable String content,
    @Nullable String plan,
    @Nullable String unit,
    @Nullable String keyword,
    LocalDateTime leadAt,
    @Nullable LocalDateTime mqlAt,
    @Nullable LocalDateTime salAt,
    @Nullable LocalDateTime sqlAt,
    @Nullable String stage,
    @Nullable String sdr,
    @Nullable String owner,
    @Nullable DemoDeal deal) {}
