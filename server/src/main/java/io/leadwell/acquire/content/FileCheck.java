package io.leadwell.acquire.content;

import io.leadwell.base.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at what was uploaded before anything else does. */
@Component
class FileCheck {

  private static final int BLOCK = 1 << 16;

  private final PdfReading pdfs;

  FileCheck(PdfReading pdfs) {
    this.pdfs = pdfs;
  }

  /** Writes the stream to a file as far as its kind may be long. */
  FileKind write(InputStream content, Path file) {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      byte[] beginning = content.readNBytes(FileKind.BEGINNING);
      if (beginning.length == 0) {
        throw new Problem(ContentProblem.CONTENT_FILE_EMPTY);
      }
      FileKind kind =
          FileKind.of(beginning)
              .orElseThrow(() -> new Problem(ContentProblem.CONTENT_FILE_UNKNOWN));
      out.write(beginning);
      long size = beginning.length;
      byte[] block = new byte[BLOCK];
      for (int got = content.read(block); got >= 0; got = content.read(block)) {
        size += got;
        if (size > kind.largest()) {
          throw new Problem(ContentProblem.CONTENT_FILE_TOO_BIG, kind.megabytes());
        }
        out.write(block, 0, got);
      }
      return kind;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the file is; the file may be written anew on the way. */
  StoredFile look(FileKind kind, Path file) {
    try {
      return switch (kind) {
        case PDF -> pdf(file);
        case MP4 -> mp4(file);
        case WEBM -> webm(file);
        case JPEG, PNG -> picture(file);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long bytesOf(StoredFile file, Path path, int seconds) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      if (file.mediaType().equals(FileKind.WEBM.mediaType())) {
        return Webm.bytesOf(channel, seconds);
      }
      Mp4 film = Mp4.of(channel);
      return film == null ? 0 : film.bytesOf(seconds);
    }
  }

  private StoredFile pdf(Path file) throws IOException {
    PdfReading.Read read = pdfs.read(file);
    return stored(FileKind.PDF, file, read.pages(), null, read.texts());
  }

  private static StoredFile mp4(Path file) throws IOException {
    Path better = file.resolveSibling(file.getFileName() + ".mp4");
    try (FileChannel channel = FileChannel.open(file)) {
      Mp4 film = Mp4.of(channel);
      if (film == null || film.bytesOf(1) == 0) {
        throw new Problem(ContentProblem.CONTENT_FILE_CUT_OFF);
      }
      if (film.indexAtEnd()) {
        try (FileChannel to =
            FileChannel.open(better, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
          film.writeIndexFirst(to);
        }
        Files.move(better, file, StandardCopyOption.REPLACE_EXISTING);
      }
      return stored(FileKind.MP4, file, null, film.seconds(), List.of());
    } finally {
      Files.deleteIfExists(better);
    }
  }

  private static StoredFile webm(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      Webm film = Webm.of(channel);
      if (film == null) {
        throw new Problem(ContentProblem.CONTENT_FILE_CUT_OFF);
      }
      return stored(FileKind.WEBM, file, null, film.seconds(), List.of());
    }
  }

  private static StoredFile picture(Path file) throws IOException {
    Pictures.Drawn drawn = Pictures.draw(file);
    Files.write(file, drawn.bytes());
    return new StoredFile(
        sha256(file),
        StoredFile.Kind.PICTURE,
        drawn.mediaType(),
        drawn.bytes().length,
        null,
        null,
        drawn.width(),
        drawn.height(),
        List.of());
  }

  private static StoredFile stored(
      FileKind kind,
      Path file,
      @Nullable Integer pages,
      @Nullable Integer seconds,
      List<String> texts)
      throws IOException {
    return new StoredFile(
        sha256(file),
        kind.kind(),
        kind.mediaType(),
        Files.size(file),
        pages,
        seconds,
        null,
        null,
        texts);
  }

  private static String sha256(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      byte[] block = new byte[BLOCK];
      while (in.read(block) >= 0) {
        // the digest reads along
      }
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
