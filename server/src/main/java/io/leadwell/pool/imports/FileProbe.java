package io.leadwell.pool.imports;

import io.leadwell.base.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** What a file is, by its content: its name is only a name. */
final class FileProbe {

  /** Beginnings of files people upload by mistake: pdf, pictures, archives. */
  private static final List<String> OTHER_KINDS =
      List.of(
          "%PDF",
          "\u0089PNG",
          "\u00FF\u00D8\u00FF",
          "GIF8",
          "Rar!",
          "7z\u00BC\u00AF",
          "\u001F\u008B",
          "BM6");

  private FileProbe() {}

  static FileShape shape(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(1024);
    }
    if (head.length == 0) {
      throw new Problem(ImportsProblem.FILE_EMPTY);
    }
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
      ZipCheck.refuseUnsound(file);
      return workbook(file);
    }
    if (start.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
      throw new Problem(
          encrypted(file) ? ImportsProblem.ENCRYPTED_WORKBOOK : ImportsProblem.OLD_EXCEL);
    }
    String shown = start.stripLeading().toLowerCase(Locale.ROOT);
    boolean markup =
        shown.startsWith("<html") || shown.startsWith("<!doctype") || shown.startsWith("<?xml");
    if (markup || OTHER_KINDS.stream().anyMatch(start::startsWith)) {
      throw new Problem(ImportsProblem.NOT_A_TABLE);
    }
    return TextProbe.shape(file);
  }

  /** An encrypted xlsx is an OLE container with a stream of this name, spelt in UTF-16. */
  private static boolean encrypted(Path file) throws IOException {
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    String wanted = new String(name, StandardCharsets.ISO_8859_1);
    byte[] buffer = new byte[1 << 16];
    String tail = "";
    try (InputStream in = Files.newInputStream(file)) {
      int got;
      while ((got = in.readNBytes(buffer, 0, buffer.length)) > 0) {
        String part = tail + new String(buffer, 0, got, StandardCharsets.ISO_8859_1);
        if (part.contains(wanted)) {
          return true;
        }
        tail = part.substring(Math.max(0, part.length() - wanted.length()));
      }
    }
    return false;
  }

  private static FileShape workbook(Path file) {
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      List<Sheet> all = book.getSheets().toList();
      List<String> shown =
          all.stream()
              .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
              .map(Sheet::getName)
              .toList();
      List<String> sheets = shown.isEmpty() ? all.stream().map(Sheet::getName).toList() : shown;
      if (sheets.isEmpty()) {
        throw new Problem(ImportsProblem.NO_SHEET);
      }
      return new FileShape("xlsx", null, null, sheets.getFirst(), sheets, null);
    } catch (Problem problem) {
      throw problem;
    } catch (IOException | RuntimeException e) {
      // The reader throws whatever the broken XML led it to.
      throw new Problem(ImportsProblem.WORKBOOK_DAMAGED);
    }
  }
}
