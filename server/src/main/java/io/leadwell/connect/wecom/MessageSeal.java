package io.leadwell.connect.wecom;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How Tencent's callbacks are signed and encrypted, the same for WeCom and official accounts.
 *
 * <p>The signature is SHA-1 over the sorted token, timestamp, nonce and ciphertext. The text is 16
 * random bytes, its length, itself and the id of the receiver, padded to blocks of 32 (PKCS#7) and
 * encrypted by AES-256-CBC with the key's first half as its vector.
 */
public final class MessageSeal {

  /** Characters of an EncodingAESKey: 32 bytes in base64 without the padding. */
  public static final int KEY_LENGTH = 43;

  private static final int BLOCK = 32;
  private static final int SALT = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What was inside, and whom it was meant for. */
  public record Opened(String text, String receiver) {}

  private final String token;
  private final byte[] key;

  /**
   * @param aesKey as Tencent's console shows it; refused with {@link IllegalArgumentException} when
   *     it can be none
   */
  public MessageSeal(String token, String aesKey) {
    this.token = token;
    if (aesKey.length() != KEY_LENGTH) {
      throw new IllegalArgumentException("An EncodingAESKey has " + KEY_LENGTH + " characters");
    }
    this.key = Arrays.copyOf(Base64.getDecoder().decode(aesKey + "="), BLOCK);
  }

  public String sign(String timestamp, String nonce, String encrypted) {
    return sha1(Stream.of(token, timestamp, nonce, encrypted));
  }

  /** The signature of a plain greeting of an official account, which encrypts nothing. */
  public String sign(String timestamp, String nonce) {
    return sha1(Stream.of(token, timestamp, nonce));
  }

  /** Compares in a time that tells nothing about where the two differ. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  public String encrypt(String text, String receiver) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    byte[] to = receiver.getBytes(StandardCharsets.UTF_8);
    int length = SALT + Integer.BYTES + content.length + to.length;
    int padding = BLOCK - length % BLOCK;
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    byte[] plain =
        ByteBuffer.allocate(length + padding)
            .put(salt)
            .putInt(content.length)
            .put(content)
            .put(to)
            .array();
    Arrays.fill(plain, length, plain.length, (byte) padding);
    try {
      return Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has AES", e);
    }
  }

  /** Empty when it was not encrypted with this key. Check the signature first. */
  public Optional<Opened> decrypt(String encrypted) {
    try {
      byte[] plain = cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(encrypted));
      int padding = plain.length == 0 ? 0 : plain[plain.length - 1];
      if (padding < 1 || padding > BLOCK || padding > plain.length) {
        return Optional.empty();
      }
      ByteBuffer rest = ByteBuffer.wrap(plain, 0, plain.length - padding).position(SALT);
      int length = rest.getInt();
      if (length < 0 || length > rest.remaining()) {
        return Optional.empty();
      }
      byte[] content = new byte[length];
      rest.get(content);
      byte[] receiver = new byte[rest.remaining()];
      rest.get(receiver);
      return Optional.of(
          new Opened(
              new String(content, StandardCharsets.UTF_8),
              new String(receiver, StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException | IllegalArgumentException | BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
    return cipher;
  }

  private static String sha1(Stream<String> parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-1");
      String sorted = parts.sorted().collect(Collectors.joining());
      return HexFormat.of().formatHex(sha.digest(sorted.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-1", e);
    }
  }
}
