package io.leadwell.acquire.capture;

import static io.leadwell.tables.capture.Tables.SPENT_PROOF;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Work that a browser shows it has done, by the protocol of ALTCHA: find the number behind a hash.
 * A person's phone needs a second for one; whoever sends thousands needs a machine for each.
 */
@Component
class Proofs {

  static final String ALGORITHM = "SHA-256";
  private static final int MOST = 30_000;
  private static final Duration AGE = Duration.ofMinutes(20);
  private static final String EXPIRES = "?expires=";
  private static final int LONGEST = 2_000;

  private final Signing signing;
  private final DSLContext dsl;
  private final JsonMapper json;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Proofs(Signing signing, DSLContext dsl, JsonMapper json, Clock clock) {
    this.signing = signing;
    this.dsl = dsl;
    this.json = json;
    this.clock = clock;
  }

  Challenge ask() {
    byte[] grains = new byte[12];
    random.nextBytes(grains);
    String salt =
        HexFormat.of().formatHex(grains) + EXPIRES + clock.instant().plus(AGE).getEpochSecond();
    String challenge = hash(salt + random.nextInt(MOST));
    return new Challenge(ALGORITHM, challenge, salt, MOST, signature(challenge));
  }

  /** Whether {@code payload} proves work on a challenge of ours that was not shown before. */
  boolean accept(@Nullable String payload) {
    if (payload == null || payload.length() > LONGEST) {
      return false;
    }
    try {
      JsonNode told = json.readTree(Base64.getDecoder().decode(payload));
      String challenge = told.path("challenge").asString("");
      String salt = told.path("salt").asString("");
      String number = told.path("number").asString("");
      Instant expires = expiry(salt);
      boolean sound =
          told.path("algorithm").asString("").equals(ALGORITHM)
              && expires != null
              && expires.isAfter(clock.instant())
              && number.matches("\\d{1,9}")
              && equal(challenge, hash(salt + number))
              && equal(told.path("signature").asString(""), signature(challenge));
      return sound && spend(challenge, Objects.requireNonNull(expires));
    } catch (IllegalArgumentException | JacksonException e) {
      return false;
    }
  }

  @Scheduled(fixedDelay = 600_000, initialDelay = 600_000)
  void forget() {
    dsl.deleteFrom(SPENT_PROOF).where(SPENT_PROOF.EXPIRES_AT.lt(clock.instant())).execute();
  }

  private boolean spend(String challenge, Instant expires) {
    return dsl.insertInto(SPENT_PROOF)
            .set(SPENT_PROOF.PROOF, HexFormat.of().parseHex(challenge))
            .set(SPENT_PROOF.EXPIRES_AT, expires)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  private static @Nullable Instant expiry(String salt) {
    int at = salt.lastIndexOf(EXPIRES);
    String seconds = at < 0 ? "" : salt.substring(at + EXPIRES.length());
    return seconds.matches("\\d{1,12}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : null;
  }

  private String signature(String challenge) {
    return HexFormat.of()
        .formatHex(signing.sign(("proof " + challenge).getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance(ALGORITHM).digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
