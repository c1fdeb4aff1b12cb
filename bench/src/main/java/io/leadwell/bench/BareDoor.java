package io.leadwell.bench;

import io.leadwell.acquire.collect.Collector;
import io.leadwell.acquire.collect.Delivery;
import io.leadwell.acquire.collect.Receipt;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The collector behind a listener as lean as one can be: a virtual thread a connection, no filters,
 * no routes, two answers. What it gains over the product's is the most that any other listener
 * could, so it decides whether one is worth a port of its own.
 */
final class BareDoor implements AutoCloseable {

  private static final int BACKLOG = 1_024;
  private static final byte[] TAKEN =
      "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LATER =
      "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket listening;
  private final Collector collector;

  private BareDoor(ServerSocket listening, Collector collector) {
    this.listening = listening;
    this.collector = collector;
  }

  static BareDoor open(Collector collector) throws IOException {
    ServerSocket listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    BareDoor door = new BareDoor(listening, collector);
    Thread.ofVirtual().start(door::accept);
    return door;
  }

  int port() {
    return listening.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = listening.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException e) {
      // Closed: the measuring is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream(), 8_192);
      OutputStream out = connection.getOutputStream();
      String address = connection.getInetAddress().getHostAddress();
      for (String line = line(in); line != null; line = line(in)) {
        out.write(
            collector.take(delivery(line, in, address)) instanceof Receipt.Taken ? TAKEN : LATER);
      }
    } catch (IOException e) {
      // The sender has gone.
    }
  }

  private static Delivery delivery(String line, InputStream in, String address) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    String path = line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
    return new Delivery(
        path.substring(path.lastIndexOf('/') + 1),
        address,
        headers.get("user-agent"),
        headers.get("host"),
        headers.get("origin"),
        false,
        Instant.now(),
        atMost -> atMost < body.length ? Arrays.copyOf(body, atMost) : body);
  }

  private static @Nullable String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(80);
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        return line.toString();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return null;
  }
}
