package io.leadwell.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What the figures were measured on. */
record Machine(
    int cores, double memoryGigabytes, long heapMegabytes, String jdk, double syncMillis) {

  private static final int SYNCS = 50;

  static Machine measured(Path folder) throws IOException {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Runtime runtime = Runtime.getRuntime();
    return new Machine(
        runtime.availableProcessors(),
        system.getTotalMemorySize() / (double) (1L << 30),
        runtime.maxMemory() >> 20,
        System.getProperty("java.vendor.version") + " (" + Runtime.version() + ")",
        sync(folder));
  }

  /** The median time of making 8 KB durable: what every commit waits for. */
  private static double sync(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "sync", ".bin");
    long[] nanos = new long[SYNCS];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int i = 0; i < SYNCS; i++) {
        ByteBuffer page = ByteBuffer.allocate(8192);
        page.putLong(0, i);
        channel.write(page, (i % 8) * 8192L);
        long from = System.nanoTime();
        channel.force(false);
        nanos[i] = System.nanoTime() - from;
      }
    } finally {
      Files.delete(file);
    }
    return Latencies.of(nanos).medianMillis();
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "%d cores, %.0f GB memory, heap of the server up to %d MB, JDK %s, fdatasync of 8 KB %.2f"
            + " ms",
        cores,
        memoryGigabytes,
        heapMegabytes,
        jdk,
        syncMillis);
  }
}
