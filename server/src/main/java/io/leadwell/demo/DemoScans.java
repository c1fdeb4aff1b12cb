package io.leadwell.demo;

import io.leadwell.connect.wecom.Code;
import io.leadwell.connect.wecom.CodeKind;
import io.leadwell.connect.wecom.Codes;
import io.leadwell.connect.wecom.Connection;
import io.leadwell.connect.wecom.Connections;
import io.leadwell.connect.wecom.Reception;
import io.leadwell.demo.tencent.StandIn;
import io.leadwell.demo.tencent.StandInCaller;
import io.leadwell.demo.tencent.StandInCorp.Bond;
import io.leadwell.demo.tencent.StandInEvents;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Somebody scans a code at the stand-in for Tencent, which calls back over HTTP, signed and
 * encrypted, as it would from outside. Everything after that is the product's own doing.
 */
@Component
@ConditionalOnProperty("leadwell.demo")
public class DemoScans {

  static final String TOKEN = "leadwellDemoToken";
  static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

  private static final int LOOKS = 250;
  private static final long BETWEEN_NANOS = 20_000_000;

  private final StandIn tencent;
  private final Connections connections;
  private final Codes codes;
  private final Reception reception;
  private final Environment environment;
  private final Clock clock;
  private final Random random = new Random();

  DemoScans(
      StandIn tencent,
      Connections connections,
      Codes codes,
      Reception reception,
      Environment environment,
      Clock clock) {
    this.tencent = tencent;
    this.connections = connections;
    this.codes = codes;
    this.reception = reception;
    this.environment = environment;
    this.clock = clock;
  }

  /** Now, by somebody nobody knows. Returns when it has been taken in. */
  public void scan(UUID codeId) {
    Code code = codes.get(codeId);
    Instant now = clock.instant();
    if (code.kind() == CodeKind.FOLLOW) {
      follow(code, "o" + made(), null, now);
    } else {
      add(code, "wm" + made(), Words.person(random), now);
    }
    settle(code.connectionId());
  }

  /** Now, by somebody in particular, whose mobile the colleague notes where it is given. */
  public void scan(UUID codeId, String name, @Nullable String mobile) {
    Code code = codes.get(codeId);
    List<String> mobiles = mobile == null ? List.of() : List.of(mobile);
    add(code, "wm" + made(), name, mobiles, clock.instant());
    settle(code.connectionId());
  }

  void add(Code code, String externalId, String name, Instant at) {
    add(code, externalId, name, List.of(), at);
  }

  /** Added by a code: the first of its colleagues, or one of them by chance. */
  private void add(Code code, String externalId, String name, List<String> mobiles, Instant at) {
    List<String> users = code.users();
    String user = users.get(random.nextInt(users.size()));
    int way = code.kind() == CodeKind.LINK ? 16 : 1;
    tencent
        .corp()
        .meet(
            externalId,
            name,
            "union-" + externalId,
            new Bond(user, at.getEpochSecond(), code.state(), way, null, null, mobiles, List.of()));
    tell(
        code.connectionId(),
        StandInEvents.contact(
            "add_external_contact",
            externalId,
            user,
            at,
            code.state(),
            tencent.corp().welcomeCode()));
  }

  void follow(@Nullable Code code, String openId, @Nullable UUID connection, Instant at) {
    tencent.account().follow(openId, "union-" + openId, "ADD_SCENE_QR_CODE");
    UUID to = code == null ? Objects.requireNonNull(connection) : code.connectionId();
    String key = code == null ? null : "qrscene_" + code.state();
    tell(to, StandInEvents.follower("subscribe", openId, at, key));
  }

  void tell(UUID connectionId, String event) {
    int status = caller(connectionId).tell(event);
    if (status != 200) {
      throw new IllegalStateException("The callback of the demonstration was answered " + status);
    }
  }

  StandInCaller caller(UUID connectionId) {
    Connection connection = connections.get(connectionId);
    String port = environment.getRequiredProperty("local.server.port");
    URI callback = URI.create("http://127.0.0.1:" + port + "/api/callbacks/wecom/" + connectionId);
    return new StandInCaller(callback, connection.appId(), TOKEN, AES_KEY);
  }

  void settle(UUID connectionId) {
    for (int look = 0; look < LOOKS && reception.of(connectionId).waiting() > 0; look++) {
      LockSupport.parkNanos(BETWEEN_NANOS);
    }
  }

  private String made() {
    byte[] bytes = new byte[10];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
