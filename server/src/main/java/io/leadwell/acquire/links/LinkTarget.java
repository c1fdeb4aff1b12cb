package io.leadwell.acquire.links;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page that a link may lead to, brought into the one spelling in which it is kept: an address of
 * http or https with a plain host, or a public page of this server.
 *
 * <p>Whatever a browser might read differently from us (user names before the host, backslashes,
 * line breaks, other schemes) is refused and never mended.
 *
 * @param query without the question mark, or null; {@code fragment} likewise
 */
record LinkTarget(String place, @Nullable String query, @Nullable String fragment) {

  static final int LONGEST = 2_000;

  private static final Pattern PARTS =
      Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");

  private static final Pattern OWN_PAGE =
      Pattern.compile("(/p(?:/[^?#]*)?)(?:\\?([^#]*))?(?:#(.*))?");

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?");

  /** Characters that stand for themselves in any part; a percent sign is taken as an escape. */
  private static final String PLAIN = "-._~!$&'()*+,;=:@/?%";

  /** Empty when it can't be the target of a link. */
  static Optional<LinkTarget> of(@Nullable String typed) {
    if (typed == null) {
      return Optional.empty();
    }
    String text = typed.strip();
    if (text.isEmpty()
        || text.length() > LONGEST
        || !text.codePoints().allMatch(LinkTarget::fits)) {
      return Optional.empty();
    }
    Matcher own = OWN_PAGE.matcher(text);
    if (own.matches()) {
      return sound(encoded(own.group(1)), own.group(2), own.group(3));
    }
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    return host(parts.group(2))
        .flatMap(host -> {
          String path = parts.group(3).isEmpty() ? "/" : parts.group(3);
          return sound(scheme + "://" + host + encoded(path), parts.group(4), parts.group(5));
        });
  }

  /** The whole address. */
  String address() {
    return place
        + (query == null || query.isEmpty() ? "" : "?" + query)
        + (fragment == null ? "" : "#" + fragment);
  }

  LinkTarget withQuery(String other) {
    return new LinkTarget(place, other, fragment);
  }

  /** A value as it stands in a query. */
  static String escaped(String value) {
    StringBuilder escaped = new StringBuilder(value.length() + 16);
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
        escaped.append(c);
      } else {
        escaped.append('%').append(hex(b >> 4)).append(hex(b));
      }
    }
    return escaped.toString();
  }

  private static Optional<LinkTarget> sound(
      String place, @Nullable String query, @Nullable String fragment) {
    LinkTarget target =
        new LinkTarget(
            place,
            query == null ? null : encoded(query),
            fragment == null ? null : encoded(fragment));
    String address = target.address();
    if (address.length() > LONGEST || place.contains("/../") || place.endsWith("/..")) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(address);
      boolean whole = uri.isAbsolute() ? uri.getHost() != null : address.startsWith("/p");
      return whole && uri.getRawUserInfo() == null ? Optional.of(target) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> host(String authority) {
    String ascii;
    try {
      int port = authority.startsWith("[") ? -1 : authority.lastIndexOf(':');
      String name = port < 0 ? authority : authority.substring(0, port);
      // dots of other scripts are dots to a browser
      ascii = name.startsWith("[") ? name : IDN.toASCII(name.replaceAll("[。．｡]", "."), 0);
      ascii = ascii.toLowerCase(Locale.ROOT) + (port < 0 ? "" : authority.substring(port));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    Matcher matcher = HOST_AND_PORT.matcher(ascii);
    if (!matcher.matches() || ascii.length() > 253 || ascii.contains("..")) {
      return Optional.empty();
    }
    String port = matcher.group(2);
    boolean named = matcher.group(1).startsWith("[") || matcher.group(1).contains(".");
    boolean here = matcher.group(1).equals("localhost");
    return (named || here) && portFits(port) ? Optional.of(ascii) : Optional.empty();
  }

  private static boolean portFits(@Nullable String port) {
    return port == null || Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535;
  }

  /** No control characters, blanks, or signs that only quote an address; no half characters. */
  private static boolean fits(int c) {
    int type = Character.getType(c);
    return c > ' '
        && "\"<>\\^`{|}".indexOf(c) < 0
        && c != 0x7F
        && type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED
        && !Character.isSpaceChar(c);
  }

  /** Letters of other scripts as escapes of UTF-8; a percent sign that is no escape is escaped. */
  private static String encoded(String part) {
    StringBuilder encoded = new StringBuilder(part.length() + 16);
    for (int i = 0; i < part.length(); ) {
      int c = part.codePointAt(i);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      if (c == '%' && !escape(part, i)) {
        encoded.append("%25");
      } else if (plain) {
        encoded.appendCodePoint(c);
      } else {
        encoded.append(escaped(Character.toString(c)));
      }
      i += Character.charCount(c);
    }
    return encoded.toString();
  }

  private static boolean escape(String part, int at) {
    return at + 2 <= part.length() - 1
        && Character.digit(part.charAt(at + 1), 16) >= 0
        && Character.digit(part.charAt(at + 2), 16) >= 0;
  }

  private static char hex(int nibble) {
    return Character.toUpperCase(Character.forDigit(nibble & 0xF, 16));
  }
}
