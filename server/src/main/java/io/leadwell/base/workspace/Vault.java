package io.leadwell.base.workspace;

import io.leadwell.base.platform.DataFolder;
import io.leadwell.base.platform.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals secrets that must be read again, such as the credentials of another system, before they go
 * to the database. Passwords and keys of our own are hashed instead.
 *
 * <p>AES-256-GCM under the key in {@code secrets.key} of the data folder: a stolen copy of the
 * database alone opens nothing. A sealed text is bound to its purpose, so that one can't be put in
 * the place of another.
 */
@Component
public class Vault {

  private static final String FORM = "v1.";
  private static final int KEY = 32;
  private static final int KEY_MARK = 4;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PrivateFile file;
  private byte @Nullable [] key;

  Vault(DataFolder data) {
    this.file = new PrivateFile(data.path().resolve("secrets.key"));
  }

  /**
   * @param purpose what the secret is for and whose it is; the same is needed to open it
   */
  public String seal(String secret, String purpose) {
    byte[] used = key(true);
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] mark = mark(used);
    byte[] sealed =
        cipher(Cipher.ENCRYPT_MODE, used, nonce, purpose, secret.getBytes(StandardCharsets.UTF_8));
    byte[] all =
        ByteBuffer.allocate(KEY_MARK + NONCE + sealed.length)
            .put(mark)
            .put(nonce)
            .put(sealed)
            .array();
    return FORM + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /** The secret; refused when the key is gone or another, or the text is not what was sealed. */
  public String open(String sealed, String purpose) {
    byte[] used = key(false);
    try {
      if (used.length == KEY && sealed.startsWith(FORM)) {
        byte[] all = Base64.getUrlDecoder().decode(sealed.substring(FORM.length()));
        if (all.length > KEY_MARK + NONCE && startsWith(all, mark(used))) {
          byte[] nonce = Arrays.copyOfRange(all, KEY_MARK, KEY_MARK + NONCE);
          byte[] text = Arrays.copyOfRange(all, KEY_MARK + NONCE, all.length);
          return new String(
              cipher(Cipher.DECRYPT_MODE, used, nonce, purpose, text), StandardCharsets.UTF_8);
        }
      }
    } catch (IllegalArgumentException e) {
      // not base64, or altered, or sealed for something else: refused below
    }
    throw new Problem(WorkspaceProblem.SECRET_UNREADABLE);
  }

  /** Made by the first secret that is sealed; empty when there is none to open with. */
  private synchronized byte[] key(boolean make) {
    byte[] known = key;
    if (known != null) {
      return known;
    }
    String kept = file.read();
    if (kept.isEmpty()) {
      if (!make) {
        return new byte[0];
      }
      byte[] fresh = new byte[KEY];
      RANDOM.nextBytes(fresh);
      kept = HexFormat.of().formatHex(fresh);
      file.write(kept + "\n");
    }
    byte[] read = parsed(kept);
    if (read.length != KEY) {
      // Never replaced: what was sealed under the right one would be lost for good.
      throw new Problem(WorkspaceProblem.SECRET_UNREADABLE);
    }
    key = read;
    return read;
  }

  private static byte[] parsed(String kept) {
    try {
      return HexFormat.of().parseHex(kept);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** Tells one key from another without telling the key. */
  private static byte[] mark(byte[] key) {
    return Arrays.copyOf(Secrets.sha256().digest(key), KEY_MARK);
  }

  private static boolean startsWith(byte[] all, byte[] mark) {
    return Arrays.equals(all, 0, KEY_MARK, mark, 0, KEY_MARK);
  }

  private static byte[] cipher(int mode, byte[] key, byte[] nonce, String purpose, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      SecretKey aes = new SecretKeySpec(key, "AES");
      cipher.init(mode, aes, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not sealed under this key for " + purpose, e);
    }
  }
}
