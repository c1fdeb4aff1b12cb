package io.leadwell.connect.wecom;

import static io.leadwell.tables.leads.Tables.TOUCH;
import static io.leadwell.tables.wecom.Tables.CONTACT;
import static io.leadwell.tables.wecom.Tables.INCOMING;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.demo.tencent.StandInCaller;
import io.leadwell.demo.tencent.StandInCorp;
import io.leadwell.demo.tencent.StandInEvents;
import io.leadwell.testing.OnPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** A server of its own process is killed while it is being called back. */
@OnPostgres
class KilledServerTests {

  private static final int CALLERS = 6;
  private static final int ENOUGH = 120;

  @Autowired private Connections connections;
  @Autowired private IncomingWork work;
  @Autowired private Environment environment;
  @Autowired private DSLContext dsl;
  @LocalServerPort private int port;

  @Test
  void whatever_was_acknowledged_before_the_kill_is_taken_in_once_by_the_next() throws Exception {
    Corp corp = Corp.wecom(connections, port);
    int other = freePort();
    Path said = Path.of(environment.getRequiredProperty("leadwell.data")).resolve("server.json");
    byte[] ours = Files.readAllBytes(said);
    Process server = start(other);
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    try {
      StandInCaller caller =
          new StandInCaller(
              URI.create("http://127.0.0.1:" + other + "/api/callbacks/wecom/" + corp.connection),
              StandInCorp.CORP_ID,
              Corp.TOKEN,
              Corp.AES_KEY);
      Settled.until(() -> answers(caller));
      AtomicInteger next = new AtomicInteger();
      try (var threads = Executors.newFixedThreadPool(CALLERS)) {
        for (int i = 0; i < CALLERS; i++) {
          threads.submit(() -> callUntilDead(server, caller, next, acknowledged));
        }
        Settled.until(() -> acknowledged.size() >= ENOUGH);
        server.destroyForcibly();
      }
    } finally {
      server.destroyForcibly().waitFor();
      // The dead one had put its own address there.
      Files.write(said, ours);
    }
    assertThat(acknowledged.size()).isGreaterThanOrEqualTo(ENOUGH);

    dsl.update(INCOMING)
        .set(INCOMING.DUE_AT, Instant.now().minusSeconds(1))
        .where(INCOMING.STATE.eq(IncomingStore.WAITING))
        .execute();
    Corp.settle(dsl, work);
    Map<String, Integer> touches = new ConcurrentHashMap<>();
    dsl.select(CONTACT.EXTERNAL_ID)
        .from(CONTACT)
        .join(TOUCH)
        .on(TOUCH.PERSON_ID.eq(CONTACT.PERSON_ID))
        .forEach(row -> touches.merge(row.value1(), 1, Integer::sum));
    assertThat(touches.keySet()).as("none is lost").containsAll(acknowledged);
    assertThat(new TreeSet<>(touches.values())).as("none is doubled").containsExactly(1);
  }

  /** Each event is told until it is acknowledged, as Tencent does, by different letters. */
  private static void callUntilDead(
      Process server, StandInCaller caller, AtomicInteger next, Set<String> acknowledged) {
    while (server.isAlive()) {
      String id = "wmKill" + next.getAndIncrement();
      Corp.TENCENT.corp().meet(id, id, null, Corp.bond("zhangsan", Corp.NOW, null));
      String event =
          StandInEvents.contact("add_external_contact", id, "zhangsan", Corp.NOW, null, null);
      try {
        if (caller.tell(event) == 200) {
          acknowledged.add(id);
        }
      } catch (UncheckedIOException killed) {
        return;
      }
    }
  }

  private static boolean answers(StandInCaller caller) {
    try {
      return caller.greet("alive").statusCode() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private Process start(int other) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "io.leadwell.Leadwell",
            "--server.port=" + other,
            "--leadwell.database=" + environment.getRequiredProperty("leadwell.database"),
            "--leadwell.data=" + environment.getRequiredProperty("leadwell.data"),
            "--leadwell.tencent.wecom=" + Corp.TENCENT.address(),
            "--leadwell.tencent.weixin=" + Corp.TENCENT.address())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
