package io.leadwell.acquire.capture;

import org.jspecify.annotations.Nullable;

/**
 * What is said after a form.
 *
 * @param redirect where to go on to; null stays
 * @param kiosk the next person waits for an empty form
 */
public record Thanks(
    String title,
    String text,
    @Nullable String redirect,
    @Nullable String download,
    String downloadText,
    boolean kiosk) {}
