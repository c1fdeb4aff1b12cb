package io.leadwell.base.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A small file in the data folder that only its owner may read. */
final class PrivateFile {

  private final Path path;

  PrivateFile(Path path) {
    this.path = path;
  }

  /** Readers see the old content or the new, never half of it. */
  void write(String content) {
    try {
      Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
      Path fresh = Files.createTempFile(folder, "." + path.getFileName(), ".new");
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(fresh, content);
      try {
        Files.move(
            fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty when there is no such file. */
  String read() {
    try {
      return Files.exists(path) ? Files.readString(path).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
