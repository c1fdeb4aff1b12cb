package io.leadwell.connect.baidu;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The search accounts whose reports are fetched. */
@Service
public class BaiduAccounts {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TOKEN = 2_000;
  private static final int HINT = 4;

  private final AccountStore store;
  private final ReportApi api;
  private final Channels channels;
  private final Vault vault;
  private final Audit audit;
  private final Clock clock;

  BaiduAccounts(
      AccountStore store, ReportApi api, Channels channels, Vault vault, Audit audit, Clock clock) {
    this.store = store;
    this.api = api;
    this.channels = channels;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  public List<BaiduAccount> all() {
    return store.all();
  }

  public BaiduAccount find(UUID id) {
    return store.find(id).orElseThrow(() -> new Problem(BaiduProblem.BAIDU_ACCOUNT_NOT_FOUND));
  }

  @Transactional
  public BaiduAccount add(BaiduAccountDraft wanted, Caller who) {
    BaiduAccountDraft draft = checked(wanted, null);
    String token = draft.token();
    if (token == null) {
      throw Problem.field(BaiduProblem.BAIDU_TOKEN_MISSING, "token", "problem.BAIDU_TOKEN_MISSING");
    }
    UUID id = Ids.next();
    store.insert(id, draft, channel(draft), vault.seal(token, purpose(id)), hint(token));
    audit.record(
        who, "baidu.add", "baidu", id.toString(), draft.userName(), Map.of("token", "set"));
    return find(id);
  }

  /** Changes an account: {@code edit} turns its present state into the wanted one. */
  @Transactional
  public BaiduAccount change(UUID id, UnaryOperator<BaiduAccountDraft> edit, Caller who) {
    BaiduAccount before = find(id);
    BaiduAccountDraft draft = checked(edit.apply(before.draft()), id);
    store.update(id, draft, channel(draft));
    String token = draft.token();
    if (token != null) {
      store.token(id, vault.seal(token, purpose(id)), hint(token));
    }
    audit.record(
        who,
        "baidu.change",
        "baidu",
        id.toString(),
        draft.userName(),
        changes(before, draft, token != null));
    return find(id);
  }

  /** Forgets the account and its token; what was fetched stays. */
  @Transactional
  public void remove(UUID id, Caller who) {
    BaiduAccount before = find(id);
    store.delete(id);
    audit.record(who, "baidu.remove", "baidu", id.toString(), before.userName(), Map.of());
  }

  /** Asks Baidu for a line of yesterday's report, and says what is wrong if it gives none. */
  public BaiduTest test(UUID id) {
    BaiduAccount account = find(id);
    Credentials credentials = credentials(account);
    if (credentials == null) {
      return new BaiduTest.Fails(Trouble.TOKEN_UNREADABLE, null, null);
    }
    LocalDate yesterday = LocalDate.now(clock.withZone(ZONE)).minusDays(1);
    return switch (api.page(credentials, account.level(), yesterday, 0, 1)) {
      case ReportAnswer.Rows(var lines, int rows, int total) -> new BaiduTest.Works(total);
      case ReportAnswer.Refused(Trouble trouble, var code, var message) ->
          new BaiduTest.Fails(trouble, code, message);
    };
  }

  /** Null when the token can't be unsealed. */
  @Nullable Credentials credentials(BaiduAccount account) {
    try {
      return new Credentials(
          account.userName(), vault.open(store.token(account.id()), purpose(account.id())));
    } catch (Problem unreadable) {
      return null;
    }
  }

  private BaiduAccountDraft checked(BaiduAccountDraft draft, @Nullable UUID own) {
    String name = draft.userName().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(c -> c < ' ')) {
      throw Problem.field(
          BaiduProblem.BAIDU_ACCOUNT_INVALID, "userName", "problem.BAIDU_ACCOUNT_INVALID");
    }
    String token = draft.token() == null ? null : draft.token().strip();
    if (token != null
        && (token.isEmpty()
            || token.length() > LONGEST_TOKEN
            || !token.chars().allMatch(c -> c > ' ' && c < 127))) {
      throw Problem.field(BaiduProblem.BAIDU_TOKEN_MISSING, "token", "problem.BAIDU_TOKEN_MISSING");
    }
    if (draft.fetchHour() < 0 || draft.fetchHour() > 23) {
      throw Problem.field(
          BaiduProblem.BAIDU_ACCOUNT_INVALID, "fetchHour", "problem.BAIDU_ACCOUNT_INVALID");
    }
    store
        .named(name)
        .filter(holder -> !holder.equals(own))
        .ifPresent(holder -> {
          throw new Problem(BaiduProblem.BAIDU_ACCOUNT_TAKEN, name);
        });
    return new BaiduAccountDraft(
        name, token, draft.channelId(), draft.level(), draft.enabled(), draft.fetchHour());
  }

  private UUID channel(BaiduAccountDraft draft) {
    UUID id = draft.channelId();
    if (id == null || channels.find(id).isEmpty()) {
      throw Problem.field(
          BaiduProblem.BAIDU_CHANNEL_MISSING, "channelId", "problem.BAIDU_CHANNEL_MISSING");
    }
    return id;
  }

  private static Map<String, Object> changes(
      BaiduAccount before, BaiduAccountDraft after, boolean token) {
    Map<String, Object> changes = new LinkedHashMap<>();
    note(changes, "userName", before.userName(), after.userName());
    note(changes, "channelId", before.channelId(), after.channelId());
    note(changes, "level", before.level().word(), after.level().word());
    note(changes, "enabled", before.enabled(), after.enabled());
    note(changes, "fetchHour", before.fetchHour(), after.fetchHour());
    if (token) {
      changes.put("token", "changed");
    }
    return changes;
  }

  private static void note(
      Map<String, Object> changes, String field, Object before, @Nullable Object after) {
    if (!before.equals(after)) {
      changes.put(field, Map.of("before", before.toString(), "after", String.valueOf(after)));
    }
  }

  private static String purpose(UUID id) {
    return "baidu.token:" + id;
  }

  private static String hint(String token) {
    return token.length() < 3 * HINT ? "" : token.substring(token.length() - HINT);
  }
}
