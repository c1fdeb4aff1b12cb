package io.leadwell.nurture.messaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that hangs up, or refuses, at a place of our choosing. */
final class CutSmtp implements AutoCloseable {

  /** Where the talk goes wrong. */
  enum At {
    GREETING,
    /** Says nothing until it is told to go on, and takes the mail then. */
    SLOW_GREETING,
    AFTER_ALL_WAS_HANDED_OVER,
    BUSY,
    RECIPIENT
  }

  private final ServerSocket socket;
  private final At at;
  final AtomicInteger handedOver = new AtomicInteger();
  final CountDownLatch called = new CountDownLatch(1);
  final CountDownLatch goOn = new CountDownLatch(1);

  CutSmtp(At at) {
    this.at = at;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        // the next one, or closed
      }
    }
  }

  private void talk(Socket client) throws IOException {
    if (at == At.GREETING) {
      return;
    }
    if (at == At.SLOW_GREETING) {
      called.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        return;
      }
    }
    OutputStream out = client.getOutputStream();
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    say(out, "220 mail.example.com");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("RCPT") && at == At.RECIPIENT) {
        say(out, "550 5.1.1 no such user");
      } else if (line.startsWith("RCPT") && at == At.BUSY) {
        say(out, "451 4.7.1 greylisted");
      } else if (line.equals("DATA")) {
        say(out, "354 go on");
        for (String text = in.readLine(); text != null; text = in.readLine()) {
          if (text.equals(".")) {
            handedOver.incrementAndGet();
            return;
          }
        }
      } else {
        say(out, "250 ok");
      }
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
