package io.leadwell.acquire.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * One commit for all who wait: takes what lies in the queue, and what joins it within a moment,
 * writes it in one transaction and only then tells each that it is done. The disk is asked as often
 * as it can answer, however many send.
 *
 * <p>A full queue refuses. A commit that fails is answered to everybody in it as not done; those
 * who send the same again cannot double it, so nobody needs to know whether it was.
 */
@Component
class GroupCommit implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  /** Hits of one commit; more would make all of them wait longer than they gain. */
  private static final int MOST_HITS = 2_000;

  private static final long LOOK_UP_MS = 200;

  /** A browser that waits longer has given up. */
  private static final long PATIENCE_S = 10;

  /** Below the web server's: it is stopped before, so nobody waits any more when this one ends. */
  private static final int PHASE = 0;

  /** A delivery that waits to be written. */
  private record Ticket(Load load, CompletableFuture<Committed> done) {}

  private final LogWriter writer;
  private final Limits limits;
  private final BlockingQueue<Ticket> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean running;
  private @Nullable Thread thread;

  GroupCommit(LogWriter writer, Limits limits) {
    this.writer = writer;
    this.limits = limits;
  }

  /** Waits until the disk has it; null then, or the reason why it is not so. */
  @Nullable Reason keep(Load load) {
    int size = load.size();
    if (waiting.addAndGet(size) > limits.queued()) {
      waiting.addAndGet(-size);
      return Reason.QUEUE_FULL;
    }
    Ticket ticket = new Ticket(load, new CompletableFuture<>());
    queue.add(ticket);
    try {
      ticket.done.get(PATIENCE_S, TimeUnit.SECONDS);
      return null;
    } catch (ExecutionException | TimeoutException e) {
      return Reason.NOT_COMMITTED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reason.NOT_COMMITTED;
    }
  }

  /** Called after each commit, in the thread that commits: to wake somebody, no more. */
  void afterCommit(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name("hits-commit").start(this::work);
  }

  /** Writes what is waiting, then ends. */
  @Override
  public void stop() {
    running = false;
    Thread working = thread;
    if (working != null) {
      try {
        working.join(10_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  private void work() {
    while (running || !queue.isEmpty()) {
      try {
        List<Ticket> group = gather();
        if (!group.isEmpty()) {
          commit(group);
          listeners.forEach(Runnable::run);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // Whatever it is, those who come next are written.
        LOG.error("A commit of hits went wrong", e);
      }
    }
  }

  private List<Ticket> gather() throws InterruptedException {
    List<Ticket> group = new ArrayList<>();
    Ticket next = queue.poll(LOOK_UP_MS, TimeUnit.MILLISECONDS);
    long until = System.nanoTime() + limits.linger().toNanos();
    int hits = 0;
    while (next != null) {
      group.add(next);
      hits += next.load.size();
      if (hits >= MOST_HITS) {
        return group;
      }
      next = queue.poll();
      if (next == null) {
        next = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
    }
    return group;
  }

  private void commit(List<Ticket> group) {
    int size = group.stream().mapToInt(ticket -> ticket.load.size()).sum();
    try {
      List<Committed> done = writer.write(group.stream().map(Ticket::load).toList());
      for (int i = 0; i < done.size(); i++) {
        group.get(i).done.complete(done.get(i));
      }
    } catch (RuntimeException e) {
      LOG.warn("Hits of {} deliveries were not written: {}", group.size(), e.toString());
      group.forEach(ticket -> ticket.done.completeExceptionally(e));
    } finally {
      waiting.addAndGet(-size);
    }
  }
}
