package io.leadwell.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a number of connections busy with requests, each the next one when the last is answered,
 * and says how many were answered as wanted. Reads no more of an answer than its head: those that
 * are asked for here have no body.
 */
final class HttpLoad {

  /** What was answered in a while. */
  record Answered(double perSecond, double p50Millis, double p99Millis) {

    /** The mean of two equally long whiles. */
    Answered and(Answered other) {
      return new Answered(
          (perSecond + other.perSecond) / 2,
          (p50Millis + other.p50Millis) / 2,
          (p99Millis + other.p99Millis) / 2);
    }
  }

  private static final int MOST_TIMED = 200_000;

  private final int port;
  private final int connections;
  private final int wanted;
  private final Supplier<byte @Nullable []> requests;

  /**
   * @param wanted the status of a good answer
   * @param requests null when there are no more
   */
  HttpLoad(int port, int connections, int wanted, Supplier<byte @Nullable []> requests) {
    this.port = port;
    this.connections = connections;
    this.wanted = wanted;
    this.requests = requests;
  }

  Answered run(double seconds) throws InterruptedException {
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    List<long[]> times = new ArrayList<>();
    long answered = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<long[]>> work = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        work.add(threads.submit(() -> keepBusy(end)));
      }
      for (Future<long[]> each : work) {
        long[] mine = each.get();
        answered += mine.length;
        times.add(mine);
      }
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("A connection broke: " + e.getCause(), e);
    }
    double took = (System.nanoTime() - begin) / 1e9;
    long[] all = times.stream().flatMapToLong(Arrays::stream).limit(MOST_TIMED).sorted().toArray();
    return new Answered(answered / took, at(all, 0.5), at(all, 0.99));
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
  }

  private long[] keepBusy(long end) throws IOException {
    long[] nanos = new long[1024];
    int count = 0;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1024);
      for (long now = System.nanoTime(); now < end; ) {
        byte[] request = requests.get();
        if (request == null) {
          break;
        }
        out.write(request);
        int status = readHead(in);
        long then = System.nanoTime();
        if (status != wanted) {
          throw new IOException("answered " + status);
        }
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = then - now;
        now = then;
      }
    }
    return Arrays.copyOf(nanos, count);
  }

  /** The status of an answer, read to the empty line that ends its head. */
  private static int readHead(InputStream in) throws IOException {
    int status = 0;
    int place = 0;
    int line = 0;
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (place >= 9 && place < 12) {
        status = status * 10 + (c - '0');
      }
      place++;
      if (c == '\n') {
        if (line == 0) {
          return status;
        }
        line = 0;
      } else if (c != '\r') {
        line++;
      }
    }
    throw new IOException("closed in the middle of an answer");
  }
}
