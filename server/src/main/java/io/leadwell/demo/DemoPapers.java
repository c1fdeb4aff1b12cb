package io.leadwell.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** The papers and covers of the demo company, made when it is. */
final class DemoPapers {

  private static final COSName FONT = COSName.getPDFName("F1");
  private static final int WIDTH = 1_280;
  private static final int HEIGHT = 720;

  private DemoPapers() {}

  /** A page for each list: a heading and lines under it. */
  static byte[] pdf(List<List<String>> pages) {
    try (PDDocument document = new PDDocument()) {
      COSDictionary fonts = new COSDictionary();
      fonts.setItem(FONT, chinese());
      COSDictionary resources = new COSDictionary();
      resources.setItem(COSName.FONT, fonts);
      for (List<String> lines : pages) {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setResources(new PDResources(resources));
        PDStream content = new PDStream(document);
        try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
          out.write(drawing(lines).getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(content);
        document.addPage(page);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String drawing(List<String> lines) {
    StringBuilder drawing = new StringBuilder("0.06 0.44 0.42 rg 0 812 595 30 re f 0.1 g BT ");
    drawing.append("/F1 30 Tf 60 700 Td ").append(shown(lines.getFirst()));
    drawing.append("/F1 17 Tf ");
    for (String line : lines.subList(1, lines.size())) {
      drawing.append("0 -46 Td ").append(shown(line));
    }
    return drawing.append("ET").toString();
  }

  private static String shown(String text) {
    return "<" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + "> Tj ";
  }

  /** A font that every reader of PDFs has for Chinese, so none is put in. */
  private static COSDictionary chinese() {
    COSDictionary order = new COSDictionary();
    order.setItem(COSName.REGISTRY, new COSString("Adobe"));
    order.setItem(COSName.ORDERING, new COSString("GB1"));
    order.setItem(COSName.SUPPLEMENT, COSInteger.get(2));
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, "STSong-Light");
    descriptor.setInt(COSName.FLAGS, 6);
    descriptor.setItem(COSName.FONT_BBOX, numbers(-25, -254, 1000, 880));
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setInt(COSName.ASCENT, 880);
    descriptor.setInt(COSName.DESCENT, -120);
    descriptor.setInt(COSName.CAP_HEIGHT, 880);
    descriptor.setInt(COSName.STEM_V, 93);
    COSDictionary signs = new COSDictionary();
    signs.setItem(COSName.TYPE, COSName.FONT);
    signs.setName(COSName.SUBTYPE, "CIDFontType0");
    signs.setName(COSName.BASE_FONT, "STSong-Light");
    signs.setItem(COSName.CIDSYSTEMINFO, order);
    signs.setItem(COSName.FONT_DESC, descriptor);
    signs.setInt(COSName.DW, 1000);
    COSArray descendants = new COSArray();
    descendants.add(signs);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setName(COSName.SUBTYPE, "Type0");
    font.setName(COSName.BASE_FONT, "STSong-Light");
    font.setName(COSName.ENCODING, "UniGB-UCS2-H");
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    return font;
  }

  private static COSArray numbers(int... values) {
    COSArray array = new COSArray();
    for (int value : values) {
      array.add(COSInteger.get(value));
    }
    return array;
  }

  /** Shapes in the company's colours; which ones, the title decides. */
  static byte[] cover(String title) {
    Random random = new Random(title.hashCode());
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    float hue = 0.44f + random.nextFloat() * 0.2f;
    pen.setPaint(
        new GradientPaint(
            0,
            0,
            Color.getHSBColor(hue, 0.75f, 0.42f),
            WIDTH,
            HEIGHT,
            Color.getHSBColor(hue + 0.06f, 0.55f, 0.72f)));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(new Color(255, 255, 255, 34));
    for (int i = 0; i < 7; i++) {
      double size = 90 + random.nextInt(330);
      double x = random.nextInt(WIDTH) - size / 2;
      double y = random.nextInt(HEIGHT) - size / 2;
      pen.fill(
          i % 2 == 0
              ? new Ellipse2D.Double(x, y, size, size)
              : new RoundRectangle2D.Double(x, y, size * 1.6, size / 2, 30, 30));
    }
    pen.dispose();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
