package io.leadwell.acquire.collect;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request with hits, whatever protocol brought it. Its address is looked at and never kept.
 *
 * @param site key of the site, as the request names it
 * @param host the host that was asked, with its port where it has one
 * @param origin where the page came from that sends: scheme, host and port
 * @param asksNotToBeTracked whether the browser says so (DNT, GPC)
 * @param body read only when the steps before have let the delivery pass
 */
public record Delivery(
    String site,
    @Nullable String address,
    @Nullable String agent,
    @Nullable String host,
    @Nullable String origin,
    boolean asksNotToBeTracked,
    Instant receivedAt,
    Body body) {

  /** The content of a request. */
  public interface Body {

    /** The content, or its first {@code atMost} bytes. */
    byte[] read(int atMost) throws IOException;
  }
}
