package io.leadwell.acquire.capture;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses that a form may name: of the web, and nothing a browser would run. */
final class WebAddress {

  private static final int LONGEST = 2_000;
  private static final Pattern SITE =
      Pattern.compile(
          "https?://(\\*\\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\\d{1,5})?");

  private WebAddress() {}

  /** http or https, with a host, in one piece. */
  static boolean isPage(@Nullable String address) {
    if (address == null || address.length() > LONGEST) {
      return false;
    }
    try {
      URI uri = new URI(address);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      return (scheme.equals("http") || scheme.equals("https"))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Scheme and host, as it may stand in a content policy; the first label may be {@code *}. */
  static boolean isSite(String site) {
    return site.length() <= 200 && SITE.matcher(site).matches();
  }
}
