package io.leadwell.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What PostgreSQL writes to its standard output. PostgreSQL keeps the file open for months, so it
 * is rotated by copy and truncation; every writer appends.
 */
final class ClusterLog {

  private static final int TAIL_BYTES = 4096;

  private final Path file;
  private final long largest;

  /** {@code largest}: from so many bytes on, the log is moved to {@code .1} and begun anew. */
  ClusterLog(Path file, long largest) {
    this.file = file;
    this.largest = largest;
  }

  ProcessBuilder.Redirect redirect() {
    return ProcessBuilder.Redirect.appendTo(file.toFile());
  }

  void rotateWhenLarge() {
    try {
      if (Files.notExists(file) || Files.size(file) < largest) {
        return;
      }
      Files.copy(
          file,
          file.resolveSibling(file.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Size now: what a start says is read from here on. */
  long mark() {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** The last two lines written after {@code mark}, or nothing when the log can't be read. */
  String lastLinesSince(long mark) {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(Math.max(mark, log.length() - TAIL_BYTES));
      byte[] tail = new byte[(int) (log.length() - log.getFilePointer())];
      log.readFully(tail);
      List<String> lines =
          new String(tail, StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).toList();
      return String.join(" ", lines.subList(Math.max(0, lines.size() - 2), lines.size()));
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
