package io.leadwell.acquire.content;

import io.leadwell.base.platform.DataFolder;
import io.leadwell.base.platform.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The bytes in the data folder, each file under its hash; no path is ever made of what somebody
 * typed. What is cut from a file lies beside it.
 */
@Component
class FileFolder {

  private static final String FOLDER = "files/content";
  private static final String INCOMING = "files/content/incoming";

  private final DataFolder data;

  FileFolder(DataFolder data) {
    this.data = data;
  }

  /** A place for what is being looked at. */
  Path incoming() {
    return data.folder(INCOMING).resolve(Ids.next().toString());
  }

  /** What a server that died was looking at. */
  List<Path> leftBehind(Instant before) throws IOException {
    List<Path> old = new ArrayList<>();
    try (Stream<Path> files = Files.list(data.folder(INCOMING))) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          old.add(file);
        }
      }
    }
    return old;
  }

  /** A file with what was cut from it. */
  void forget(String sha256) throws IOException {
    try (Stream<Path> files = Files.list(folder(sha256))) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith(sha256)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Moves a file to its place, on the disk for certain: the row that names it comes after. */
  void keep(Path file, String sha256) {
    move(file, path(sha256));
  }

  Path path(String sha256) {
    return folder(sha256).resolve(sha256);
  }

  /** The first pages of a PDF. */
  Path first(String sha256, int pages) {
    return folder(sha256).resolve(sha256 + ".first-" + pages);
  }

  void move(Path file, Path place) {
    try {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("No hash: " + sha256);
    }
    return data.folder(FOLDER + "/" + sha256.substring(0, 2));
  }
}
