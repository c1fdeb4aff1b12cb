package io.leadwell.connect.wecom;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is connected at Tencent, and whether it works. */
@Service
public class Connections {

  private static final int NAME_LENGTH = 60;
  private static final Pattern CORP_ID = Pattern.compile("[A-Za-z0-9_-]{4,64}");
  private static final Pattern APP_ID = Pattern.compile("wx[0-9a-f]{16}");
  private static final Pattern AGENT_ID = Pattern.compile("[0-9]{1,20}");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{10,200}");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{3,32}");
  private static final Pattern AES_KEY = Pattern.compile("[A-Za-z0-9+/]{43}");

  private final ConnectionStore store;
  private final Callbacks callbacks;
  private final Examination examination;
  private final Tokens tokens;
  private final Channels channels;
  private final Audit audit;
  private final Clock clock;

  Connections(
      ConnectionStore store,
      Callbacks callbacks,
      Examination examination,
      Tokens tokens,
      Channels channels,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.callbacks = callbacks;
    this.examination = examination;
    this.tokens = tokens;
    this.channels = channels;
    this.audit = audit;
    this.clock = clock;
  }

  public List<Connection> all() {
    return store.all();
  }

  public Connection get(UUID id) {
    return store.find(id).orElseThrow(() -> new Problem(WecomProblem.CONNECTION_NOT_FOUND));
  }

  @Transactional
  public Connection add(ConnectionDraft wanted, Caller who) {
    ConnectionDraft draft = checked(wanted);
    if (store.taken(draft.kind(), draft.appId())) {
      throw new Problem(WecomProblem.CONNECTION_TAKEN, draft.appId());
    }
    UUID id = Ids.next();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    store.add(id, draft, draft.since() == null ? now : draft.since(), now);
    audit.record(
        who,
        "connection.added",
        "connection",
        id.toString(),
        draft.name(),
        Map.of("connectionKind", draft.kind().word(), "appId", draft.appId()));
    return get(id);
  }

  /** Kind and app id stay: what has come in belongs to them. */
  @Transactional
  public Connection change(UUID id, ConnectionDraft wanted, Caller who) {
    Connection before =
        store.findForUpdate(id).orElseThrow(() -> new Problem(WecomProblem.CONNECTION_NOT_FOUND));
    ConnectionDraft draft = checked(wanted);
    if (draft.kind() != before.kind() || !draft.appId().equals(before.appId())) {
      throw invalid("appId", "wecom.appIdFixed");
    }
    store.change(id, draft, draft.since() == null ? before.since() : draft.since());
    audit.record(
        who,
        "connection.changed",
        "connection",
        id.toString(),
        draft.name(),
        changes(before, draft));
    afterCommit(() -> {
      callbacks.forget(id);
      tokens.forget(id);
    });
    return get(id);
  }

  /** Only one that nothing came by; others are switched off. */
  @Transactional
  public void remove(UUID id, Caller who) {
    Connection before = get(id);
    if (!store.remove(id)) {
      throw new Problem(WecomProblem.CONNECTION_IN_USE, before.name());
    }
    audit.record(who, "connection.removed", "connection", id.toString(), before.name(), Map.of());
    afterCommit(() -> callbacks.forget(id));
  }

  /** Asks Tencent now, with a fresh token, and keeps what was found. */
  public Checkup check(UUID id) {
    Connection connection = get(id);
    Credentials credentials =
        store
            .credentials(id)
            .orElseThrow(() -> new Problem(WecomProblem.CONNECTION_INCOMPLETE, connection.name()));
    tokens.forget(id);
    Checkup found = examination.examine(connection, credentials);
    store.checked(id, found);
    return found;
  }

  /** Runs at once outside of a transaction. */
  static void afterCommit(Runnable deed) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      deed.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            deed.run();
          }
        });
  }

  private static Map<String, Object> changes(Connection before, ConnectionDraft after) {
    Map<String, Object> changes = new LinkedHashMap<>();
    change(changes, "name", before.name(), after.name());
    change(changes, "agentId", before.agentId(), after.agentId());
    change(changes, "channelId", before.channelId(), after.channelId());
    change(changes, "active", before.active(), after.active());
    change(changes, "interactions", before.interactions(), after.interactions());
    if (after.since() != null) {
      change(changes, "since", before.since(), after.since());
    }
    // That a secret was changed is on record, never what it was or is.
    secret(changes, "secret", after.secret());
    secret(changes, "token", after.token());
    secret(changes, "aesKey", after.aesKey());
    return changes;
  }

  private static void change(
      Map<String, Object> changes, String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changes.put(
          field,
          Map.of("before", Objects.toString(before, ""), "after", Objects.toString(after, "")));
    }
  }

  private static void secret(Map<String, Object> changes, String field, @Nullable String fresh) {
    if (fresh != null) {
      changes.put(field, "changed");
    }
  }

  private ConnectionDraft checked(ConnectionDraft draft) {
    String name = draft.name().strip();
    if (name.isEmpty() || name.length() > NAME_LENGTH) {
      throw invalid("name", "wecom.nameLength", NAME_LENGTH);
    }
    String appId = draft.appId().strip();
    Pattern form = draft.kind() == ConnectionKind.WECOM ? CORP_ID : APP_ID;
    require(form, appId, "appId", "wecom.appIdForm");
    if (draft.channelId() != null && channels.find(draft.channelId()).isEmpty()) {
      throw invalid("channelId", "wecom.channelUnknown");
    }
    require(AGENT_ID, draft.agentId(), "agentId", "wecom.agentIdForm");
    require(SECRET, draft.secret(), "secret", "wecom.secretForm");
    require(TOKEN, draft.token(), "token", "wecom.tokenForm");
    require(AES_KEY, draft.aesKey(), "aesKey", "wecom.aesKeyForm");
    return new ConnectionDraft(
        draft.kind(),
        name,
        appId,
        draft.agentId(),
        draft.secret(),
        draft.token(),
        draft.aesKey(),
        draft.channelId(),
        draft.since(),
        draft.interactions(),
        draft.active());
  }

  private static void require(Pattern form, @Nullable String value, String field, String text) {
    if (value != null && !form.matcher(value).matches()) {
      throw invalid(field, text);
    }
  }

  private static Problem invalid(String field, String text, Object... arguments) {
    return Problem.field(WecomProblem.CONNECTION_INVALID, field, text, arguments);
  }
}
