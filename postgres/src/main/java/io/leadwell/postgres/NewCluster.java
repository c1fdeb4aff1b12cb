package io.leadwell.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Makes the files of a cluster on first use. Each is made aside and renamed when it is whole, so a
 * kill at any moment leaves either nothing or everything.
 */
final class NewCluster {

  private final Path folder;
  private final Path programs;
  private final Unprivileged unprivileged;
  private final ClusterLog log;

  NewCluster(Path folder, Path programs, Unprivileged unprivileged, ClusterLog log) {
    this.folder = folder;
    this.programs = programs;
    this.unprivileged = unprivileged;
    this.log = log;
  }

  void makeOnFirstUse(Path cluster, Path passwordFile) {
    if (Files.exists(cluster.resolve("PG_VERSION"))) {
      return;
    }
    Path aside = folder.resolve("cluster.new");
    try {
      Folders.delete(aside);
      writePassword(passwordFile);
      Files.createDirectory(aside, only("rwx------"));
      unprivileged.own(folder);
      initdb(aside, passwordFile);
      Files.move(aside, cluster, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new ClusterException(
          "The database folder "
              + folder
              + " could not be set up: "
              + e.getMessage()
              + ". Check free disk space and permissions.",
          e);
    }
  }

  private static void writePassword(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    Path aside = file.resolveSibling("password.new");
    Files.deleteIfExists(aside);
    Files.createFile(aside, only("rw-------"));
    Files.writeString(aside, HexFormat.of().formatHex(secret) + "\n");
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void initdb(Path aside, Path passwordFile) throws IOException {
    long mark = log.mark();
    Process process =
        new ProcessBuilder(
                unprivileged.command(
                    List.of(
                        programs.resolve("bin/initdb").toString(),
                        "-D",
                        aside.toString(),
                        "-U",
                        PostgresCluster.USER,
                        "--encoding=UTF8",
                        // builtin: the same order on every machine and after every upgrade of its
                        // C library
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C.UTF-8",
                        "--auth-host=scram-sha-256",
                        "--auth-local=scram-sha-256",
                        "--data-checksums",
                        "--pwfile=" + passwordFile)))
            .redirectErrorStream(true)
            .redirectOutput(log.redirect())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new ClusterException(
            "The database could not be made: " + log.lastLinesSince(mark) + " See " + log + ".");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new ClusterException("Making the database was interrupted.", e);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> only(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
