package io.leadwell.acquire.capture;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of an address, whatever it looks like; the first of a name counts. */
final class Parameters {

  private static final int MOST = 100;

  private Parameters() {}

  static Map<String, String> of(@Nullable String address) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int query = address == null ? -1 : address.indexOf('?');
    if (address == null || query < 0) {
      return parameters;
    }
    int fragment = address.indexOf('#', query);
    String text = address.substring(query + 1, fragment < 0 ? address.length() : fragment);
    for (String part : text.split("&")) {
      int equals = part.indexOf('=');
      if (equals > 0 && parameters.size() < MOST) {
        parameters.putIfAbsent(
            decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
      }
    }
    return parameters;
  }

  static String written(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The address with more parameters behind its own, which are believed first. */
  static String added(@Nullable String address, Map<String, String> parameters) {
    String base = address == null ? "" : address;
    if (parameters.isEmpty()) {
      return base;
    }
    int fragment = base.indexOf('#');
    String before = fragment < 0 ? base : base.substring(0, fragment);
    String behind = fragment < 0 ? "" : base.substring(fragment);
    return before + (before.contains("?") ? "&" : "?") + written(parameters) + behind;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
