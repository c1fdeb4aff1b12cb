package io.leadwell.nurture.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A test mail and how it went.
 *
 * @param trouble null when the mail server took it
 */
public record SmtpTest(
    Instant at,
    String byName,
    String recipient,
    @Nullable Trouble trouble,
    @Nullable String answer) {}
