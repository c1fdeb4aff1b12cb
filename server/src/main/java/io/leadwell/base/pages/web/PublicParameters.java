package io.leadwell.base.pages.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a public page, read so that nothing in them is an error: platforms write their
 * keywords in GBK, links are cut off in the middle of a character, and the page is shown all the
 * same. The address as it came is still there for whoever reads more from it.
 */
final class PublicParameters extends HttpServletRequestWrapper {

  private static final int MOST = 1_000;

  private final Map<String, String[]> parameters;

  PublicParameters(HttpServletRequest request, String body) {
    super(request);
    Map<String, List<String>> read = new LinkedHashMap<>();
    int left = read(request.getQueryString(), read, MOST);
    read(body, read, left);
    Map<String, String[]> all = new LinkedHashMap<>();
    read.forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
    this.parameters = Collections.unmodifiableMap(all);
  }

  private static int read(@Nullable String text, Map<String, List<String>> to, int most) {
    int left = most;
    int start = 0;
    while (text != null && start < text.length() && left > 0) {
      int end = text.indexOf('&', start);
      String part = text.substring(start, end < 0 ? text.length() : end);
      start += part.length() + 1;
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = decoded(equals < 0 ? part : part.substring(0, equals));
        String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
        to.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        left--;
      }
    }
    return left;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = parameters.get(name);
    return values == null ? null : values[0];
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return parameters;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    String[] values = parameters.get(name);
    return values == null ? null : values.clone();
  }
}
