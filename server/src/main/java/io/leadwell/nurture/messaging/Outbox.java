package io.leadwell.nurture.messaging;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where messages are put that are to leave. A message is written in the transaction of what it is
 * about: no registration without its confirmation, and no confirmation of a registration that was
 * taken back.
 */
@Service
public class Outbox {

  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_NAME = 100;
  private static final int TOKEN_BYTES = 18;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final OutboxStore store;
  private final Audit audit;
  private final Clock clock;

  Outbox(OutboxStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** Its id; nothing when the same purpose, reader and occasion were put before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<UUID> put(Outgoing wanted) {
    byte[] token = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(token);
    return store.insert(
        Ids.next(),
        checked(wanted),
        Base64.getUrlEncoder().withoutPadding().encodeToString(token),
        clock.instant());
  }

  /** Takes a message back; false when it has left, or there is none. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean withdraw(String purpose, String recipient, String occasion) {
    return store.withdraw(purpose, Addresses.sound(recipient, "recipient"), occasion) == 1;
  }

  /** Takes back what waits to leave on these occasions, to whomever; how many that were. */
  @Transactional(propagation = Propagation.MANDATORY)
  public int withdrawAll(String purpose, Collection<String> occasions) {
    return occasions.isEmpty() ? 0 : store.withdrawAll(purpose, occasions);
  }

  /** Whether mail can be put for this address at all. */
  public boolean reaches(@Nullable String address) {
    try {
      return address != null && !Addresses.sound(address, "recipient").isEmpty();
    } catch (Problem e) {
      return false;
    }
  }

  /** What became of the last message for each occasion, whatever it was for. */
  public Map<String, Message.State> states(Collection<String> occasions) {
    return occasions.isEmpty() ? Map.of() : store.states(occasions);
  }

  /** All that was put about something, in the order it was put. */
  public List<Mailed> about(UUID subject) {
    return store.about(subject);
  }

  /**
   * A reader has followed the link in a message. The first time stays; nothing when no message bore
   * it, as links are sent by other tools as well.
   *
   * @param sending as it was put
   */
  @Transactional
  public void clicked(String sending, UUID personId, Instant at) {
    store.clicked(sending, personId, at);
  }

  public Message find(UUID id) {
    return store.find(id).orElseThrow(() -> new Problem(MessagingProblem.MESSAGE_NOT_FOUND));
  }

  /** Newest first, those older than {@code before}. */
  public List<Message> list(MessageFilter filter, @Nullable UUID before, int limit) {
    return store.list(filter, before, limit);
  }

  /** How many are in each state. */
  public Map<String, Integer> counts() {
    return store.counts();
  }

  /** What became of them by what they were for. */
  public List<PurposeCount> purposes() {
    return store.purposes();
  }

  /** Somebody has decided that a failed or unknown one is to be sent again. */
  @Transactional
  public Message again(UUID id, Caller who) {
    Message before = find(id);
    if (!store.again(id, clock.instant())) {
      throw new Problem(MessagingProblem.MESSAGE_NOT_REPEATABLE);
    }
    audit.record(
        who,
        "message.again",
        "message",
        id.toString(),
        before.outgoing().text().subject(),
        Map.of("state", before.state().word()));
    return find(id);
  }

  private static Outgoing checked(Outgoing mail) {
    MailText text = mail.text();
    String link = text.link();
    if (link != null && !isWeb(link) || text.paragraphs().isEmpty()) {
      throw new Problem(MessagingProblem.MAIL_TEXT_INVALID);
    }
    String name = mail.recipientName();
    return new Outgoing(
        mail.purpose(),
        Addresses.sound(mail.recipient(), "recipient"),
        name == null || name.isBlank() ? null : Addresses.line(name, LONGEST_NAME),
        mail.occasion(),
        mail.kind(),
        mail.language(),
        mail.personId(),
        new MailText(
            Addresses.line(text.subject(), LONGEST_SUBJECT),
            text.paragraphs(),
            link,
            text.linkLabel()),
        mail.calendar(),
        mail.notBefore(),
        mail.notAfter(),
        mail.about(),
        mail.sending());
  }

  private static boolean isWeb(String link) {
    try {
      String scheme = URI.create(link).getScheme();
      return "https".equals(scheme) || "http".equals(scheme);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
