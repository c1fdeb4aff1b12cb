package io.leadwell.acquire.events;

import org.jspecify.annotations.Nullable;

/** Somebody a colleague puts on the list; phone and mailbox as typed, one of them needed. */
public record NewAttendee(
    @Nullable String name,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String company,
    @Nullable String title) {}
