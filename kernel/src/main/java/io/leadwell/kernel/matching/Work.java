package io.leadwell.kernel.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Tasks over a few threads. Which thread does which task must not show in the result. */
final class Work {

  private Work() {}

  /** What one thread does with a task, by its number. */
  interface Worker {
    void run(int task);
  }

  /** Runs all tasks; each thread works with a worker of its own. */
  static void share(int tasks, int threads, Supplier<? extends Worker> workers) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    Runnable loop =
        () -> {
          try {
            Worker worker = workers.get();
            for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
              worker.run(task);
            }
          } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            next.set(tasks);
          }
        };
    List<Thread> started = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, tasks); i++) {
      started.add(Thread.ofPlatform().daemon().start(loop));
    }
    loop.run();
    for (Thread thread : started) {
      join(thread);
    }
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while matching", e);
    }
  }
}
