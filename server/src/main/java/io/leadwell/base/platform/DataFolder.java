package io.leadwell.base.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of this installation; each module keeps its files in a sub-folder of its own. */
public record DataFolder(Path path) {

  /** A sub-folder, made when it is not there. {@code name} is a constant, never input. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
