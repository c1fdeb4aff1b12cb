package io.leadwell.connect.baidu;

import io.leadwell.acquire.campaigns.ReportLine;
import io.leadwell.acquire.campaigns.SpendReports;
import io.leadwell.base.workspace.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks through the days of a fetch. A day comes in whole or not at all, together with the progress
 * of the fetch: whoever takes over after a crash goes on with the day that was not in.
 */
@Component
class FetchWorker {

  /** What passes by itself is tried so often at once, then later. */
  private static final int TRIES = 4;

  private static final int MOST_ATTEMPTS = 8;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration FIRST_DELAY = Duration.ofMinutes(5);
  private static final int MOST_ROWS = 500_000;

  /** Waits between two tries. */
  interface Pause {
    void take(Duration length) throws InterruptedException;
  }

  private final FetchStore store;
  private final AccountStore accounts;
  private final BaiduAccounts door;
  private final ReportApi api;
  private final SpendReports reports;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private Pause pause = length -> Thread.sleep(length);

  FetchWorker(
      FetchStore store,
      AccountStore accounts,
      BaiduAccounts door,
      ReportApi api,
      SpendReports reports,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.door = door;
    this.api = api;
    this.reports = reports;
    this.transaction = transaction;
    this.clock = clock;
  }

  void pauseBy(Pause other) {
    pause = other;
  }

  void run(UUID id) throws InterruptedException {
    if (!store.claim(id, clock.instant())) {
      return;
    }
    Fetch fetch = store.find(id).orElseThrow();
    BaiduAccount account = accounts.find(fetch.accountId()).orElseThrow();
    Credentials credentials = door.credentials(account);
    if (credentials == null) {
      ReportAnswer.Refused why = new ReportAnswer.Refused(Trouble.TOKEN_UNREADABLE, null, null);
      store.end(id, Fetch.Status.FAILED, why, clock.instant());
      return;
    }
    while (!fetch.nextDay().isAfter(fetch.dayTo())) {
      if (!store.alive(id, clock.instant())) {
        store.end(id, Fetch.Status.CANCELLED, null, clock.instant());
        return;
      }
      List<ReportLine> lines = new ArrayList<>();
      ReportAnswer.Refused why = day(fetch, account, credentials, lines);
      if (why == null) {
        bring(fetch, account, lines);
      } else if (why.trouble() == Trouble.UNREADABLE || why.trouble() == Trouble.REFUSED) {
        // this day's report is odd; another day's need not be
        store.failed(fetch, why);
      } else {
        stop(fetch, why);
        return;
      }
      fetch = store.find(id).orElseThrow();
    }
    finish(fetch);
  }

  /** Null when the lines are complete. */
  private ReportAnswer.@Nullable Refused day(
      Fetch fetch, BaiduAccount account, Credentials credentials, List<ReportLine> lines)
      throws InterruptedException {
    int start = 0;
    int total = Integer.MAX_VALUE;
    while (start < total) {
      switch (page(account, credentials, fetch.nextDay(), start)) {
        case ReportAnswer.Refused why -> {
          return why;
        }
        case ReportAnswer.Rows rows -> {
          total = rows.total();
          start += rows.rows();
          lines.addAll(rows.lines());
          if (rows.rows() == 0 && start < total || total > MOST_ROWS) {
            // rows that are announced and don't come would be asked for without end
            return new ReportAnswer.Refused(
                Trouble.UNREADABLE, null, start + " of " + total + " rows");
          }
          store.alive(fetch.id(), clock.instant());
        }
      }
    }
    return null;
  }

  private ReportAnswer page(BaiduAccount account, Credentials credentials, LocalDate day, int start)
      throws InterruptedException {
    Duration wait = FIRST_PAUSE;
    for (int i = 1; ; i++) {
      ReportAnswer answer = api.page(credentials, account.level(), day, start, ReportApi.PAGE);
      if (i == TRIES
          || !(answer instanceof ReportAnswer.Refused refused)
          || !refused.trouble().passing()) {
        return answer;
      }
      pause.take(wait);
      wait = wait.multipliedBy(2);
    }
  }

  private void bring(Fetch fetch, BaiduAccount account, List<ReportLine> lines) {
    transaction.executeWithoutResult(_ -> {
      SpendReports.Brought brought =
          reports.bring(fetch.id(), account.channelId(), lines, Caller.system());
      store.brought(fetch, brought, lines.stream().mapToLong(ReportLine::amountFen).sum());
    });
  }

  private void stop(Fetch fetch, ReportAnswer.Refused why) {
    if (why.trouble().passing() && fetch.attempts() + 1 < MOST_ATTEMPTS) {
      Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(5, fetch.attempts()));
      store.later(fetch.id(), why, clock.instant().plus(delay));
    } else {
      store.end(fetch.id(), Fetch.Status.FAILED, why, clock.instant());
    }
  }

  private void finish(Fetch fetch) {
    boolean complete = fetch.failedDays().isEmpty();
    transaction.executeWithoutResult(_ -> {
      store.end(
          fetch.id(), complete ? Fetch.Status.DONE : Fetch.Status.PARTIAL, null, clock.instant());
      fetchedUntil(fetch).ifPresent(until -> accounts.fetchedUntil(fetch.accountId(), until));
    });
  }

  /** The last day before the first that is missing, where the fetch joins what was there. */
  private Optional<LocalDate> fetchedUntil(Fetch fetch) {
    LocalDate known = accounts.find(fetch.accountId()).map(BaiduAccount::fetchedUntil).orElse(null);
    if (known != null && fetch.dayFrom().isAfter(known.plusDays(1))) {
      return Optional.empty();
    }
    LocalDate until =
        fetch.failedDays().stream()
            .map(failed -> failed.day().minusDays(1))
            .min(LocalDate::compareTo)
            .orElse(fetch.dayTo());
    return until.isBefore(fetch.dayFrom()) ? Optional.empty() : Optional.of(until);
  }
}
