package io.leadwell.connect.wecom;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the address of a callback.
 *
 * @param signature of a plain greeting of an official account
 * @param messageSignature of everything encrypted
 * @param echo what a greeting wants to hear
 */
public record Envelope(
    @Nullable String signature,
    @Nullable String messageSignature,
    @Nullable String timestamp,
    @Nullable String nonce,
    @Nullable String echo) {}
