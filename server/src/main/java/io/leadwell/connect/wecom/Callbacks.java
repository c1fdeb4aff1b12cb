package io.leadwell.connect.wecom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leadwell.base.platform.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The address that Tencent calls: anybody may, so nothing is believed before the signature is
 * right, the text opens with our key, names us as its receiver, and is of these two hours. What
 * passes is kept before it is acknowledged and taken in afterwards, and the same text a second time
 * is the same event.
 */
@Service
public class Callbacks {

  /** The largest callback that is read; real ones are a hundredth of it. */
  public static final int LARGEST = 256 * 1024;

  /** Tencent promises that a nonce does not come twice within this time. */
  private static final Duration WINDOW = Duration.ofHours(2);

  private static final Duration REMEMBERED = Duration.ofSeconds(30);
  private static final Pattern ECHO = Pattern.compile("[\\w+/=.-]{1,1000}");
  private static final int EVENT_LENGTH = 120;

  /** What Tencent is told. */
  public sealed interface Reply {
    record Said(String text) implements Reply {}

    record Refused(Reason reason) implements Reply {}
  }

  /** Why a call was turned away. */
  public enum Reason {
    UNKNOWN_ADDRESS,
    TOO_LARGE,
    UNREADABLE,
    NOT_ENCRYPTED,
    WRONG_SIGNATURE,
    TOO_OLD,
    WRONG_KEY,
    WRONG_RECEIVER
  }

  /** How often since the start, and when last. */
  public record Refusals(long count, Instant last) {}

  private record Line(ConnectionKind kind, String appId, MessageSeal seal) {}

  private final ConnectionStore connections;
  private final IncomingStore incoming;
  private final IncomingWork work;
  private final Welcomes welcomes;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Cache<UUID, Optional<Line>> lines =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();
  private final Map<UUID, Map<Reason, Refusals>> refusals = new ConcurrentHashMap<>();

  Callbacks(
      ConnectionStore connections,
      IncomingStore incoming,
      IncomingWork work,
      Welcomes welcomes,
      TransactionTemplate transaction,
      Clock clock) {
    this.connections = connections;
    this.incoming = incoming;
    this.work = work;
    this.welcomes = welcomes;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Tencent asks whether the address is ours: the answer is the echo, opened. */
  public Reply greet(UUID id, Envelope envelope) {
    Line line = line(id).orElse(null);
    String echo = envelope.echo();
    if (line == null) {
      return new Reply.Refused(Reason.UNKNOWN_ADDRESS);
    }
    if (echo == null || !ECHO.matcher(echo).matches()) {
      return refused(id, Reason.UNREADABLE);
    }
    if (line.kind() == ConnectionKind.OFFICIAL) {
      String right = line.seal().sign(orEmpty(envelope.timestamp()), orEmpty(envelope.nonce()));
      if (!MessageSeal.same(right, orEmpty(envelope.signature()))) {
        return refused(id, Reason.WRONG_SIGNATURE);
      }
      if (!timely(envelope)) {
        return refused(id, Reason.TOO_OLD);
      }
      connections.greeted(id, now());
      return new Reply.Said(echo);
    }
    Opening opening = open(line, envelope, echo);
    if (opening.reason() != null) {
      return refused(id, opening.reason());
    }
    connections.greeted(id, now());
    return new Reply.Said(opening.text());
  }

  /** Kept for good when this returns with {@link Reply.Said}. */
  public Reply take(UUID id, Envelope envelope, byte[] body) {
    Line line = line(id).orElse(null);
    if (line == null) {
      return new Reply.Refused(Reason.UNKNOWN_ADDRESS);
    }
    if (body.length > LARGEST) {
      return refused(id, Reason.TOO_LARGE);
    }
    EventText outside = EventText.read(new String(body, StandardCharsets.UTF_8)).orElse(null);
    if (outside == null) {
      return refused(id, Reason.UNREADABLE);
    }
    String encrypted = outside.get("Encrypt");
    if (encrypted == null) {
      return refused(id, Reason.NOT_ENCRYPTED);
    }
    Opening opening = open(line, envelope, encrypted);
    if (opening.reason() != null) {
      return refused(id, opening.reason());
    }
    keep(id, line, opening.text());
    return new Reply.Said(line.kind() == ConnectionKind.OFFICIAL ? "success" : "");
  }

  /** What was turned away since the start of the server, by reason. */
  public Map<Reason, Refusals> refusals(UUID id) {
    return Map.copyOf(refusals.getOrDefault(id, Map.of()));
  }

  void forget(UUID id) {
    lines.invalidate(id);
  }

  private record Opening(@Nullable Reason reason, String text) {}

  private Opening open(Line line, Envelope envelope, String encrypted) {
    String right =
        line.seal().sign(orEmpty(envelope.timestamp()), orEmpty(envelope.nonce()), encrypted);
    if (!MessageSeal.same(right, orEmpty(envelope.messageSignature()))) {
      return new Opening(Reason.WRONG_SIGNATURE, "");
    }
    if (!timely(envelope)) {
      return new Opening(Reason.TOO_OLD, "");
    }
    MessageSeal.Opened opened = line.seal().decrypt(encrypted).orElse(null);
    if (opened == null) {
      return new Opening(Reason.WRONG_KEY, "");
    }
    return opened.receiver().equals(line.appId())
        ? new Opening(null, opened.text())
        : new Opening(Reason.WRONG_RECEIVER, "");
  }

  private void keep(UUID id, Line line, String text) {
    Instant now = now();
    EventText fields = EventText.read(text).orElse(new EventText(Map.of()));
    Incoming kept =
        new Incoming(Ids.next(), id, event(fields), text, happened(fields, now), now, 0);
    boolean fresh =
        Boolean.TRUE.equals(
            transaction.execute(_ -> {
              if (!incoming.keep(kept, Hashes.sha256(text))) {
                return false;
              }
              welcomes.prepare(line.kind(), kept, fields);
              return true;
            }));
    if (fresh) {
      welcomes.begin(kept.id());
      work.nudge();
    }
  }

  private static String event(EventText fields) {
    String type = fields.getOrEmpty("MsgType");
    String event = fields.get("Event");
    String change = fields.get("ChangeType");
    String said =
        event == null
            ? "message/" + (type.isEmpty() ? "unreadable" : type)
            : change == null ? event : event + "/" + change;
    String known = said.toLowerCase(Locale.ROOT);
    return known.substring(0, Math.min(EVENT_LENGTH, known.length()));
  }

  /** As Tencent dates it; never after the moment it was told. */
  private static Instant happened(EventText fields, Instant now) {
    try {
      Instant told = Instant.ofEpochSecond(Long.parseLong(fields.getOrEmpty("CreateTime")));
      return told.isAfter(now) || told.isBefore(Instant.EPOCH.plus(Duration.ofDays(1)))
          ? now
          : told;
    } catch (NumberFormatException | DateTimeException e) {
      return now;
    }
  }

  private boolean timely(Envelope envelope) {
    try {
      Instant sent = Instant.ofEpochSecond(Long.parseLong(orEmpty(envelope.timestamp())));
      Instant now = clock.instant();
      return sent.isAfter(now.minus(WINDOW)) && sent.isBefore(now.plus(WINDOW));
    } catch (NumberFormatException | DateTimeException e) {
      return false;
    }
  }

  private Optional<Line> line(UUID id) {
    return lines.get(id, this::load);
  }

  private Optional<Line> load(UUID id) {
    Connection connection = connections.find(id).orElse(null);
    if (connection == null || !connection.kind().callsBack()) {
      return Optional.empty();
    }
    return connections
        .callbackSecrets(id)
        .map(secrets ->
            new Line(
                connection.kind(),
                connection.appId(),
                new MessageSeal(secrets.token(), secrets.aesKey())));
  }

  private Reply refused(UUID id, Reason reason) {
    refusals
        .computeIfAbsent(id, _ -> new ConcurrentHashMap<>())
        .merge(
            reason,
            new Refusals(1, now()),
            (before, one) -> new Refusals(before.count() + 1, one.last()));
    return new Reply.Refused(reason);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
