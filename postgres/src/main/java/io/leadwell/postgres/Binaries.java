package io.leadwell.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL programs of this machine once and says where they are. */
final class Binaries {

  private static final String MARK = "complete";
  private static final String ASIDE = "unpacking";

  private Binaries() {}

  /** Folder that holds {@code bin/postgres}; unpacked below {@code parent} when it is not there. */
  static Path unpackedBelow(Path parent) {
    String archive = archiveName();
    URL resource = Binaries.class.getResource("/" + archive);
    if (resource == null) {
      throw new ClusterException(
          "No PostgreSQL programs for this machine are built in ("
              + archive
              + "). Build on this machine, or pass --database with the URL of a PostgreSQL 15+.");
    }
    Path home = parent.resolve(archive.replace(".txz", "") + "-" + release(resource));
    if (Files.exists(home.resolve(MARK))) {
      return home;
    }
    try (InputStream packed = resource.openStream()) {
      Files.createDirectories(parent);
      removeAbandoned(parent);
      // Unpacked aside and renamed, so that a kill half-way never leaves a broken installation.
      Path aside = Files.createTempDirectory(parent, ASIDE);
      unpack(packed, aside);
      Files.createFile(aside.resolve(MARK));
      makeReadable(aside);
      moveIntoPlace(aside, home);
      return home;
    } catch (IOException e) {
      throw new ClusterException(
          "The PostgreSQL programs could not be unpacked into "
              + parent
              + ": "
              + e.getMessage()
              + ". Check free disk space and the folder's permissions.",
          e);
    }
  }

  /** Tells archives apart, so that an upgrade is unpacked beside the release before it. */
  private static String release(URL resource) {
    try {
      return resource.openConnection() instanceof JarURLConnection jar
          ? Long.toHexString(jar.getJarEntry().getCrc())
          : "unpacked";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Folders of unpackings that were killed; a live one is younger. */
  private static void removeAbandoned(Path parent) throws IOException {
    FileTime hourAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    try (DirectoryStream<Path> asides = Files.newDirectoryStream(parent, ASIDE + "*")) {
      for (Path aside : asides) {
        if (Files.getLastModifiedTime(aside).compareTo(hourAgo) < 0) {
          Folders.delete(aside);
        }
      }
    }
  }

  private static void moveIntoPlace(Path aside, Path home) throws IOException {
    try {
      Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Another process unpacked the same archive meanwhile: its copy is as good as ours.
      if (!Files.exists(home.resolve(MARK))) {
        throw e;
      }
      Folders.delete(aside);
    }
  }

  private static void unpack(InputStream packed, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(path.getParent());
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(tar, path);
          if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, EXECUTABLE);
          }
        }
      }
    }
  }

  private static final Set<PosixFilePermission> EXECUTABLE =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_EXECUTE);

  /** A temporary folder is 0700; an unprivileged postgres must be able to read its programs. */
  private static void makeReadable(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, EXECUTABLE);
  }

  private static String archiveName() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    if (os.contains("mac")) {
      return arm ? "postgres-darwin-arm_64.txz" : "postgres-darwin-x86_64.txz";
    }
    if (os.contains("linux")) {
      return arm ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
    }
    throw new ClusterException(
        "The built-in PostgreSQL runs on Linux and macOS; on "
            + System.getProperty("os.name")
            + " pass --database with the URL of a PostgreSQL 15+.");
  }
}
