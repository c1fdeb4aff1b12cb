package io.leadwell.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An nginx that answers everything with 204 and writes its access log: the least a server can do.
 */
final class Nginx implements AutoCloseable {

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Null where there is no nginx. */
  static @Nullable Nginx start(Path folder) throws IOException {
    Path home = Files.createDirectories(folder.resolve("nginx"));
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path config = home.resolve("nginx.conf");
    Files.writeString(
        config,
        """
        daemon off;
        worker_processes 1;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log;
        events { worker_connections 2048; }
        http {
          access_log %1$s/access.log combined buffer=64k flush=1s;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          keepalive_requests 100000000;
          server { listen 127.0.0.1:%2$d; location / { return 204; } }
        }
        """
            .formatted(home, port));
    try {
      Process process =
          new ProcessBuilder("nginx", "-c", config.toString(), "-e", home + "/error.log")
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("out.log").toFile())
              .start();
      Nginx nginx = new Nginx(process, port);
      return nginx.isUp() ? nginx : null;
    } catch (IOException e) {
      // No such program.
      return null;
    }
  }

  int port() {
    return port;
  }

  private boolean isUp() {
    for (int i = 0; i < 200 && process.isAlive(); i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return socket.isConnected();
      } catch (IOException e) {
        LockSupport.parkNanos(25_000_000);
      }
    }
    process.destroy();
    return false;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
