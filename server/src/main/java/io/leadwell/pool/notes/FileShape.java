package io.leadwell.pool.notes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that may be kept: by their name, and the first bytes must agree. */
enum FileShape {
  PDF("application/pdf", "%PDF-", "pdf"),
  PNG("image/png", "\u0089PNG\r\n\u001a\n", "png"),
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff", "jpg", "jpeg"),
  GIF("image/gif", "GIF8", "gif"),
  WEBP("image/webp", "RIFF", "webp"),
  WORD(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "PK\u0003\u0004",
      "docx"),
  EXCEL(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "PK\u0003\u0004",
      "xlsx"),
  POWERPOINT(
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      "PK\u0003\u0004",
      "pptx"),
  OLD_OFFICE("application/x-ole-storage", "\u00d0\u00cf\u0011\u00e0", "doc", "xls", "ppt"),
  TEXT("text/plain", "", "txt", "csv", "md");

  private static final int LOOKED_AT = 8_192;

  private final String mediaType;
  private final byte[] begins;
  private final String[] endings;

  FileShape(String mediaType, String begins, String... endings) {
    this.mediaType = mediaType;
    this.begins = begins.getBytes(StandardCharsets.ISO_8859_1);
    this.endings = endings;
  }

  String mediaType() {
    return mediaType;
  }

  /** What the file is; empty where the name promises something else, or nothing that is kept. */
  static Optional<FileShape> of(String name, Path file) throws IOException {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (FileShape shape : values()) {
      if (Arrays.asList(shape.endings).contains(ending)) {
        return shape.fits(file) ? Optional.of(shape) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean fits(Path file) throws IOException {
    byte[] first;
    try (InputStream bytes = Files.newInputStream(file)) {
      first = bytes.readNBytes(LOOKED_AT);
    }
    if (this == TEXT) {
      return isText(first);
    }
    return first.length >= begins.length
        && Arrays.equals(Arrays.copyOf(first, begins.length), begins);
  }

  /** Text in UTF-8 or an older Chinese encoding has no bytes of control. */
  private static boolean isText(byte[] first) {
    for (byte b : first) {
      if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .decode(ByteBuffer.wrap(first))
              .toString();
      return !text.stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype html");
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
