package io.leadwell.acquire.links;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leadwell.base.platform.TablesReplaced;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Links that are being followed, in memory: a poster at a fair is scanned by everybody at once.
 * Codes that lead nowhere aren't kept, or whoever tries codes would fill it.
 */
@Component
class FollowedLinks {

  private static final Duration KEPT = Duration.ofMinutes(1);

  private record Known(long change, Link link) {}

  private final LinkStore store;
  private final AtomicLong changes = new AtomicLong();
  private final Cache<String, Known> links =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

  FollowedLinks(LinkStore store) {
    this.store = store;
  }

  Optional<Link> withCode(String folded) {
    long change = changes.get();
    Known known = links.getIfPresent(folded);
    if (known != null && known.change() == change) {
      return Optional.of(known.link());
    }
    Optional<Link> found = store.byCode(folded);
    // numbered before it was read: a change in between makes it old at once
    found.ifPresent(link -> links.put(folded, new Known(change, link)));
    return found;
  }

  /** To be called with every change; it counts when the transaction has ended. */
  void changed() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              changes.incrementAndGet();
            }
          });
    } else {
      changes.incrementAndGet();
    }
  }

  @EventListener
  void on(TablesReplaced replaced) {
    changes.incrementAndGet();
  }
}
