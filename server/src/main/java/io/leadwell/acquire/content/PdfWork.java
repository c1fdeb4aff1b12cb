package io.leadwell.acquire.content;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Looks into a PDF, in a process of its own with little memory and little time: whatever a file is
 * made to burst, it is not the server. {@link PdfReading} starts it.
 *
 * <p>{@code read FILE OUT} writes the number of pages and what they say; {@code first N FILE OUT}
 * writes a PDF of the first pages.
 */
final class PdfWork {

  static final int DONE = 0;
  static final int PROTECTED = 3;
  static final int UNREADABLE = 4;

  private static final int MOST_PAGES = 2_000;
  private static final int MOST_READ = 300;
  private static final int LONGEST_PAGE = 8_000;
  private static final int LONGEST_TEXT = 400_000;

  private PdfWork() {}

  public static void main(String[] arguments) {
    Runtime.getRuntime().halt(done(arguments));
  }

  private static int done(String[] arguments) {
    boolean read = arguments[0].equals("read");
    File file = new File(arguments[arguments.length - 2]);
    Path out = Path.of(arguments[arguments.length - 1]);
    // In memory only: what unpacks without end must not fill the disk.
    try (PDDocument document = Loader.loadPDF(file, IOUtils.createMemoryOnlyStreamCache())) {
      if (document.isEncrypted()) {
        return PROTECTED;
      }
      int pages = document.getNumberOfPages();
      if (pages < 1 || pages > MOST_PAGES) {
        return UNREADABLE;
      }
      if (read) {
        write(out, pages, texts(document, Math.min(pages, MOST_READ)));
      } else {
        try (PDDocument first = FirstPages.of(document, Integer.parseInt(arguments[1]))) {
          first.save(out.toFile());
        }
      }
      return DONE;
    } catch (InvalidPasswordException e) {
      return PROTECTED;
    } catch (IOException | RuntimeException e) {
      return UNREADABLE;
    }
  }

  private static List<String> texts(PDDocument document, int pages) {
    List<String> texts = new ArrayList<>();
    int length = 0;
    for (int page = 1; page <= pages && length < LONGEST_TEXT; page++) {
      String text = text(document, page);
      texts.add(text);
      length += text.length();
    }
    return texts;
  }

  private static String text(PDDocument document, int page) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      return storable(stripper.getText(document));
    } catch (IOException | RuntimeException e) {
      // A page that cannot be read can perhaps be shown.
      return "";
    }
  }

  /** Without what a database or a page cannot hold. */
  private static String storable(String text) {
    StringBuilder kept = new StringBuilder(Math.min(text.length(), LONGEST_PAGE));
    text.codePoints()
        .filter(c -> c == '\n' || c >= ' ' && c != 0x7f)
        .filter(c -> c < 0xd800 || c > 0xdfff)
        .limit(LONGEST_PAGE)
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  private static void write(Path out, int pages, List<String> texts) throws IOException {
    try (DataOutputStream data =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(out)))) {
      data.writeInt(pages);
      data.writeInt(texts.size());
      for (String text : texts) {
        data.writeUTF(text);
      }
    }
  }
}
