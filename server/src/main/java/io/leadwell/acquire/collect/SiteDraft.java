package io.leadwell.acquire.collect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is wanted of a site; see {@link Site}. */
public record SiteDraft(
    String name,
    List<String> origins,
    boolean consentRequired,
    boolean doNotTrack,
    @Nullable String cookieDomain,
    boolean archived) {

  static SiteDraft of(Site site) {
    return new SiteDraft(
        site.name(),
        site.origins(),
        site.consentRequired(),
        site.doNotTrack(),
        site.cookieDomain(),
        site.archived());
  }

  /** Our own pages have the name and the hosts they have, and are always there. */
  SiteDraft forOwnPages() {
    return new SiteDraft(Site.OWN, List.of(), consentRequired, doNotTrack, null, false);
  }

  /** What differs in {@code after}: each field with its old and its new value. */
  Map<String, Object> changes(SiteDraft after) {
    Map<String, Object> changes = new LinkedHashMap<>();
    note(changes, "name", name, after.name);
    note(changes, "origins", String.join(", ", origins), String.join(", ", after.origins));
    note(changes, "consentRequired", consentRequired, after.consentRequired);
    note(changes, "doNotTrack", doNotTrack, after.doNotTrack);
    note(changes, "cookieDomain", orEmpty(cookieDomain), orEmpty(after.cookieDomain));
    note(changes, "archived", archived, after.archived);
    return changes;
  }

  private static void note(Map<String, Object> changes, String field, Object old, Object now) {
    if (!Objects.equals(old, now)) {
      changes.put(field, List.of(old, now));
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
