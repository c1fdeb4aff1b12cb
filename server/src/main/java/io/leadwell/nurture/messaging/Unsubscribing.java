package io.leadwell.nurture.messaging;

import io.leadwell.pool.consent.Contacting;
import io.leadwell.pool.consent.Means;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Readers who want no marketing mail any more. What they asked for themselves they still get. */
@Service
public class Unsubscribing {

  private static final int TOKEN_LENGTH = 24;

  private final OutboxStore messages;
  private final Contacting contacting;
  private final Clock clock;

  Unsubscribing(OutboxStore messages, Contacting contacting, Clock clock) {
    this.messages = messages;
    this.contacting = contacting;
    this.clock = clock;
  }

  /** The address that a token of a message speaks for, as its reader knows it. */
  public Optional<String> reader(String token) {
    return message(token).map(message -> masked(message.outgoing().recipient()));
  }

  /** Whether the token was one; said again it changes nothing. */
  @Transactional
  public boolean leave(String token) {
    Optional<Message> found = message(token);
    found.ifPresent(message ->
        contacting.leave(
            Means.EMAIL,
            message.outgoing().recipient(),
            message.outgoing().personId(),
            message.id(),
            clock.instant().truncatedTo(ChronoUnit.MICROS)));
    return found.isPresent();
  }

  private Optional<Message> message(String token) {
    return token.length() == TOKEN_LENGTH ? messages.byLeaveToken(token) : Optional.empty();
  }

  /** A forwarded mail tells nobody the address. */
  private static String masked(String address) {
    return address.charAt(0) + "***" + address.substring(address.indexOf('@'));
  }
}
