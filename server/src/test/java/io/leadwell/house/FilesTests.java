package io.leadwell.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is short enough to be read whole. */
class FilesTests {

  private static final int LONGEST = 310;

  /** Tests are lists of examples and may run on. */
  private static final int LONGEST_TEST = 450;

  @TempDir Path temporary = Path.of(".");

  @Test
  void no_file_is_longer_than_a_reader_can_hold() throws IOException {
    List<Path> files = sources(Path.of(".."));
    assertThat(files).hasSizeGreaterThan(200);
    assertThat(tooLong(files)).isEmpty();
  }

  @Test
  void a_long_file_is_found() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("src"));
    Files.writeString(folder.resolve("Long.java"), "//\n".repeat(LONGEST + 1));
    Files.writeString(folder.resolve("Short.java"), "//\n".repeat(LONGEST));
    assertThat(tooLong(sources(temporary))).containsExactly(folder.resolve("Long.java"));
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(path -> path.toString().endsWith(".java"))
          .filter(path -> path.toString().contains("src"))
          .filter(path -> !path.toString().contains("node_modules"))
          .toList();
    }
  }

  private static List<Path> tooLong(List<Path> files) throws IOException {
    List<Path> found = new java.util.ArrayList<>();
    for (Path file : files) {
      try (Stream<String> lines = Files.lines(file)) {
        boolean test = file.toString().endsWith("Tests.java");
        if (lines.count() > (test ? LONGEST_TEST : LONGEST)) {
          found.add(file);
        }
      }
    }
    return found;
  }
}
