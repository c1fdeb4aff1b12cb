package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.INCOMING;

import io.leadwell.base.workspace.Caller;
import io.leadwell.demo.tencent.StandIn;
import io.leadwell.demo.tencent.StandInAccount;
import io.leadwell.demo.tencent.StandInCaller;
import io.leadwell.demo.tencent.StandInCorp;
import io.leadwell.demo.tencent.StandInCorp.Bond;
import io.leadwell.demo.tencent.StandInEvents;
import io.leadwell.testing.Tencent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A firm at the stand-in for Tencent, connected to the server under test. */
final class Corp {

  static final String TOKEN = "hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo";
  static final String AES_KEY = "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt";
  static final StandIn TENCENT = Tencent.STAND_IN;

  /** Long enough ago for all that happens afterwards to have happened; Tencent counts seconds. */
  static final Instant NOW =
      Instant.now().minus(Duration.ofMinutes(15)).truncatedTo(ChronoUnit.SECONDS);

  final UUID connection;
  final StandInCaller caller;

  private Corp(UUID connection, StandInCaller caller) {
    this.connection = connection;
    this.caller = caller;
  }

  /** WeCom, from a stand-in that knows nothing yet. */
  static Corp wecom(Connections connections, int port) {
    TENCENT.reset();
    TENCENT.corp().hire(new StandInCorp.User("zhangsan", "张三", "zhang@example.com", "13800000001"));
    TENCENT.corp().hire(new StandInCorp.User("lisi", "李四", "li@example.com", "13800000002"));
    return open(connections, port, ConnectionKind.WECOM, StandInCorp.CORP_ID, StandInCorp.SECRET);
  }

  static Corp official(Connections connections, int port) {
    return open(
        connections, port, ConnectionKind.OFFICIAL, StandInAccount.APP_ID, StandInAccount.SECRET);
  }

  static Corp mini(Connections connections, int port) {
    return open(
        connections, port, ConnectionKind.MINI, StandInAccount.MINI_ID, StandInAccount.SECRET);
  }

  private static Corp open(
      Connections connections, int port, ConnectionKind kind, String appId, String secret) {
    UUID id = connections.add(draft(kind, appId, secret, null), Caller.system()).id();
    URI callback = URI.create("http://127.0.0.1:" + port + "/api/callbacks/wecom/" + id);
    return new Corp(id, new StandInCaller(callback, appId, TOKEN, AES_KEY));
  }

  static ConnectionDraft draft(
      ConnectionKind kind, String appId, @Nullable String secret, @Nullable UUID channel) {
    Set<Interaction> all = EnumSet.allOf(Interaction.class);
    return new ConnectionDraft(
        kind,
        "云帆" + kind,
        appId,
        null,
        secret,
        TOKEN,
        AES_KEY,
        channel,
        NOW.minusSeconds(86_400),
        all,
        true);
  }

  static CodeFigures figures(Codes codes, Code code) {
    return Objects.requireNonNull(codes.figures(List.of(code.id())).get(code.id()));
  }

  static Bond bond(String user, Instant at, @Nullable String state) {
    return new Bond(user, at.getEpochSecond(), state, 1, null, null, List.of(), List.of());
  }

  /** Somebody is added at Tencent and it calls back; returns the status of our answer. */
  int add(String externalId, String name, String user, Instant at, @Nullable String state) {
    TENCENT.corp().meet(externalId, name, null, bond(user, at, state));
    return tellAdded(externalId, user, at, state, null);
  }

  int tellAdded(
      String externalId,
      String user,
      Instant at,
      @Nullable String state,
      @Nullable String welcomeCode) {
    return caller.tell(
        StandInEvents.contact("add_external_contact", externalId, user, at, state, welcomeCode));
  }

  int tell(String change, String externalId, String user, Instant at) {
    return caller.tell(StandInEvents.contact(change, externalId, user, at, null, null));
  }

  /** Until everything that was called back is taken in or given up, or waits for another try. */
  static void settle(DSLContext dsl, IncomingWork work) {
    Settled.until(() -> {
      work.step();
      return dsl.fetchCount(
              INCOMING, INCOMING.STATE.eq(IncomingStore.WAITING).and(INCOMING.PROBLEM.isNull()))
          == 0;
    });
  }
}
