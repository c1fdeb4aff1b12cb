package io.leadwell.acquire.collect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses carry what nobody meant to be collected: tokens, phone numbers, mailboxes. Their values
 * are taken out before anything is written.
 */
final class Secrets {

  private static final Set<String> NAMES =
      Set.of(
          "token",
          "access_token",
          "id_token",
          "refresh_token",
          "auth",
          "authorization",
          "password",
          "passwd",
          "pwd",
          "secret",
          "key",
          "api_key",
          "apikey",
          "ticket",
          "session",
          "sessionid",
          "sid",
          "jsessionid",
          "code",
          "state",
          "sign",
          "signature",
          "sig",
          "phone",
          "mobile",
          "tel",
          "email",
          "mail",
          "idcard",
          "id_card",
          "openid",
          "unionid",
          "realname",
          "real_name");

  /** A mainland mobile number, a mailbox, an identity card. */
  private static final Pattern VALUES =
      Pattern.compile("(?:\\+?86)?1[3-9]\\d{9}|[^@\\s]+@[^@\\s]+\\.[^@\\s]+|\\d{17}[\\dXx]");

  private Secrets() {}

  static Hit takenOut(Hit hit) {
    HitFacts facts = hit.facts();
    String url = clean(facts.url());
    String referrer = clean(facts.referrer());
    boolean same = equal(url, facts.url()) && equal(referrer, facts.referrer());
    return same ? hit : hit.with(facts.at(url, referrer));
  }

  static @Nullable String clean(@Nullable String url) {
    if (url == null || url.indexOf('=') < 0) {
      return url;
    }
    WebAddress address = WebAddress.of(url);
    return address == null
        ? url
        : address
            .without((name, value) ->
                NAMES.contains(name.toLowerCase(Locale.ROOT)) || VALUES.matcher(value).matches())
            .text();
  }

  private static boolean equal(@Nullable String one, @Nullable String other) {
    return one == null ? other == null : one.equals(other);
  }
}
