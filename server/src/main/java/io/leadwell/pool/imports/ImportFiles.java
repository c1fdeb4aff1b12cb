package io.leadwell.pool.imports;

import io.leadwell.base.platform.DataFolder;
import io.leadwell.base.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The uploaded files in the data folder, each under the id of its import. */
@Component
class ImportFiles {

  private static final long LARGEST = 512L * 1024 * 1024;
  private static final int BLOCK = 1 << 16;
  private static final String PLACE = "files/imports";

  private final DataFolder data;

  ImportFiles(DataFolder data) {
    this.data = data;
  }

  /** What was written. */
  record Written(long size, byte[] sha256) {}

  /** Writes the stream to the disk, for certain: the row that names the file comes after. */
  Written write(UUID id, InputStream content) {
    Path file = path(id);
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[BLOCK];
      long size = 0;
      int got;
      while ((got = content.read(block)) > 0) {
        size += got;
        if (size > LARGEST) {
          throw new Problem(ImportsProblem.FILE_TOO_BIG);
        }
        sha.update(block, 0, got);
        for (ByteBuffer rest = ByteBuffer.wrap(block, 0, got); rest.hasRemaining(); ) {
          out.write(rest);
        }
      }
      out.force(true);
      return new Written(size, sha.digest());
    } catch (IOException e) {
      delete(id);
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    } catch (RuntimeException e) {
      delete(id);
      throw e;
    }
  }

  Path path(UUID id) {
    return data.folder(PLACE).resolve(id.toString());
  }

  /** Files that lie there, by the ids in their names; others are none of ours. */
  Map<UUID, Path> all() {
    Map<UUID, Path> files = new HashMap<>();
    for (Path file : in(PLACE)) {
      try {
        files.put(UUID.fromString(file.getFileName().toString()), file);
      } catch (IllegalArgumentException e) {
        // Somebody else put it there.
      }
    }
    return files;
  }

  /** What the web server writes down while an upload comes in, and removes unless it is killed. */
  List<Path> halfReceived() {
    return in("uploads");
  }

  private List<Path> in(String folder) {
    try (Stream<Path> files = Files.list(data.folder(folder))) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The row that names the file goes first: a file too many harms less than one too few. */
  void deleteAfterCommit(UUID id) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            delete(id);
          }
        });
  }

  void delete(UUID id) {
    try {
      Files.deleteIfExists(path(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
