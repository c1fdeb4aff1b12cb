package io.leadwell.connect.wecom;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.connect.wecom.Code.Status;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Channel codes, acquisition links, QR codes of accounts, links into mini-programs. */
@Service
public class Codes {

  private static final int STATE_LENGTH = 8;
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9_.~-]{1,200}");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A code's picture. */
  public record Picture(String type, byte[] content) {}

  /** First words that were said or could not be. */
  public record WelcomeSaid(
      String state, Instant at, @Nullable Instant endedAt, @Nullable Trouble problem) {}

  /**
   * A link into a mini-program.
   *
   * @param scheme opens in WeChat, never expires
   * @param url opens in any browser, for thirty days; null unless asked for
   */
  public record MiniLink(String scheme, @Nullable String url) {}

  private final CodeStore store;
  private final CodeList list;
  private final CodeFigureStore figures;
  private final CodeMaking making;
  private final CodeCalls calls;
  private final ConnectionStore connections;
  private final CodeCheck check;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Codes(
      CodeStore store,
      CodeList list,
      CodeFigureStore figures,
      CodeMaking making,
      CodeCalls calls,
      ConnectionStore connections,
      CodeCheck check,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.list = list;
    this.figures = figures;
    this.making = making;
    this.calls = calls;
    this.connections = connections;
    this.check = check;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  public Page<Code> page(CodeFilter filter, @Nullable String cursor, int limit) {
    return list.page(filter, cursor, limit);
  }

  public Code get(UUID id) {
    return store.find(id).orElseThrow(() -> new Problem(WecomProblem.CODE_NOT_FOUND));
  }

  public Map<UUID, CodeFigures> figures(Collection<UUID> codes) {
    return codes.isEmpty() ? Map.of() : figures.of(codes);
  }

  public List<WelcomeSaid> welcomes(UUID id, int most) {
    return list.welcomes(get(id).id(), most);
  }

  /** The picture that Tencent drew; refused for those drawn from their address. */
  public Picture picture(UUID id) {
    return store
        .picture(id)
        .map(found -> new Picture(found.type(), found.content()))
        .orElseThrow(() -> new Problem(WecomProblem.CODE_NOT_READY));
  }

  /** Kept here before it is made at Tencent; what comes back says how that went. */
  public Code add(CodeDraft wanted, Caller who) {
    CodeDraft draft = check.checked(wanted);
    UUID id = Ids.next();
    transaction.executeWithoutResult(_ -> {
      store.add(id, draft, state(), who.memberId(), now());
      record(who, "code.added", id, draft);
    });
    making.make(id, false);
    return get(id);
  }

  public Code change(UUID id, CodeDraft wanted, Caller who) {
    Code before = get(id);
    if (before.status() == Status.ENDED) {
      throw new Problem(WecomProblem.CODE_ENDED, before.name());
    }
    CodeDraft draft =
        check.checked(
            new CodeDraft(
                before.connectionId(),
                before.kind(),
                wanted.name(),
                wanted.channelId(),
                wanted.campaignId(),
                wanted.users(),
                wanted.skipVerify(),
                wanted.welcome(),
                wanted.page(),
                wanted.query()));
    transaction.executeWithoutResult(_ -> {
      store.change(id, draft, now());
      record(who, "code.changed", id, draft);
    });
    making.make(id, true);
    return get(id);
  }

  /** Asks Tencent again for one that was refused or takes too long; renews a link that expires. */
  public Code retry(UUID id, Caller who) {
    Code code = get(id);
    if (code.status() == Status.ENDED) {
      throw new Problem(WecomProblem.CODE_ENDED, code.name());
    }
    transaction.executeWithoutResult(_ -> {
      store.status(id, Status.MAKING, now());
      audit.record(who, "code.retried", "code", id.toString(), code.name(), Map.of());
    });
    making.make(id, true);
    return get(id);
  }

  /** Ends it here and there. What came by it stays. */
  public Code end(UUID id, Caller who) {
    Code code = get(id);
    Trouble trouble = code.status() == Status.ENDED ? code.problem() : making.end(code);
    transaction.executeWithoutResult(_ -> {
      store.ended(id, trouble);
      audit.record(who, "code.ended", "code", id.toString(), code.name(), Map.of());
    });
    return get(id);
  }

  /**
   * A link into a mini-program that says by which code and for whom it was made.
   *
   * @param identity of whom it is sent to, as the page will get it; null for everybody
   * @param web whether a link for browsers is wanted too, which Tencent must make
   */
  public MiniLink mini(UUID id, @Nullable String identity, boolean web) {
    Code code = get(id);
    if (code.kind() != CodeKind.MINI) {
      throw new Problem(WecomProblem.CONNECTION_OF_OTHER_KIND);
    }
    if (code.status() == Status.ENDED) {
      throw new Problem(WecomProblem.CODE_ENDED, code.name());
    }
    if (identity != null && !IDENTITY.matcher(identity).matches()) {
      throw CodeCheck.invalid("identity", "wecom.identityForm");
    }
    Connection connection = connections.find(code.connectionId()).orElseThrow();
    String query = CodeCalls.query(code, identity);
    String scheme = CodeCalls.scheme(connection.appId(), code, query);
    if (!web) {
      return new MiniLink(scheme, null);
    }
    if (identity == null && code.url() != null) {
      return new MiniLink(scheme, code.url());
    }
    Credentials as =
        connections
            .credentials(code.connectionId())
            .orElseThrow(() -> new Problem(WecomProblem.CONNECTION_INCOMPLETE, connection.name()));
    try {
      return new MiniLink(scheme, calls.urlLink(as, code, query));
    } catch (TencentFailure failure) {
      throw failure.problem();
    }
  }

  private void record(Caller who, String action, UUID id, CodeDraft draft) {
    audit.record(
        who,
        action,
        "code",
        id.toString(),
        draft.name(),
        Map.of("codeKind", draft.kind().word(), "users", draft.users().size()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Short enough for every kind, and nothing that a reader would take for another. */
  private static String state() {
    StringBuilder state = new StringBuilder("lw");
    for (int i = 0; i < STATE_LENGTH; i++) {
      state.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
    }
    return state.toString();
  }
}
