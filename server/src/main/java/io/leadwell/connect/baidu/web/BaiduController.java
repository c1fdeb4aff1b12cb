package io.leadwell.connect.baidu.web;

import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.connect.baidu.BaiduAccount;
import io.leadwell.connect.baidu.BaiduAccountDraft;
import io.leadwell.connect.baidu.BaiduAccounts;
import io.leadwell.connect.baidu.BaiduTest;
import io.leadwell.connect.baidu.Fetch;
import io.leadwell.connect.baidu.Fetches;
import io.leadwell.connect.baidu.ReportLevel;
import io.leadwell.connect.baidu.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of Baidu accounts and of their fetches. */
@RestController
@RequestMapping("/api/v1/baidu")
class BaiduController {

  /** What an account is to be; what is left out stays as it is. */
  record AccountBody(
      @Nullable String userName,
      @Nullable String token,
      @Nullable UUID channelId,
      @Nullable String level,
      @Nullable Boolean enabled,
      @Nullable Integer fetchHour) {}

  record DaysBody(@Nullable LocalDate from, @Nullable LocalDate to) {}

  record AccountView(
      UUID id,
      String userName,
      String tokenHint,
      UUID channelId,
      String level,
      boolean enabled,
      int fetchHour,
      @Nullable LocalDate fetchedUntil,
      @Nullable FetchView lastFetch) {}

  record TestView(
      boolean works,
      @Nullable Integer lines,
      @Nullable String trouble,
      @Nullable String advice,
      @Nullable String code,
      @Nullable String message) {}

  record FetchView(
      UUID id,
      UUID accountId,
      boolean scheduled,
      LocalDate from,
      LocalDate to,
      String status,
      long daysDone,
      long days,
      List<Fetch.FailedDay> failedDays,
      long linesNew,
      long linesChanged,
      long linesSame,
      long amountFen,
      int otherLevelDays,
      @Nullable String trouble,
      @Nullable String advice,
      @Nullable String code,
      @Nullable String message,
      Instant notBefore,
      String askedBy,
      Instant createdAt,
      @Nullable Instant finishedAt) {}

  private final BaiduAccounts accounts;
  private final Fetches fetches;
  private final Texts texts;

  BaiduController(BaiduAccounts accounts, Fetches fetches, Texts texts) {
    this.accounts = accounts;
    this.fetches = fetches;
    this.texts = texts;
  }

  @GetMapping("/accounts")
  @Allow(Permission.SETTINGS_READ)
  List<AccountView> all(HttpServletRequest request) {
    Locale language = Languages.of(request);
    return accounts.all().stream().map(account -> view(account, language)).toList();
  }

  @PostMapping("/accounts")
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.SETTINGS_EDIT)
  AccountView add(@RequestBody AccountBody body, HttpServletRequest request, Caller caller) {
    BaiduAccountDraft blank = new BaiduAccountDraft("", null, null, ReportLevel.KEYWORD, true, 8);
    return view(accounts.add(draft(body, blank), caller), Languages.of(request));
  }

  @PatchMapping("/accounts/{id}")
  @Allow(Permission.SETTINGS_EDIT)
  AccountView change(
      @PathVariable UUID id,
      @RequestBody AccountBody body,
      HttpServletRequest request,
      Caller caller) {
    return view(accounts.change(id, before -> draft(body, before), caller), Languages.of(request));
  }

  @DeleteMapping("/accounts/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Permission.SETTINGS_EDIT)
  void remove(@PathVariable UUID id, Caller caller) {
    accounts.remove(id, caller);
  }

  /** Asks Baidu, and says what is wrong. */
  @PostMapping("/accounts/{id}/test")
  @Allow(Permission.SETTINGS_EDIT)
  TestView test(@PathVariable UUID id, HttpServletRequest request) {
    return switch (accounts.test(id)) {
      case BaiduTest.Works(int lines) -> new TestView(true, lines, null, null, null, null);
      case BaiduTest.Fails(Trouble trouble, var code, var message) ->
          new TestView(
              false, null, trouble.word(), advice(trouble, Languages.of(request)), code, message);
    };
  }

  @GetMapping("/accounts/{id}/fetches")
  @Allow(Permission.SETTINGS_READ)
  List<FetchView> fetches(@PathVariable UUID id, HttpServletRequest request) {
    Locale language = Languages.of(request);
    return fetches.of(id).stream().map(fetch -> view(fetch, language)).toList();
  }

  @PostMapping("/accounts/{id}/fetches")
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.SETTINGS_EDIT)
  FetchView start(
      @PathVariable UUID id,
      @RequestBody DaysBody body,
      HttpServletRequest request,
      Caller caller) {
    LocalDate from = body.from();
    LocalDate to = body.to();
    if (from == null || to == null) {
      throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, from == null ? "from" : "to");
    }
    return view(fetches.start(id, from, to, caller), Languages.of(request));
  }

  @GetMapping("/fetches/{id}")
  @Allow(Permission.SETTINGS_READ)
  FetchView one(@PathVariable UUID id, HttpServletRequest request) {
    return view(fetches.find(id), Languages.of(request));
  }

  @PostMapping("/fetches/{id}/cancel")
  @Allow(Permission.SETTINGS_EDIT)
  FetchView cancel(@PathVariable UUID id, HttpServletRequest request, Caller caller) {
    return view(fetches.cancel(id, caller), Languages.of(request));
  }

  private AccountView view(BaiduAccount account, Locale language) {
    FetchView last =
        fetches.of(account.id()).stream()
            .findFirst()
            .map(fetch -> view(fetch, language))
            .orElse(null);
    return new AccountView(
        account.id(),
        account.userName(),
        account.tokenHint(),
        account.channelId(),
        account.level().word(),
        account.enabled(),
        account.fetchHour(),
        account.fetchedUntil(),
        last);
  }

  private FetchView view(Fetch fetch, Locale language) {
    return new FetchView(
        fetch.id(),
        fetch.accountId(),
        fetch.scheduledOn() != null,
        fetch.dayFrom(),
        fetch.dayTo(),
        fetch.status().word(),
        ChronoUnit.DAYS.between(fetch.dayFrom(), fetch.nextDay()),
        ChronoUnit.DAYS.between(fetch.dayFrom(), fetch.dayTo()) + 1,
        fetch.failedDays(),
        fetch.linesNew(),
        fetch.linesChanged(),
        fetch.linesSame(),
        fetch.amountFen(),
        fetch.otherLevelDays(),
        fetch.trouble() == null ? null : fetch.trouble().word(),
        fetch.trouble() == null ? null : advice(fetch.trouble(), language),
        fetch.code(),
        fetch.message(),
        fetch.notBefore(),
        fetch.askedBy(),
        fetch.createdAt(),
        fetch.finishedAt());
  }

  private String advice(Trouble trouble, Locale language) {
    return texts.of(language, "baidu.trouble." + trouble.word());
  }

  private static BaiduAccountDraft draft(AccountBody body, BaiduAccountDraft before) {
    return new BaiduAccountDraft(
        body.userName() == null ? before.userName() : body.userName(),
        body.token() == null || body.token().isBlank() ? before.token() : body.token(),
        body.channelId() == null ? before.channelId() : body.channelId(),
        body.level() == null ? before.level() : level(body.level()),
        body.enabled() == null ? before.enabled() : body.enabled(),
        body.fetchHour() == null ? before.fetchHour() : body.fetchHour());
  }

  private static ReportLevel level(String word) {
    try {
      return ReportLevel.of(word);
    } catch (IllegalArgumentException e) {
      throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, "level");
    }
  }
}
