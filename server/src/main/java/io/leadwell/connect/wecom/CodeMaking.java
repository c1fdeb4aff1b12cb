package io.leadwell.connect.wecom;

import io.leadwell.connect.wecom.CodeCalls.Counted;
import io.leadwell.connect.wecom.CodeStore.Made;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings codes into being at Tencent. A code is first kept here and then made there; when the
 * answer of the making is lost, what was made is looked for before another is made.
 */
@Component
class CodeMaking {

  private static final Logger LOG = LoggerFactory.getLogger(CodeMaking.class);
  private static final Duration LEFT_AFTER = Duration.ofMinutes(1);
  private static final Duration RENEWED_BEFORE = Duration.ofDays(3);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final CodeStore store;
  private final CodeFigureStore figures;
  private final ConnectionStore connections;
  private final CodeCalls calls;
  private final WelcomeCall welcomes;
  private final Clock clock;
  private final Chore sweeping = new Chore("Making codes", this::sweep);
  private final Chore keeping = new Chore("Keeping codes", this::keep);

  CodeMaking(
      CodeStore store,
      CodeFigureStore figures,
      ConnectionStore connections,
      CodeCalls calls,
      WelcomeCall welcomes,
      Clock clock) {
    this.store = store;
    this.figures = figures;
    this.connections = connections;
    this.calls = calls;
    this.welcomes = welcomes;
    this.clock = clock;
  }

  /** Makes or changes it; what Tencent refuses stands in the code. */
  void make(UUID id, boolean again) {
    Code code = store.find(id).orElseThrow();
    Credentials as = connections.credentials(code.connectionId()).orElse(null);
    if (as == null) {
      store.failed(id, new Trouble("problem.CONNECTION_INCOMPLETE", List.of(code.name())));
      return;
    }
    try {
      String remoteId = code.remoteId();
      if (remoteId == null && again) {
        remoteId = calls.find(as, code).orElse(null);
      }
      if (remoteId == null) {
        remoteId = calls.make(as, code);
        store.known(id, remoteId);
      } else if (!remoteId.isEmpty()) {
        store.known(id, remoteId);
        calls.change(as, code, remoteId);
      }
      if (code.welcome() != null) {
        welcomes.prepare(as, code.welcome());
      }
      store.made(id, shown(as, code, remoteId));
    } catch (TencentFailure failure) {
      if (!failure.passing()) {
        store.failed(id, Trouble.of(failure));
      } else {
        store.waits(id, Trouble.of(failure));
      }
    }
  }

  /** A QR code or link stays as it is while the code changes; only one that expires is new. */
  private Made shown(Credentials as, Code code, String remoteId) {
    if (code.url() != null && code.kind() != CodeKind.MINI) {
      return new Made(remoteId.isEmpty() ? null : remoteId, code.url(), null, null);
    }
    return calls.show(as, code, remoteId);
  }

  /** What Tencent says to the end of a code, or null when it went well. */
  @Nullable Trouble end(Code code) {
    String remoteId = code.remoteId();
    Credentials as = connections.credentials(code.connectionId()).orElse(null);
    if (remoteId == null || as == null) {
      return null;
    }
    try {
      calls.end(as, code, remoteId);
      return null;
    } catch (TencentFailure failure) {
      return Trouble.of(failure);
    }
  }

  /** Those whose making was cut short or could not be answered. */
  void sweep() {
    Instant now = clock.instant();
    for (UUID id : store.left(now.minus(LEFT_AFTER))) {
      if (store.claim(id, now.minus(LEFT_AFTER), now)) {
        make(id, true);
      }
    }
  }

  @Scheduled(fixedDelay = 20_000, initialDelay = 20_000)
  void sweepAgain() {
    sweeping.begin();
  }

  @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
  @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
  void keepAgain() {
    keeping.begin();
  }

  /** Links that expire are renewed in time, pictures kept ready, clicks fetched. */
  void keep() {
    Instant soon = clock.instant().plus(RENEWED_BEFORE);
    for (Code code : store.live(CodeKind.MINI)) {
      if (code.expiresAt() != null && code.expiresAt().isBefore(soon)) {
        quietly(code, as -> store.made(code.id(), calls.show(as, code, "")));
      }
    }
    for (CodeKind kind : List.of(CodeKind.WAY, CodeKind.LINK)) {
      for (Code code : store.live(kind)) {
        WelcomeMessage welcome = code.welcome();
        if (welcome != null) {
          quietly(code, as -> welcomes.prepare(as, welcome));
        }
      }
    }
    count();
  }

  /** Yesterday too: its last clicks came after the last look. */
  void count() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    for (Code code : store.live(CodeKind.LINK)) {
      quietly(
          code,
          as -> {
            for (LocalDate day : List.of(today.minusDays(1), today)) {
              Counted counted = calls.count(as, String.valueOf(code.remoteId()), day);
              figures.day(code.id(), day, counted.clicks(), counted.added());
            }
          });
    }
  }

  private interface Deed {
    void with(Credentials as);
  }

  private void quietly(Code code, Deed deed) {
    try {
      connections.credentials(code.connectionId()).ifPresent(deed::with);
    } catch (RuntimeException e) {
      LOG.info("The code {} is looked after later: {}", code.name(), e.toString());
    }
  }
}
