package io.leadwell.connect.wecom;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says the first words. Tencent gives twenty seconds and lets whoever calls first speak, so this
 * begins as soon as the callback is kept, on threads of its own, before anything slower.
 *
 * <p>Each is said at most once: it is claimed before it is sent, and one that was begun when the
 * server died is not begun again. Its outcome stays unknown.
 */
@Component
class Welcomes {

  private static final Logger LOG = LoggerFactory.getLogger(Welcomes.class);

  /** Of Tencent's twenty seconds; the rest is for the way. */
  private static final Duration TIME = Duration.ofSeconds(18);

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final int AT_ONCE = 8;
  private static final Set<String> ADDITIONS =
      Set.of(
          "change_external_contact/add_external_contact",
          "change_external_contact/add_half_external_contact");
  private static final String FOLLOWED = "subscribe";
  private static final String BEFORE_SCENE = "qrscene_";

  private final WelcomeStore store;
  private final CodeStore codes;
  private final ConnectionStore connections;
  private final WelcomeCall call;
  private final Clock clock;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("welcome-", 1).factory());

  Welcomes(
      WelcomeStore store,
      CodeStore codes,
      ConnectionStore connections,
      WelcomeCall call,
      Clock clock) {
    this.store = store;
    this.codes = codes;
    this.connections = connections;
    this.call = call;
    this.clock = clock;
  }

  /** Within the transaction that keeps the callback: one who is to be welcomed is not forgotten. */
  void prepare(ConnectionKind kind, Incoming incoming, EventText fields) {
    boolean wecom = kind == ConnectionKind.WECOM;
    String state = wecom ? fields.get("State") : fields.get("EventKey");
    String to = fields.get(wecom ? "ExternalUserID" : "FromUserName");
    if (state == null
        || to == null
        || !(wecom ? ADDITIONS.contains(incoming.event()) : incoming.event().equals(FOLLOWED))) {
      return;
    }
    String own = state.startsWith(BEFORE_SCENE) ? state.substring(BEFORE_SCENE.length()) : state;
    Code code = codes.byState(incoming.connectionId(), own).orElse(null);
    if (code == null || code.welcome() == null) {
      return;
    }
    // Without a code of its own WeCom says something itself: set up in its console.
    String welcomeCode = fields.get("WelcomeCode");
    store.add(
        incoming.id(),
        incoming.connectionId(),
        code.id(),
        to,
        welcomeCode,
        wecom && welcomeCode == null ? WelcomeStore.NONE : WelcomeStore.WAITING,
        incoming.receivedAt(),
        incoming.receivedAt().plus(TIME));
  }

  /** After that transaction. Nothing happens where nobody is to be welcomed. */
  void begin(UUID id) {
    try {
      threads.execute(() -> send(id));
    } catch (RejectedExecutionException e) {
      // The server is stopping; the next one says it if there is still time.
    }
  }

  @Scheduled(fixedDelay = 1_000)
  void sweep() {
    try {
      Instant now = clock.instant();
      store.left(now.minusSeconds(2), now).forEach(this::begin);
      store.closeLate(now, now.minus(LONG));
    } catch (RuntimeException e) {
      LOG.warn("The database does not answer: {}", e.toString());
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  void send(UUID id) {
    try {
      WelcomeStore.Begun begun = store.begin(id, clock.instant()).orElse(null);
      boolean maybeSaid = false;
      while (begun != null) {
        TencentFailure failure = say(begun);
        if (failure == null) {
          return;
        }
        Trouble trouble = Trouble.of(failure);
        if (!failure.passing()) {
          store.end(id, outcome(failure, maybeSaid), trouble, clock.instant());
          return;
        }
        maybeSaid |= failure.number() == TencentFailure.NO_ANSWER;
        Duration pause = PAUSE.multipliedBy(1L << Math.min(begun.attempts(), 5));
        if (clock.instant().plus(pause).isAfter(begun.deadline())) {
          store.end(
              id,
              maybeSaid ? WelcomeStore.UNKNOWN : WelcomeStore.REFUSED,
              trouble,
              clock.instant());
          return;
        }
        store.again(id, trouble);
        Thread.sleep(pause);
        begun = store.begin(id, clock.instant()).orElse(null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("The welcome {} could not be sent", id, e);
      store.end(id, WelcomeStore.UNKNOWN, Trouble.unexpected(e), clock.instant());
    }
  }

  /** Null when it was said. */
  private @Nullable TencentFailure say(WelcomeStore.Begun begun) {
    Code code = codes.find(begun.codeId()).orElseThrow();
    Credentials as = connections.credentials(begun.connectionId()).orElse(null);
    WelcomeMessage message = code.welcome();
    if (as == null || message == null) {
      return TencentFailure.unanswered(WecomProblem.CONNECTION_INCOMPLETE, code.name());
    }
    try {
      call.send(as, message, begun.to(), begun.welcomeCode());
      store.end(begun.id(), WelcomeStore.SENT, null, clock.instant());
      return null;
    } catch (TencentFailure failure) {
      return failure;
    }
  }

  /** A code that is spent after a call without an answer was most likely spent by that call. */
  private static String outcome(TencentFailure failure, boolean maybeSaid) {
    boolean spent =
        failure.trouble() == WecomProblem.TENCENT_WELCOME_SPENT
            || failure.trouble() == WecomProblem.TENCENT_CHAT_BEGUN;
    if (!spent) {
      return WelcomeStore.REFUSED;
    }
    return maybeSaid ? WelcomeStore.UNKNOWN : WelcomeStore.SPENT;
  }
}
