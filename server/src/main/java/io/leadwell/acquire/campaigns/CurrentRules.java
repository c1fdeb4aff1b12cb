package io.leadwell.acquire.campaigns;

import io.leadwell.base.platform.TablesReplaced;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The rules as they are now, read again after channels, campaigns or rules have changed. */
@Component
class CurrentRules {

  private record Loaded(long change, SourceRules rules) {}

  private final SourceStore store;
  private final AtomicLong changes = new AtomicLong();
  private volatile @Nullable Loaded loaded;

  CurrentRules(SourceStore store) {
    this.store = store;
  }

  SourceRules get() {
    long change = changes.get();
    Loaded known = loaded;
    if (known == null || known.change() != change) {
      // numbered before it is read: a change in between makes it old at once
      known = new Loaded(change, store.everything());
      loaded = known;
    }
    return known.rules();
  }

  /** To be called with every change; it counts when the transaction has ended, however it ends. */
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
