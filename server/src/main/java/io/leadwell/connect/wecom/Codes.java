package io.leadwell.connect.wecom;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
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
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Channel codes, acquisition links, QR codes of accounts, links into mini-programs. */
@Service
public class Codes {

  private static final int NAME_LENGTH = 60;
  private static final int QUERY_LENGTH = 800;
  private static final int STATE_LENGTH = 8;
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final Pattern PAGE = Pattern.compile("[\\w./-]{1,200}");
  private static final Pattern QUERY = Pattern.compile("[\\w.~%!*'()&=+,:;@-]*");
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
  private final ColleagueStore colleagues;
  private final PictureCopies pictures;
  private final Channels channels;
  private final Campaigns campaigns;
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
      ColleagueStore colleagues,
      PictureCopies pictures,
      Channels channels,
      Campaigns campaigns,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.list = list;
    this.figures = figures;
    this.making = making;
    this.calls = calls;
    this.connections = connections;
    this.colleagues = colleagues;
    this.pictures = pictures;
    this.channels = channels;
    this.campaigns = campaigns;
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
    CodeDraft draft = checked(wanted);
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
        checked(
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
      throw invalid("identity", "wecom.identityForm");
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

  private CodeDraft checked(CodeDraft draft) {
    Connection connection =
        connections
            .find(draft.connectionId())
            .orElseThrow(() -> new Problem(WecomProblem.CONNECTION_NOT_FOUND));
    if (connection.kind() != draft.kind().of()) {
      throw new Problem(WecomProblem.CONNECTION_OF_OTHER_KIND);
    }
    String name = draft.name().strip();
    if (name.isEmpty() || name.length() > NAME_LENGTH) {
      throw invalid("name", "wecom.nameLength", NAME_LENGTH);
    }
    if (draft.channelId() != null && channels.find(draft.channelId()).isEmpty()) {
      throw invalid("channelId", "wecom.channelUnknown");
    }
    if (draft.campaignId() != null && campaigns.find(draft.campaignId()).isEmpty()) {
      throw invalid("campaignId", "wecom.campaignUnknown");
    }
    checkUsers(draft);
    checkWelcome(draft);
    checkPage(draft);
    return new CodeDraft(
        draft.connectionId(),
        draft.kind(),
        name,
        draft.channelId(),
        draft.campaignId(),
        draft.users().stream().distinct().toList(),
        draft.skipVerify(),
        draft.welcome(),
        draft.page(),
        draft.query());
  }

  private void checkUsers(CodeDraft draft) {
    int most = draft.kind().mostUsers();
    int users = draft.users().size();
    if (draft.kind().addsColleague() ? users == 0 || users > most : users > 0) {
      throw invalid("users", "wecom.users", most);
    }
    Set<String> known =
        colleagues.of(draft.connectionId()).stream()
            .map(Colleague::userId)
            .collect(Collectors.toSet());
    draft.users().stream()
        .filter(user -> !known.contains(user))
        .findFirst()
        .ifPresent(user -> {
          throw invalid("users", "wecom.userUnknown", user);
        });
  }

  private void checkWelcome(CodeDraft draft) {
    WelcomeMessage welcome = draft.welcome();
    if (welcome == null || welcome.isEmpty()) {
      return;
    }
    if (!draft.kind().welcomes()) {
      throw invalid("welcome.text", "wecom.noWelcome");
    }
    welcome.check(draft.kind());
    for (WelcomeMessage.Attachment one : welcome.attachments()) {
      if (one.pictureId() != null && !pictures.exists(one.pictureId())) {
        throw invalid("welcome.attachments", "wecom.welcomePicture");
      }
    }
  }

  private static void checkPage(CodeDraft draft) {
    if (draft.page() != null && !PAGE.matcher(draft.page()).matches()) {
      throw invalid("page", "wecom.pageForm");
    }
    String query = draft.query();
    if (query != null && (query.length() > QUERY_LENGTH || !QUERY.matcher(query).matches())) {
      throw invalid("query", "wecom.queryForm", QUERY_LENGTH);
    }
  }

  private static Problem invalid(String field, String text, Object... arguments) {
    return Problem.field(WecomProblem.CODE_INVALID, field, text, arguments);
  }
}
