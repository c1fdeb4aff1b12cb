package io.leadwell.acquire.campaigns;

import java.util.Locale;

/** What of a landing a rule looks at, the strongest evidence first. */
public enum SourceKind {
  /** {@code utm_source} and {@code utm_medium}: whoever made the link says so. */
  UTM,
  /** A click id: the advertising platform says so. */
  CLICK_ID,
  /** The host before, when plan, unit or keyword stand in the address: an advertisement there. */
  PAID_REFERRER,
  /** The host before, without sign of an advertisement. */
  REFERRER,
  /** Nothing at all. */
  DIRECT,
  /** A host that is no source, such as a payment page or another site of one's own. */
  IGNORED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static SourceKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
