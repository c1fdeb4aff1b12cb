package io.leadwell.acquire.campaigns;

import java.net.IDN;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An address taken apart. Addresses come from browsers, search engines and hands: nothing in them
 * can be so wrong that reading them fails.
 *
 * @param host in lower case and ASCII, without port; empty where the address names none
 * @param parameters of query and fragment, their names in lower case, the first of a name
 */
record LandingText(String host, Map<String, String> parameters) {

  /** Longer addresses are no address; what stands behind this is not read. */
  private static final int LONGEST = 8_192;

  private static final int MOST_PARAMETERS = 200;

  /** What stands between a name and its country: {@code com} in {@code a.com.cn}. */
  private static final Set<String> SECOND_LEVEL =
      Set.of("com", "net", "org", "gov", "edu", "ac", "co", "or", "ne");

  private static final LandingText NOTHING = new LandingText("", Map.of());

  static LandingText of(@Nullable String address) {
    if (address == null || address.isBlank()) {
      return NOTHING;
    }
    String text = address.strip();
    text = text.substring(0, Math.min(LONGEST, text.length()));
    int fragment = text.indexOf('#');
    String beforeFragment = fragment < 0 ? text : text.substring(0, fragment);
    Map<String, String> parameters = new LinkedHashMap<>();
    int query = beforeFragment.indexOf('?');
    if (query >= 0) {
      read(beforeFragment.substring(query + 1), parameters);
    }
    if (fragment >= 0) {
      // apps that route by the fragment have their parameters there
      String behind = text.substring(fragment + 1);
      int inner = behind.indexOf('?');
      read(inner >= 0 ? behind.substring(inner + 1) : behind, parameters);
    }
    return new LandingText(host(query < 0 ? beforeFragment : text.substring(0, query)), parameters);
  }

  /** Two hosts of one company: equal but for what stands before the registered name. */
  boolean sameSiteAs(LandingText other) {
    return !host.isEmpty() && site(host).equals(site(other.host));
  }

  private static void read(String query, Map<String, String> parameters) {
    UnaryOperator<String> reader = ParameterText.reader(query);
    for (String part : query.split("&")) {
      int equals = part.indexOf('=');
      if (equals <= 0 || parameters.size() >= MOST_PARAMETERS) {
        continue;
      }
      String name = reader.apply(part.substring(0, equals)).toLowerCase(Locale.ROOT);
      // a link pasted from a page's source has &amp; between its parameters
      name = name.startsWith("amp;") ? name.substring(4) : name;
      String value = reader.apply(part.substring(equals + 1));
      if (!name.isEmpty() && !value.isEmpty()) {
        parameters.putIfAbsent(name, value);
      }
    }
  }

  private static String host(String beforeQuery) {
    int scheme = beforeQuery.indexOf("//");
    if (scheme < 0 || scheme > 0 && beforeQuery.charAt(scheme - 1) != ':') {
      return "";
    }
    String rest = beforeQuery.substring(scheme + 2);
    int end = 0;
    while (end < rest.length() && "/\\".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String authority = rest.substring(0, end);
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    int port = authority.startsWith("[") ? authority.indexOf("]") + 1 : authority.lastIndexOf(':');
    return cleanHost(port > 0 ? authority.substring(0, port) : authority);
  }

  /** Lower case, ASCII, no dot at the end; empty when it can't be a host. */
  static String cleanHost(String host) {
    String clean = host.strip().toLowerCase(Locale.ROOT);
    while (clean.endsWith(".")) {
      clean = clean.substring(0, clean.length() - 1);
    }
    if (clean.isEmpty() || clean.length() > 253 || clean.startsWith(".")) {
      return "";
    }
    if (clean.chars().allMatch(c -> c < 128)) {
      return clean.chars().allMatch(LandingText::isHostCharacter) ? clean : "";
    }
    try {
      return IDN.toASCII(clean, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean isHostCharacter(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || ".-_:[]".indexOf(c) >= 0;
  }

  /** The part of a host that is registered: {@code a.com.cn} of {@code www.a.com.cn}. */
  private static String site(String host) {
    if (host.isEmpty()
        || host.startsWith("[")
        || Character.isDigit(host.charAt(host.length() - 1))) {
      return host;
    }
    String[] labels = host.split("\\.");
    int count = labels.length;
    boolean byCountry =
        count > 2 && labels[count - 1].length() == 2 && SECOND_LEVEL.contains(labels[count - 2]);
    int kept = byCountry ? 3 : 2;
    return count <= kept ? host : String.join(".", List.of(labels).subList(count - kept, count));
  }
}
