package io.leadwell.acquire.campaigns;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Reads percent-encoded text that doesn't say its character set: UTF-8 from most, GBK from older
 * Chinese sites and search engines, both in one address where a platform fills in its part.
 */
final class ParameterText {

  /** A keyword or a plan has an end; what is longer was made by a machine. */
  private static final int LONGEST = 500;

  private static final Charset GB18030 = Charset.forName("GB18030");

  private ParameterText() {}

  /** Reads names and values of {@code query}; the whole decides what a part alone leaves open. */
  static UnaryOperator<String> reader(String query) {
    boolean gbk = saysGbk(query) || !isUtf8(bytes(query));
    return encoded -> clean(read(encoded, gbk), LONGEST);
  }

  private static String read(String encoded, boolean someGbk) {
    String once = decode(encoded, someGbk);
    // a redirect may have encoded the encoded
    return once.indexOf('%') >= 0 && encoded.contains("%25") && hasEncodedText(once)
        ? decode(once, someGbk)
        : once;
  }

  private static String decode(String encoded, boolean someGbk) {
    StringBuilder text = new StringBuilder(encoded.length());
    int i = 0;
    while (i < encoded.length()) {
      int start = i;
      while (i < encoded.length() && encoded.charAt(i) < 128) {
        i++;
      }
      text.append(decode(bytes(encoded.substring(start, i)), someGbk));
      while (i < encoded.length() && encoded.charAt(i) >= 128) {
        text.append(encoded.charAt(i++));
      }
    }
    return text.toString();
  }

  private static String decode(byte[] bytes, boolean someGbk) {
    if (isUtf8(bytes) && !isRatherGbk(bytes, someGbk)) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    try {
      return strictly(GB18030, bytes);
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.UTF_8).replace("\uFFFD", "");
    }
  }

  /**
   * Valid UTF-8 that is more likely GBK: pairs of bytes only, so no Chinese unless read as GBK.
   * Where the address has other GBK, any; otherwise only several pairs in a row of frequent
   * characters, which as UTF-8 would be a jumble of scripts and not a Latin, Cyrillic or Arabic
   * word.
   */
  private static boolean isRatherGbk(byte[] utf8, boolean someGbk) {
    int pairs = 0;
    int row = 0;
    int longestRow = 0;
    boolean latin = true;
    boolean cyrillic = true;
    boolean frequent = true;
    for (int i = 0; i < utf8.length; i++) {
      int lead = utf8[i] & 0xFF;
      if (lead < 0x80) {
        row = 0;
        continue;
      }
      if (lead >= 0xE0) {
        return false;
      }
      i++;
      pairs++;
      longestRow = Math.max(longestRow, ++row);
      latin &= lead <= 0xC5;
      cyrillic &= lead == 0xD0 || lead == 0xD1;
      frequent &= lead < 0xD8 && (utf8[i] & 0xFF) > 0xA0;
    }
    return pairs > 0 && (someGbk || longestRow > 1 && frequent && !latin && !cyrillic);
  }

  private static boolean saysGbk(String query) {
    String lower = "&" + query.toLowerCase(Locale.ROOT) + "&";
    return lower.contains("&ie=gb") || lower.contains("&charset=gb") || lower.contains("&enc=gb");
  }

  private static boolean hasEncodedText(String text) {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      if (hex(text, i + 1) >= 8 && hex(text, i + 2) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The bytes of ASCII text with its escapes resolved; other characters are left out. */
  private static byte[] bytes(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int high = c == '%' ? hex(text, i + 1) : -1;
      int low = high < 0 ? -1 : hex(text, i + 2);
      if (low >= 0) {
        bytes.put((byte) (high << 4 | low));
        i += 2;
      } else if (c < 128) {
        bytes.put((byte) (c == '+' ? ' ' : c));
      }
    }
    byte[] result = new byte[bytes.position()];
    bytes.flip().get(result);
    return result;
  }

  private static int hex(String text, int at) {
    return at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      strictly(StandardCharsets.UTF_8, bytes);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static String strictly(Charset charset, byte[] bytes) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  /** No control characters, no halves of characters, blanks as one, not too long. */
  static String clean(String text, int longest) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), longest));
    int count = 0;
    for (int i = 0; i < text.length() && count < longest; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int type = Character.getType(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        c = ' ';
      } else if (type == Character.CONTROL
          || type == Character.SURROGATE
          || type == Character.FORMAT
          || type == Character.UNASSIGNED) {
        continue;
      }
      if (c != ' ' || !clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
        clean.appendCodePoint(c);
        count++;
      }
    }
    return clean.toString().strip();
  }
}
