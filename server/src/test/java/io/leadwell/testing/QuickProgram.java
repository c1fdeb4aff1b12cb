package io.leadwell.testing;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A main class to be started many times: the first run keeps what the JVM learnt of its classes,
 * and the others begin with that. Such a cache is of jars only, so folders of classes are packed.
 */
public final class QuickProgram {

  private final Path folder;
  private final List<String> command;

  private QuickProgram(Path folder, List<String> command) {
    this.folder = folder;
    this.command = command;
  }

  /**
   * @param options of the JVM, and system properties
   */
  public static QuickProgram of(Class<?> main, Path folder, List<String> options)
      throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>(options);
    command.add("-cp");
    command.add(jars(folder));
    command.add(main.getName());
    return new QuickProgram(folder, command);
  }

  /** The run that the others learn from; its end writes the cache. */
  public ProcessBuilder first() {
    return builder("-XX:AOTCacheOutput=" + cache());
  }

  /** One of the others. */
  public ProcessBuilder next() {
    return Files.exists(cache()) ? builder("-XX:AOTCache=" + cache()) : builder();
  }

  private Path cache() {
    return folder.resolve("classes.aot");
  }

  private ProcessBuilder builder(String... more) {
    List<String> whole = new ArrayList<>();
    whole.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    whole.addAll(List.of(more));
    whole.addAll(command);
    return new ProcessBuilder(whole);
  }

  private static String jars(Path folder) throws IOException {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        Path jar = folder.resolve(jars.size() + ".jar");
        pack(path, jar);
        jars.add(jar.toString());
      } else if (Files.exists(path)) {
        jars.add(entry);
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      out.setLevel(0);
      for (Path each : all.sorted().toList()) {
        String name = classes.relativize(each).toString().replace(File.separatorChar, '/');
        if (name.isEmpty()) {
          continue;
        }
        // Scans of packages look for the folders too.
        out.putNextEntry(new JarEntry(Files.isDirectory(each) ? name + "/" : name));
        if (Files.isRegularFile(each)) {
          Files.copy(each, out);
        }
        out.closeEntry();
      }
    }
  }
}
