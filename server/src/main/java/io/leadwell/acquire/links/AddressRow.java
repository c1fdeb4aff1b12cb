package io.leadwell.acquire.links;

import org.jspecify.annotations.Nullable;

/**
 * Somebody with the address that is theirs alone, for the tool that sends.
 *
 * @param phone masked unless who asks may see contacts; the mailbox likewise
 */
public record AddressRow(
    @Nullable String name,
    @Nullable String company,
    @Nullable String phone,
    @Nullable String email,
    String address) {}
