package io.leadwell.pool.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads and parses on a thread of its own while the chunk before is being written. At most {@link
 * #AHEAD} chunks wait, so memory does not grow with the file.
 */
final class ReadAhead implements AutoCloseable {

  static final int CHUNK = 4_000;
  private static final int AHEAD = 2;

  private record Read(List<ImportRow> rows, @Nullable Throwable failure) {}

  private final BlockingQueue<Read> queue = new ArrayBlockingQueue<>(AHEAD);
  private final RowFeed feed;
  private final long skip;
  private final Thread reader;

  /** Begins at the row after {@code skip}; the rows before are still read for their keys. */
  ReadAhead(RowFeed feed, long skip) {
    this.feed = feed;
    this.skip = skip;
    this.reader = Thread.ofPlatform().daemon().name("import-reader").start(this::read);
  }

  /** The next chunk, or an empty one at the end. */
  List<ImportRow> next() throws IOException, InterruptedException {
    Read read = null;
    while (read == null) {
      read = queue.poll(1, TimeUnit.SECONDS);
      if (read == null && !reader.isAlive() && queue.isEmpty()) {
        throw new IllegalStateException("The reader of the file ended early");
      }
    }
    switch (read.failure()) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      default -> throw new IllegalStateException(read.failure());
    }
    return read.rows();
  }

  @Override
  public void close() throws IOException {
    reader.interrupt();
    boolean interrupted = false;
    while (reader.isAlive()) {
      try {
        reader.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    feed.close();
  }

  private void read() {
    try {
      long ordinal = 0;
      List<ImportRow> chunk = new ArrayList<>(CHUNK);
      for (ImportRow row = feed.next(); row != null; row = feed.next()) {
        if (++ordinal <= skip) {
          continue;
        }
        chunk.add(row);
        if (chunk.size() == CHUNK) {
          queue.put(new Read(chunk, null));
          chunk = new ArrayList<>(CHUNK);
        }
        if (Thread.interrupted()) {
          return;
        }
      }
      if (!chunk.isEmpty()) {
        queue.put(new Read(chunk, null));
      }
      queue.put(new Read(List.of(), null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      pass(e);
    }
  }

  private void pass(Throwable failure) {
    try {
      queue.put(new Read(List.of(), failure));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
