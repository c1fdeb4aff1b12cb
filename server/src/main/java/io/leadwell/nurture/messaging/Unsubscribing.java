package io.leadwell.nurture.messaging;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Readers who want no marketing mail any more. What they asked for themselves they still get. */
@Service
public class Unsubscribing {

  private static final int TOKEN_LENGTH = 24;

  private final OutboxStore messages;
  private final SuppressionStore suppressions;
  private final Clock clock;

  Unsubscribing(OutboxStore messages, SuppressionStore suppressions, Clock clock) {
    this.messages = messages;
    this.suppressions = suppressions;
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
        suppressions.add(
            message.outgoing().recipient(), "unsubscribed", message.id(), clock.instant()));
    return found.isPresent();
  }

  /** Those of these mail addresses whose readers want no marketing mail. */
  public Set<String> left(Collection<String> addresses) {
    return addresses.isEmpty() ? Set.of() : suppressions.among(addresses);
  }

  private Optional<Message> message(String token) {
    return token.length() == TOKEN_LENGTH ? messages.byLeaveToken(token) : Optional.empty();
  }

  /** A forwarded mail tells nobody the address. */
  private static String masked(String address) {
    return address.charAt(0) + "***" + address.substring(address.indexOf('@'));
  }
}
