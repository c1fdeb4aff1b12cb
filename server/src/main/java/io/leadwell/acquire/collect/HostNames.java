package io.leadwell.acquire.collect;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hosts as people type them: whole addresses, capitals, Chinese names. */
final class HostNames {

  private static final Pattern LABELS =
      Pattern.compile(
          "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

  private static final int LONGEST = 253;

  private HostNames() {}

  /**
   * A host with its port where one is typed, {@code *.} before it where all hosts below are meant;
   * null when it is none.
   */
  static @Nullable String origin(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    boolean below = text.startsWith("*.");
    String written = below ? text.substring(2) : text;
    WebAddress address = WebAddress.of(written.contains("://") ? written : "http://" + written);
    if (address == null) {
      return null;
    }
    String name = ascii(address.hostName());
    if (name == null || below && name.indexOf('.') < 0) {
      return null;
    }
    String port = address.host().substring(address.hostName().length());
    if (!port.isEmpty() && !port.matches(":[0-9]{1,5}")) {
      return null;
    }
    return (below ? "*." : "") + name + port;
  }

  /** A domain for cookies, without the dot that people write before it; null when it is none. */
  static @Nullable String domain(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    String name = ascii(text.startsWith(".") ? text.substring(1) : text);
    return name == null || name.indexOf('.') < 0 ? null : name;
  }

  /** The name within an origin. */
  static String name(String origin) {
    String host = origin.startsWith("*.") ? origin.substring(2) : origin;
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  private static @Nullable String ascii(String name) {
    try {
      String ascii = IDN.toASCII(name);
      return ascii.length() <= LONGEST && LABELS.matcher(ascii).matches() ? ascii : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
