package io.leadwell.acquire.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfTests {

  @TempDir Path folder = Path.of(".");

  private final PdfReading reading = new PdfReading();

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("paper"), bytes);
  }

  private void refused(ContentProblem problem, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class, thrown -> assertThat(thrown.code()).isEqualTo(problem));
  }

  @Test
  void a_pdf_says_how_many_pages_it_has_and_what_they_say() throws IOException {
    PdfReading.Read read = reading.read(file(Papers.pages(7)));

    assertThat(read.pages()).isEqualTo(7);
    assertThat(read.texts()).hasSize(7);
    assertThat(read.texts().get(3)).isEqualTo("This is page 4 secret4");
  }

  @Test
  void the_first_pages_hold_nothing_of_the_others() throws IOException {
    byte[] whole = Papers.entangled(9);
    Path out = folder.resolve("first");

    reading.first(2, file(whole), out);

    try (PDDocument first = Loader.loadPDF(out.toFile())) {
      assertThat(first.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(first))
          .contains("secret1", "secret2")
          .doesNotContain("secret3", "secret9");
      long pages =
          first.getDocument().getXrefTable().keySet().stream()
              .map(key -> first.getDocument().getObjectFromPool(key))
              .map(COSObject::getObject)
              .filter(object ->
                  object instanceof org.apache.pdfbox.cos.COSDictionary dictionary
                      && COSName.PAGE.equals(dictionary.getCOSName(COSName.TYPE)))
              .count();
      assertThat(pages).as("pages anywhere in the file").isEqualTo(2);
      long pictures =
          first.getDocument().getXrefTable().keySet().stream()
              .map(key -> first.getDocument().getObjectFromPool(key))
              .map(COSObject::getObject)
              .filter(object ->
                  object instanceof COSStream stream
                      && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE)))
              .count();
      assertThat(pictures).as("pictures anywhere in the file").isEqualTo(2);
    }
    // A fifth of the noise can't hold all of it.
    assertThat(Files.size(out)).isLessThan(whole.length / 3);
  }

  @Test
  void a_protected_pdf_is_refused_with_or_without_a_password_to_open_it() throws IOException {
    refused(ContentProblem.PDF_PROTECTED, () -> reading.read(file(Papers.locked("secret"))));
    refused(ContentProblem.PDF_PROTECTED, () -> reading.read(file(Papers.locked(""))));
  }

  @Test
  void a_pdf_that_lost_its_end_is_refused_as_such() throws IOException {
    byte[] whole = Papers.pages(5);
    refused(
        ContentProblem.CONTENT_FILE_CUT_OFF,
        () -> reading.read(file(Arrays.copyOf(whole, whole.length - 200))));
  }

  @Test
  void what_only_begins_and_ends_like_a_pdf_is_refused() throws IOException {
    refused(
        ContentProblem.PDF_UNREADABLE,
        () ->
            reading.read(
                file(
                    "%PDF-1.7\n<script>alert(1)</script>\n%%EOF"
                        .getBytes(StandardCharsets.US_ASCII))));
  }

  @Test
  void a_pdf_that_unpacks_to_gigabytes_bursts_outside_of_the_server() throws IOException {
    byte[] small = Papers.bomb(1, 2);
    assertThat(small.length).isLessThan(100_000);

    PdfReading.Read read;
    try {
      read = reading.read(file(small));
    } catch (Problem refused) {
      assertThat(refused.code()).isEqualTo(ContentProblem.PDF_UNREADABLE);
      read = new PdfReading.Read(0, java.util.List.of());
    }

    assertThat(String.join("", read.texts())).isEmpty();
    assertThat(reading.read(file(Papers.pages(1))).pages()).as("the next one").isEqualTo(1);
  }
}
