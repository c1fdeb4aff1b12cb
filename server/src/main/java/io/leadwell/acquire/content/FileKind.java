package io.leadwell.acquire.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file is, by how it begins: its name and what a browser says of it are only words. */
enum FileKind {
  PDF(StoredFile.Kind.PDF, "application/pdf", 100),
  MP4(StoredFile.Kind.VIDEO, "video/mp4", 512),
  WEBM(StoredFile.Kind.VIDEO, "video/webm", 512),
  JPEG(StoredFile.Kind.PICTURE, "image/jpeg", 15),
  PNG(StoredFile.Kind.PICTURE, "image/png", 15);

  /** As many bytes as it takes to know. */
  static final int BEGINNING = 64;

  private static final long MB = 1024L * 1024;
  private static final byte[] EBML = {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3};
  private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final StoredFile.Kind kind;
  private final String mediaType;
  private final int megabytes;

  FileKind(StoredFile.Kind kind, String mediaType, int megabytes) {
    this.kind = kind;
    this.mediaType = mediaType;
    this.megabytes = megabytes;
  }

  StoredFile.Kind kind() {
    return kind;
  }

  String mediaType() {
    return mediaType;
  }

  int megabytes() {
    return megabytes;
  }

  long largest() {
    return megabytes * MB;
  }

  static Optional<FileKind> of(byte[] beginning) {
    if (has(beginning, 0, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
      return Optional.of(PDF);
    }
    if (has(beginning, 4, "ftyp".getBytes(StandardCharsets.US_ASCII))) {
      return Optional.of(MP4);
    }
    if (has(beginning, 0, EBML) && contains(beginning, "webm")) {
      return Optional.of(WEBM);
    }
    if (has(beginning, 0, JPEG_START)) {
      return Optional.of(JPEG);
    }
    return has(beginning, 0, PNG_START) ? Optional.of(PNG) : Optional.empty();
  }

  private static boolean has(byte[] beginning, int at, byte[] mark) {
    return beginning.length >= at + mark.length
        && Arrays.equals(beginning, at, at + mark.length, mark, 0, mark.length);
  }

  private static boolean contains(byte[] beginning, String word) {
    return new String(beginning, StandardCharsets.ISO_8859_1).contains(word);
  }
}
