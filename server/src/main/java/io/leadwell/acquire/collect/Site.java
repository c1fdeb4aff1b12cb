package io.leadwell.acquire.collect;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A website whose visitors are counted.
 *
 * @param key stands in the address of its snippet
 * @param origins hosts its pages may have; {@code *.example.com} means every host below
 * @param consentRequired whether nothing is kept of visitors who have not consented
 * @param doNotTrack whether browsers that ask not to be tracked are left alone
 * @param cookieDomain the domain whose hosts share one visitor, or null for the page's own host
 */
public record Site(
    UUID id,
    String key,
    String name,
    List<String> origins,
    boolean consentRequired,
    boolean doNotTrack,
    @Nullable String cookieDomain,
    boolean archived,
    Instant createdAt) {

  /** Key of the pages that this server itself shows; there is always such a site. */
  public static final String OWN = "own";

  /** Our own pages as long as nobody has set them otherwise. */
  static final Site OWN_PAGES =
      new Site(
          UUID.fromString("00000000-0000-7000-8000-00000000000c"),
          OWN,
          OWN,
          List.of(),
          false,
          true,
          null,
          false,
          Instant.EPOCH);

  public boolean own() {
    return key.equals(OWN);
  }

  /**
   * Whether a page may speak for this site.
   *
   * @param page host of the page, with its port where it has one
   * @param asked host that the delivery was sent to: the only one for our own pages
   */
  boolean allows(WebAddress page, @Nullable String asked) {
    if (own()) {
      return page.host().equals(asked);
    }
    return origins.stream().anyMatch(origin -> matches(origin, page));
  }

  private static boolean matches(String origin, WebAddress page) {
    String host = origin.indexOf(':') < 0 ? page.hostName() : page.host();
    return origin.startsWith("*.")
        ? host.endsWith(origin.substring(1)) || host.equals(origin.substring(2))
        : host.equals(origin);
  }
}
