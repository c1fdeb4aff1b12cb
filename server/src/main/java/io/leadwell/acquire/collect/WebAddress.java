package io.leadwell.acquire.collect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * An http address as browsers write it. More lenient than {@link java.net.URI}, which refuses what
 * visitors really have in their address bars.
 *
 * @param host in lower case, with the port where one is written
 * @param path from the first slash on, at least {@code /}
 * @param query without its question mark
 * @param fragment without its number sign
 */
record WebAddress(String scheme, String host, String path, String query, String fragment) {

  private static final int MOST_PARAMETERS = 100;

  /** The address, or null when the text is none. */
  static @Nullable WebAddress of(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String scheme =
        text.regionMatches(true, 0, "https://", 0, 8)
            ? "https"
            : text.regionMatches(true, 0, "http://", 0, 7) ? "http" : "";
    if (scheme.isEmpty()) {
      return null;
    }
    int from = scheme.length() + 3;
    int end = from;
    while (end < text.length() && "/?#\\".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String authority = text.substring(from, end);
    String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    if (host.isEmpty() || host.startsWith(":") || host.chars().anyMatch(c -> c <= ' ')) {
      return null;
    }
    String rest = text.substring(end);
    int hash = rest.indexOf('#');
    String fragment = hash < 0 ? "" : rest.substring(hash + 1);
    rest = hash < 0 ? rest : rest.substring(0, hash);
    int question = rest.indexOf('?');
    String query = question < 0 ? "" : rest.substring(question + 1);
    String path = question < 0 ? rest : rest.substring(0, question);
    return new WebAddress(scheme, host, path.isEmpty() ? "/" : path, query, fragment);
  }

  /** The host without its port. */
  String hostName() {
    int colon = host.lastIndexOf(':');
    return colon > 0 && host.indexOf(']', colon) < 0 ? host.substring(0, colon) : host;
  }

  /** Of the query, and of the query within the fragment that some apps route by. First ones win. */
  Map<String, String> parameters() {
    Map<String, String> found = new LinkedHashMap<>();
    read(query, found);
    read(queryOfFragment(), found);
    return found;
  }

  /** The address with the values of chosen parameters taken out. */
  WebAddress without(BiPredicate<String, String> chosen) {
    int question = fragment.indexOf('?');
    String cleanFragment =
        question < 0
            ? fragment
            : fragment.substring(0, question + 1) + without(queryOfFragment(), chosen);
    return new WebAddress(scheme, host, path, without(query, chosen), cleanFragment);
  }

  String text() {
    return scheme
        + "://"
        + host
        + path
        + (query.isEmpty() ? "" : "?" + query)
        + (fragment.isEmpty() ? "" : "#" + fragment);
  }

  private String queryOfFragment() {
    int question = fragment.indexOf('?');
    return question < 0 ? "" : fragment.substring(question + 1);
  }

  private static void read(String query, Map<String, String> found) {
    if (query.isEmpty()) {
      return;
    }
    for (String pair : query.split("&", MOST_PARAMETERS)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        found.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
  }

  private static String without(String query, BiPredicate<String, String> chosen) {
    if (query.isEmpty()) {
      return query;
    }
    String[] pairs = query.split("&", -1);
    for (int i = 0; i < pairs.length; i++) {
      int equals = pairs[i].indexOf('=');
      if (equals > 0
          && chosen.test(
              decoded(pairs[i].substring(0, equals)), decoded(pairs[i].substring(equals + 1)))) {
        pairs[i] = pairs[i].substring(0, equals + 1) + "*";
      }
    }
    return String.join("&", pairs);
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // Not encoded after all: taken as it stands.
      return text;
    }
  }
}
