package io.leadwell.connect.wecom;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.connect.wecom.Callbacks.Reason;
import io.leadwell.connect.wecom.Callbacks.Refusals;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** How what is called back fares: what came, what waits and why, what was turned away. */
@Service
public class Reception {

  /**
   * @param problem of the newest one that waits for another try or was given up
   * @param comparedAt when contacts were last compared with WeCom's own lists
   * @param refusals since the start of the server
   */
  public record State(
      @Nullable Instant lastReceivedAt,
      int waiting,
      int failed,
      int unknown,
      int done,
      @Nullable Trouble problem,
      boolean comparing,
      @Nullable Instant comparedAt,
      Map<Reason, Refusals> refusals) {}

  private final ConnectionStore connections;
  private final IncomingStore incoming;
  private final IncomingWork work;
  private final Callbacks callbacks;
  private final CatchUp catchUp;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Reception(
      ConnectionStore connections,
      IncomingStore incoming,
      IncomingWork work,
      Callbacks callbacks,
      CatchUp catchUp,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.connections = connections;
    this.incoming = incoming;
    this.work = work;
    this.callbacks = callbacks;
    this.catchUp = catchUp;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  public State of(UUID connectionId) {
    Map<String, Integer> states = incoming.states(connectionId);
    return new State(
        incoming.lastReceived(connectionId).orElse(null),
        states.getOrDefault(IncomingStore.WAITING, 0),
        states.getOrDefault(IncomingStore.FAILED, 0),
        states.getOrDefault(IncomingStore.UNKNOWN, 0),
        states.getOrDefault(IncomingStore.DONE, 0),
        incoming.lastProblem(connectionId).orElse(null),
        catchUp.isRunning(connectionId),
        connections.caughtUpAt(connectionId),
        callbacks.refusals(connectionId));
  }

  /** Those that were given up, and those that wait, are taken in now. */
  public int retry(UUID connectionId, Caller who) {
    Connection connection = connection(connectionId);
    Integer again =
        transaction.execute(_ -> {
          int count = incoming.retry(connectionId, clock.instant());
          audit.record(
              who,
              "callbacks.retried",
              "connection",
              connectionId.toString(),
              connection.name(),
              Map.of("rows", count));
          return count;
        });
    work.nudge();
    return again == null ? 0 : again;
  }

  /** Compares with WeCom's own lists, in the background. */
  public void catchUp(UUID connectionId, Caller who) {
    Connection connection = connection(connectionId);
    if (connection.kind() != ConnectionKind.WECOM) {
      throw new Problem(WecomProblem.CONNECTION_OF_OTHER_KIND);
    }
    if (!connection.hasSecret()) {
      throw new Problem(WecomProblem.CONNECTION_INCOMPLETE, connection.name());
    }
    transaction.executeWithoutResult(_ ->
        audit.record(
            who,
            "contacts.compared",
            "connection",
            connectionId.toString(),
            connection.name(),
            Map.of()));
    catchUp.begin(connectionId);
  }

  private Connection connection(UUID id) {
    return connections.find(id).orElseThrow(() -> new Problem(WecomProblem.CONNECTION_NOT_FOUND));
  }
}
