package io.leadwell.acquire.content;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;

/** PDFs for tests. */
final class Papers {

  private Papers() {}

  /** Pages that say which they are. */
  static byte[] pages(int count) {
    return made(count, false);
  }

  /** All pages share their pictures, and the first has a link to the last. */
  static byte[] entangled(int count) {
    return made(count, true);
  }

  private static byte[] made(int count, boolean entangled) {
    try (PDDocument document = new PDDocument()) {
      PDResources shared = new PDResources();
      PDType1Font font = new PDType1Font(FontName.HELVETICA);
      for (int i = 1; i <= count; i++) {
        PDPage page = new PDPage();
        document.addPage(page);
        if (entangled) {
          page.setResources(shared);
        }
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
          pen.beginText();
          pen.setFont(font, 24);
          pen.newLineAtOffset(72, 600);
          pen.showText("This is page " + i + " secret" + i);
          pen.endText();
          if (entangled) {
            pen.drawImage(picture(document, i), 72, 100);
          }
        }
      }
      if (entangled) {
        link(document.getPage(0), document.getPage(count - 1));
        COSDictionary bead = new COSDictionary();
        bead.setItem(COSName.P, document.getPage(count - 1));
        document.getPage(0).getCOSObject().setItem(COSName.B, bead);
      }
      return bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDImageXObject picture(PDDocument document, int seed) throws IOException {
    BufferedImage noise = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int i = 0; i < 3_600; i++) {
      noise.setRGB(i % 60, i / 60, random.nextInt(0x1000000));
    }
    return LosslessFactory.createFromImage(document, noise);
  }

  private static void link(PDPage from, PDPage to) throws IOException {
    PDPageFitDestination place = new PDPageFitDestination();
    place.setPage(to);
    PDActionGoTo jump = new PDActionGoTo();
    jump.setDestination(place);
    PDAnnotationLink link = new PDAnnotationLink();
    link.setAction(jump);
    from.getAnnotations().add(link);
  }

  static byte[] locked(String password) {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      return bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A small file whose only page unpacks to gigabytes, in the way {@code filters} says. */
  static byte[] bomb(int gigabytes, int times) {
    byte[] packed = zeros(gigabytes);
    StringBuilder filters = new StringBuilder("/FlateDecode");
    for (int i = 1; i < times; i++) {
      packed = deflated(packed);
      filters.append(" /FlateDecode");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int[] at = new int[5];
    text(out, "%PDF-1.7\n");
    at[1] = out.size();
    text(out, "1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n");
    at[2] = out.size();
    text(out, "2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj\n");
    at[3] = out.size();
    text(
        out,
        "3 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>>\nendobj\n");
    at[4] = out.size();
    text(out, "4 0 obj\n<</Length " + packed.length + " /Filter [" + filters + "]>>\nstream\n");
    out.writeBytes(packed);
    text(out, "\nendstream\nendobj\n");
    int xref = out.size();
    text(out, "xref\n0 5\n0000000000 65535 f \n");
    for (int i = 1; i < 5; i++) {
      text(out, String.format(java.util.Locale.ROOT, "%010d 00000 n \n", at[i]));
    }
    text(out, "trailer\n<</Size 5 /Root 1 0 R>>\nstartxref\n" + xref + "\n%%EOF\n");
    return out.toByteArray();
  }

  private static byte[] zeros(int gigabytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate =
        new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
      byte[] block = new byte[1 << 20];
      java.util.Arrays.fill(block, (byte) ' ');
      for (int i = 0; i < gigabytes * 1024; i++) {
        deflate.write(block);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
      deflate.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }
}
