package io.leadwell.connect.baidu;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports fetched from Baidu: every day by itself, and any days when somebody asks. */
@Service
public class Fetches {

  /** Baidu corrects the last days: clicks found to be false are taken back. */
  private static final int CORRECTED_DAYS = 3;

  private static final int FIRST_DAYS = 30;
  private static final int MOST_DAYS = 366;
  private static final int SHOWN = 30;

  private final FetchStore store;
  private final BaiduAccounts accounts;
  private final Audit audit;
  private final Clock clock;

  Fetches(FetchStore store, BaiduAccounts accounts, Audit audit, Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** The latest fetches of an account, newest first. */
  public List<Fetch> of(UUID accountId) {
    return store.ofAccount(accountId, SHOWN);
  }

  public Fetch find(UUID id) {
    return store.find(id).orElseThrow(() -> new Problem(BaiduProblem.BAIDU_FETCH_NOT_FOUND));
  }

  /** Begins to fetch these days, both ends included; days of the future have no report. */
  @Transactional
  public Fetch start(UUID accountId, LocalDate from, LocalDate to, Caller who) {
    BaiduAccount account = accounts.find(accountId);
    LocalDate today = LocalDate.now(clock.withZone(BaiduAccounts.ZONE));
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1 || days > MOST_DAYS || to.isAfter(today)) {
      throw Problem.field(BaiduProblem.BAIDU_DAYS_INVALID, "to", "problem.BAIDU_DAYS_INVALID");
    }
    UUID id =
        store
            .insert(accountId, null, from, to, clock.instant(), who)
            .orElseThrow(() -> new Problem(BaiduProblem.BAIDU_FETCH_RUNNING));
    audit.record(
        who,
        "baidu.fetch",
        "baidu",
        accountId.toString(),
        account.userName(),
        Map.of("from", from.toString(), "to", to.toString()));
    return find(id);
  }

  @Transactional
  public Fetch cancel(UUID id, Caller who) {
    Fetch fetch = find(id);
    store.cancel(id, clock.instant());
    audit.record(who, "baidu.fetch.cancel", "baidu", fetch.accountId().toString(), null, Map.of());
    return find(id);
  }

  /** Today's fetch of each account whose hour has come, unless there is one. */
  @Transactional
  public void planDaily() {
    ZonedDateTime now = clock.instant().atZone(BaiduAccounts.ZONE);
    LocalDate today = now.toLocalDate();
    LocalDate yesterday = today.minusDays(1);
    for (BaiduAccount account : accounts.all()) {
      if (account.enabled() && now.getHour() >= account.fetchHour()) {
        store.insert(
            account.id(),
            today,
            begin(account, yesterday),
            yesterday,
            now.toInstant(),
            Caller.system());
      }
    }
  }

  /** What is missing, and the last days again; a long gap is for somebody to ask for. */
  private static LocalDate begin(BaiduAccount account, LocalDate yesterday) {
    LocalDate until = account.fetchedUntil();
    LocalDate first = yesterday.minusDays(FIRST_DAYS - 1);
    if (until == null) {
      return first;
    }
    LocalDate corrected = yesterday.minusDays(CORRECTED_DAYS - 1);
    LocalDate missing = until.plusDays(1);
    LocalDate begin = missing.isBefore(corrected) ? missing : corrected;
    return begin.isBefore(first) ? first : begin;
  }
}
