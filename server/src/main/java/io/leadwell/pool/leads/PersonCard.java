package io.leadwell.pool.leads;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is called and reached. Whole, for sending and for finding somebody; whoever shows it
 * masks it with {@link Contact}.
 *
 * @param phone as E.164
 */
public record PersonCard(
    UUID personId,
    @Nullable String name,
    @Nullable String title,
    @Nullable String company,
    @Nullable String phone,
    @Nullable String email) {}
