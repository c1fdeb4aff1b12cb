package io.leadwell.acquire.content;

import io.leadwell.base.platform.Problem;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has PDFs looked into by {@link PdfWork}, one at a time. */
@Component
class PdfReading {

  /** What a PDF says. */
  record Read(int pages, List<String> texts) {}

  private static final Logger LOG = LoggerFactory.getLogger(PdfReading.class);
  private static final long PATIENCE_SECONDS = 60;
  private static final int ENDING = 2_048;

  private final Semaphore one = new Semaphore(1);

  PdfReading() {}

  Read read(Path file) {
    if (!ends(file)) {
      throw new Problem(ContentProblem.CONTENT_FILE_CUT_OFF);
    }
    Path out = beside(file);
    try {
      work(List.of("read", file.toString(), out.toString()));
      return read(file, out);
    } finally {
      delete(out);
    }
  }

  /** Writes a PDF of the first pages. */
  void first(int pages, Path file, Path out) {
    work(List.of("first", Integer.toString(pages), file.toString(), out.toString()));
  }

  private static Read read(Path file, Path out) {
    try (DataInputStream data =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(out)))) {
      int pages = data.readInt();
      int count = data.readInt();
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        texts.add(data.readUTF());
      }
      return new Read(pages, List.copyOf(texts));
    } catch (IOException e) {
      throw new UncheckedIOException("No word about " + file, e);
    }
  }

  private void work(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto"));
    command.add("-Djava.awt.headless=true");
    // Where it notes which fonts the machine has; the user's home may be nobody's.
    command.add("-Dpdfbox.fontcache=" + Path.of(arguments.getLast()).getParent());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), PdfWork.class.getName()));
    command.addAll(arguments);
    try {
      one.acquire();
      try {
        int ended = ended(command);
        if (ended == PdfWork.PROTECTED) {
          throw new Problem(ContentProblem.PDF_PROTECTED);
        }
        if (ended != PdfWork.DONE) {
          LOG.info("A PDF could not be read: {}", ended);
          throw new Problem(ContentProblem.PDF_UNREADABLE);
        }
      } finally {
        one.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem(ContentProblem.PDF_UNREADABLE);
    } catch (IOException e) {
      throw new UncheckedIOException("No process to read a PDF", e);
    }
  }

  /** How the process ended; any other number than those of {@link PdfWork} when it burst. */
  private static int ended(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
          ? process.exitValue()
          : PdfWork.UNREADABLE;
    } finally {
      process.destroyForcibly();
    }
  }

  /** A PDF ends by saying so; one that does not has lost its tail on the way. */
  private static boolean ends(Path file) {
    try (RandomAccessFile pdf = new RandomAccessFile(file.toFile(), "r")) {
      byte[] tail = new byte[(int) Math.min(ENDING, pdf.length())];
      pdf.seek(pdf.length() - tail.length);
      pdf.readFully(tail);
      return new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".read");
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
