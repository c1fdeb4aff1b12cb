package io.leadwell.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How soon a built tree answers. */
final class StartBench {

  private static final double GOAL_SECONDS = 5;

  private final Path folder;
  private final Report report;

  StartBench(Path folder, Report report) {
    this.folder = folder;
    this.report = report;
  }

  void run() throws IOException, InterruptedException {
    Path launcher = Path.of("leadwell").toAbsolutePath();
    if (!Files.isExecutable(launcher)) {
      report.say("start: skipped, there is no launcher in " + launcher.getParent());
      return;
    }
    String data = folder.resolve("start").toString();
    String port = Integer.toString(freePort());
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      long from = System.nanoTime();
      int code = call(launcher, "start", "--detach", "--data", data, "--port", port);
      double took = (System.nanoTime() - from) / 1e9;
      call(launcher, "stop", "--data", data);
      if (code != 0) {
        report.say("start: skipped, the server did not start; see " + folder.resolve("start.log"));
        return;
      }
      seconds.add(took);
    }
    report.add(
        new Measure(
            "start, built tree",
            String.format(Locale.ROOT, "%.1f s", seconds.get(1)),
            "new data folder",
            String.format(Locale.ROOT, "%.1f s", seconds.get(0)),
            null,
            String.format(Locale.ROOT, "≤ %.0f s", GOAL_SECONDS),
            seconds.get(1) <= GOAL_SECONDS));
  }

  private int call(Path launcher, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(launcher.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("start.log").toFile()));
    return process.start().waitFor();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
