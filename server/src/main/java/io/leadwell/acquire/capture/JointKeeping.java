package io.leadwell.acquire.capture;

import io.leadwell.acquire.capture.Keeping.Left;
import io.leadwell.base.platform.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps submissions that come while one is being kept together, in the next transaction. The pool
 * takes in one at a time, so they would wait for each other anyhow: together they wait once, for
 * one way to the database and back, instead of each for all before it.
 *
 * <p>Nobody waits for company, and there is no thread for it: whoever's turn it is keeps all who
 * wait by then. Each returns when its own is on the disk.
 */
@Component
class JointKeeping {

  private static final int MOST = 50;

  /** One who waits; touched by whoever's turn it is. */
  private static final class Waiting {
    private final Left left;
    private @Nullable Submission kept;
    private @Nullable Throwable failure;

    private Waiting(Left left) {
      this.left = left;
    }

    private boolean isDone() {
      return kept != null || failure != null;
    }

    private Submission outcome() {
      switch (failure) {
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case null, default -> {
          return Objects.requireNonNull(kept);
        }
      }
    }
  }

  private final Keeping keeping;
  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  JointKeeping(Keeping keeping) {
    this.keeping = keeping;
  }

  /** As {@link Keeping#keep(Left)}; not within a transaction. */
  Submission keep(Left left) {
    Waiting mine = new Waiting(left);
    queue.add(mine);
    turn.lock();
    try {
      while (!mine.isDone()) {
        keepAll(next());
      }
    } finally {
      turn.unlock();
    }
    return mine.outcome();
  }

  private List<Waiting> next() {
    List<Waiting> next = new ArrayList<>();
    for (Waiting one = queue.poll(); one != null; one = queue.poll()) {
      next.add(one);
      if (next.size() == MOST) {
        break;
      }
    }
    return next;
  }

  private void keepAll(List<Waiting> all) {
    try {
      List<Submission> kept = keeping.keep(all.stream().map(one -> one.left).toList());
      for (int i = 0; i < all.size(); i++) {
        all.get(i).kept = kept.get(i);
      }
    } catch (RuntimeException | Error e) {
      if (all.size() == 1 || e instanceof Error || Outage.causedBy(e)) {
        all.forEach(one -> one.failure = e);
      } else {
        // Something is wrong with one of them; the others are not to suffer.
        all.forEach(one -> keepAll(List.of(one)));
      }
    }
  }
}
