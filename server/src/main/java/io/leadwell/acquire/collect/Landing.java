package io.leadwell.acquire.collect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the first page of a visit says about where it came from.
 *
 * @param utm the UTM parameters of its address, by their whole names
 * @param clickIdKind the parameter that carried the advertiser's click id
 * @param direct whether nothing says where it came from
 */
record Landing(
    @Nullable String url,
    @Nullable String referrer,
    Map<String, String> utm,
    @Nullable String clickIdKind,
    @Nullable String clickId,
    boolean direct) {

  /** Google, Baidu, Microsoft, Meta, Tencent, ByteDance, 360, TikTok, X, LinkedIn, Yandex. */
  static final List<String> CLICK_IDS =
      List.of(
          "gclid",
          "gbraid",
          "wbraid",
          "bd_vid",
          "msclkid",
          "fbclid",
          "qz_gdt",
          "gdt_vid",
          "clickid",
          "qhclickid",
          "ttclid",
          "twclid",
          "li_fat_id",
          "yclid");

  private static final int LONGEST_VALUE = 500;

  /**
   * Reads a landing.
   *
   * @param own whether a page belongs to the site itself: coming from there says nothing
   */
  static Landing of(@Nullable String url, @Nullable String referrer, Predicate<WebAddress> own) {
    WebAddress page = WebAddress.of(url);
    Map<String, String> utm = new LinkedHashMap<>();
    String kind = null;
    String clickId = null;
    if (page != null) {
      Map<String, String> parameters = page.parameters();
      parameters.forEach((name, value) -> {
        if (name.startsWith("utm_") && !value.isBlank()) {
          utm.put(name, cut(value.strip()));
        }
      });
      for (String candidate : CLICK_IDS) {
        String value = parameters.get(candidate);
        if (kind == null && value != null && !value.isBlank()) {
          kind = candidate;
          clickId = cut(value.strip());
        }
      }
    }
    WebAddress from = WebAddress.of(referrer);
    boolean fromElsewhere =
        from != null
            && !own.test(from)
            && (page == null || !from.hostName().equals(page.hostName()));
    boolean direct = utm.isEmpty() && kind == null && !fromElsewhere;
    return new Landing(url, referrer, utm, kind, clickId, direct);
  }

  private static String cut(String value) {
    return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
  }
}
