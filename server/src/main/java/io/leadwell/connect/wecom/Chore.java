package io.leadwell.connect.wecom;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that comes round again and may take long, as it waits for Tencent: on a thread of its own,
 * so that it holds up nothing else that comes round, and never twice at once.
 */
final class Chore {

  private static final Logger LOG = LoggerFactory.getLogger(Chore.class);

  private final String name;
  private final Runnable deed;
  private final AtomicBoolean busy = new AtomicBoolean();

  Chore(String name, Runnable deed) {
    this.name = name;
    this.deed = deed;
  }

  void begin() {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    Thread.ofVirtual()
        .name(name)
        .start(() -> {
          try {
            deed.run();
          } catch (RuntimeException e) {
            // Whatever it is, it comes round again; a dead chore would be the end of it.
            LOG.warn("{} goes on later: {}", name, e.toString());
          } finally {
            busy.set(false);
          }
        });
  }
}
