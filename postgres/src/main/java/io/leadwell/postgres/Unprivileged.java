package io.leadwell.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. Under root its programs are started in a user namespace of
 * their own, or, where that is forbidden (some containers), as the user nobody.
 */
final class Unprivileged {

  private static final String NOBODY = "65534";

  private final List<String> prefix;
  private final boolean changesOwner;

  private Unprivileged(List<String> prefix, boolean changesOwner) {
    this.prefix = prefix;
    this.changesOwner = changesOwner;
  }

  static Unprivileged ofThisProcess() {
    // In a container the uid may be anything; initdb refuses one that has no name.
    if (!isRoot() && works(List.of("id", "-un"))) {
      return new Unprivileged(List.of(), false);
    }
    if (works(List.of("unshare", "-U", "true"))) {
      return new Unprivileged(List.of("unshare", "-U"), false);
    }
    if (!isRoot()) {
      return new Unprivileged(List.of(), false);
    }
    List<String> asNobody =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    if (works(join(asNobody, List.of("true")))) {
      return new Unprivileged(asNobody, true);
    }
    throw new ClusterException(
        "PostgreSQL does not run as root, and neither unshare nor setpriv works here. Start"
            + " Leadwell as an ordinary user, or pass --database with the URL of a PostgreSQL"
            + " 15+.");
  }

  /** Says plainly when the user that the programs will run as can't reach them. */
  void mayRun(Path program) {
    if (changesOwner && !works(command(List.of(program.toString(), "--version")))) {
      throw new ClusterException(
          "As root Leadwell runs PostgreSQL as the user nobody, who cannot reach "
              + program
              + ". Put the checkout and the data folder where every user may enter, start Leadwell"
              + " as an ordinary user, or pass --database with the URL of a PostgreSQL 15+.");
    }
  }

  List<String> command(List<String> program) {
    return join(prefix, program);
  }

  /** Gives the folder to the user that the programs will run as, where that is another user. */
  void own(Path folder) {
    if (changesOwner && !works(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()))) {
      throw new ClusterException("The folder " + folder + " could not be given to user nobody.");
    }
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  private static List<String> join(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  private static boolean works(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
