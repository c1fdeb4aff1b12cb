package io.leadwell.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link Writer} in a JVM of its own. */
final class WriterProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private final List<String> lines = new ArrayList<>();

  private WriterProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  static WriterProcess start(
      List<String> prefix, String classPath, Path folder, Path programs, long rows)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, Writer.class.getName()));
    command.addAll(List.of(folder.toString(), programs.toString(), Long.toString(rows)));
    return new WriterProcess(
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Reads until a line begins so, and returns the rest of it. */
  String until(String beginning) throws IOException {
    String line;
    while ((line = output.readLine()) != null) {
      lines.add(line);
      if (line.startsWith(beginning)) {
        return line.substring(beginning.length()).strip();
      }
    }
    throw new AssertionError("ended without saying '" + beginning + "': " + lines);
  }

  /** Reads what is left, after a kill or its own end, and returns the highest number it said. */
  long lastAcknowledged() {
    lines.addAll(output.lines().toList());
    return lines.stream()
        .filter(line -> line.matches("acknowledged \\d+"))
        .mapToLong(line -> Long.parseLong(line.substring("acknowledged ".length())))
        .max()
        .orElse(0);
  }

  void kill() {
    // Process.destroyForcibly would also throw away what it has said and nobody has read yet.
    Signals.send("KILL", process.pid());
    exitCode();
  }

  int exitCode() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("still running");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      output.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
