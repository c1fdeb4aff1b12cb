package io.leadwell.nurture.messaging;

import io.leadwell.nurture.messaging.Message.State;
import io.leadwell.pool.consent.Contacting;
import io.leadwell.pool.consent.Means;
import io.leadwell.pool.consent.Purpose;
import io.leadwell.pool.consent.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due. A message is marked as on its way in a transaction of its own before it
 * leaves; whoever dies in between leaves it so, and it becomes unknown, not sent again and not
 * forgotten.
 */
@Component
class OutboxWork {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxWork.class);
  private static final long LOOK_EVERY_MS = 2_000;
  private static final int AT_ONCE = 4;

  /** One at a time: of a worker that dies only this one is unknown. */
  private static final int BATCH = 1;

  /** Much longer than a mail server may take, so that no attempt is lost that still goes on. */
  static final Duration LEASE = Duration.ofMinutes(15);

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

  /** About two days. */
  static final int MOST_ATTEMPTS = 18;

  private final OutboxStore store;
  private final SmtpStore settings;
  private final SmtpSettings smtp;
  private final Contacting contacting;
  private final Mailer mailer;
  private final Clock clock;
  private final AtomicInteger running = new AtomicInteger();

  OutboxWork(
      OutboxStore store,
      SmtpStore settings,
      SmtpSettings smtp,
      Contacting contacting,
      Mailer mailer,
      Clock clock) {
    this.store = store;
    this.settings = settings;
    this.smtp = smtp;
    this.contacting = contacting;
    this.mailer = mailer;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = LOOK_EVERY_MS)
  void look() {
    if (running.incrementAndGet() > AT_ONCE) {
      running.decrementAndGet();
      return;
    }
    Thread.ofVirtual()
        .name("outbox")
        .start(() -> {
          try {
            while (step() > 0) {
              // as long as there is something
            }
          } catch (RuntimeException e) {
            // Whatever it is, it comes round again.
            LOG.warn("Messages are sent later: {}", e.toString());
          } finally {
            running.decrementAndGet();
          }
        });
  }

  /** Sends one that is due; returns how many there were. */
  int step() {
    Instant now = clock.instant();
    int lost = store.lost(now, LEASE);
    if (lost > 0) {
      LOG.warn("{} messages were cut off while they were sent; they may have arrived", lost);
    }
    store.expire(now);
    Optional<Smtp> server = settings.find().filter(Smtp::enabled);
    if (server.isEmpty()) {
      // they wait for a mail server
      return 0;
    }
    List<Message> due = store.claim(BATCH, now);
    due.forEach(message -> send(message, server.get()));
    return due.size();
  }

  private void send(Message message, Smtp server) {
    Refusal refusal = refusal(message.outgoing());
    if (refusal != null) {
      store.refuse(message, refusal, clock.instant());
      return;
    }
    Optional<SmtpSettings.Password> password = smtp.password(server);
    if (password.isEmpty()) {
      again(message, Trouble.PASSWORD_UNREADABLE, null);
      return;
    }
    switch (mailer.send(
        message, server, password.get().text(), () -> refusal(message.outgoing()))) {
      case Delivery.Unwanted(Refusal why) -> store.refuse(message, why, clock.instant());
      case Delivery.Accepted(var answer) ->
          store.end(message, State.SENT, null, answer, clock.instant());
      case Delivery.Refused(Trouble trouble, var answer) ->
          store.end(message, State.FAILED, trouble, answer, clock.instant());
      case Delivery.Unknown(var answer) ->
          store.end(message, State.UNKNOWN, Trouble.NO_ANSWER, answer, clock.instant());
      case Delivery.Later(Trouble trouble, var answer) -> again(message, trouble, answer);
    }
  }

  /**
   * Asked before it leaves, and once more when the mail server listens: a reader may just leave.
   */
  private @Nullable Refusal refusal(Outgoing mail) {
    if (mail.kind() == Outgoing.Kind.SERVICE) {
      return contacting.unreachable(Means.EMAIL, mail.recipient()) ? Refusal.SUPPRESSED : null;
    }
    return contacting
        .refusal(
            Means.EMAIL,
            Purpose.MARKETING,
            new Contacting.Reader(mail.personId(), mail.recipient()))
        .orElse(null);
  }

  private void again(Message message, Trouble trouble, @Nullable String answer) {
    Instant now = clock.instant();
    if (message.attempts() >= MOST_ATTEMPTS) {
      store.end(message, State.FAILED, trouble, answer, now);
      return;
    }
    store.later(message, now.plus(pause(message.attempts())), trouble, answer);
  }

  /** Doubled with each attempt, and never the same for two, so that they don't come in step. */
  static Duration pause(int attempts) {
    long doubled = FIRST_PAUSE.toMillis() << Math.min(Math.max(attempts - 1, 0), 20);
    long longest = Math.min(doubled, LONGEST_PAUSE.toMillis());
    return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
  }
}
