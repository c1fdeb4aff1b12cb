package io.leadwell.base.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random secrets and the only form in which they are kept. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Without letters and digits that are taken for one another when read aloud. */
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private Secrets() {}

  /** 256 random bits. */
  static String next() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** A short word that a person can read off a screen. */
  static String readable(int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
    }
    return word.toString();
  }

  static byte[] sha256(String secret) {
    return sha256().digest(secret.getBytes(StandardCharsets.UTF_8));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Compares in a time that tells nothing about where the two differ. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(sha256(one), sha256(other));
  }
}
