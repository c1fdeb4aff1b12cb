package io.leadwell.demo;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A line of the list of an exhibition: a card that was scanned, and who of us talked to them. */
record DemoVisitor(
    String name,
    String phone,
    @Nullable String email,
    String company,
    String title,
    @Nullable String salesperson,
    @Nullable String talk,
    LocalDateTime at) {}
