package io.leadwell.acquire.links;

import io.leadwell.base.platform.Problem;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.stereotype.Service;

/** Codes to be printed and scanned. */
@Service
public class CodePictures {

  static final int SMALLEST = 15;
  static final int LARGEST = 1_000;

  /** Dots of a PNG: 300 to the inch, as print shops ask, but no picture of a hundred million. */
  private static final double DOTS_PER_MILLIMETRE = 300 / 25.4;

  private static final int MOST_DOTS = 4_000;
  private static final int LONGEST_CAPTION = 60;
  private static final int LARGEST_LOGO = 1 << 20;
  private static final int LOGO_DOTS = 3_000;
  private static final double CAPTION = 0.12;

  /** The picture of a code that leads to {@code address}. */
  public byte[] draw(String address, CodePicture wanted) {
    if (wanted.millimetres() < SMALLEST || wanted.millimetres() > LARGEST) {
      throw Problem.field(
          LinksProblem.CODE_SIZE_INVALID,
          "millimetres",
          "problem.CODE_SIZE_INVALID",
          SMALLEST,
          LARGEST);
    }
    String caption = wanted.caption() == null ? "" : wanted.caption().strip();
    if (caption.codePointCount(0, caption.length()) > LONGEST_CAPTION
        || caption.codePoints().anyMatch(c -> Character.isISOControl(c) || isHalf(c))) {
      throw Problem.field(
          LinksProblem.CODE_CAPTION_INVALID,
          "caption",
          "problem.CODE_CAPTION_INVALID",
          LONGEST_CAPTION);
    }
    QrMatrix matrix = QrMatrix.of(address, wanted.logo() != null);
    return wanted.format() == CodePicture.Format.SVG
        ? svg(matrix, wanted, caption)
        : png(matrix, wanted, caption);
  }

  /** A logo as it was uploaded: small, and really a picture. Only its dots are used. */
  public BufferedImage logo(byte[] uploaded) {
    if (uploaded.length == 0 || uploaded.length > LARGEST_LOGO) {
      throw wrongLogo();
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(uploaded))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw wrongLogo();
      }
      ImageReader reader = readers.next();
      try {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        reader.setInput(in, true, true);
        // the size stands at the beginning: a bomb is refused before it is unpacked
        boolean fits = reader.getWidth(0) <= LOGO_DOTS && reader.getHeight(0) <= LOGO_DOTS;
        if (!fits || !(format.equals("png") || format.equals("jpeg"))) {
          throw wrongLogo();
        }
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw wrongLogo();
    }
  }

  private static byte[] svg(QrMatrix matrix, CodePicture wanted, String caption) {
    int whole = matrix.whole();
    double high = caption.isEmpty() ? whole : whole * (1 + CAPTION);
    double millimetresHigh = wanted.millimetres() * high / whole;
    StringBuilder svg = new StringBuilder(16_384);
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%dmm\" height=\"%.2fmm\""
                + " viewBox=\"0 0 %d %.3f\" shape-rendering=\"crispEdges\">",
            wanted.millimetres(),
            millimetresHigh,
            whole,
            high));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\"");
    for (int y = 0; y < matrix.size(); y++) {
      for (int x = 0; x < matrix.size(); x++) {
        int run = 0;
        while (x + run < matrix.size() && matrix.dark(x + run, y)) {
          run++;
        }
        if (run > 0) {
          svg.append('M').append(x + QrMatrix.QUIET).append(' ').append(y + QrMatrix.QUIET);
          svg.append('h').append(run).append("v1h-").append(run).append('z');
          x += run;
        }
      }
    }
    svg.append("\"/>");
    if (wanted.logo() != null) {
      logo(svg, matrix, wanted.logo());
    }
    if (!caption.isEmpty()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.3f\" y=\"%.3f\" font-size=\"%.3f\" text-anchor=\"middle\""
                  + " font-family=\"'PingFang SC','Microsoft YaHei','Noto Sans CJK"
                  + " SC',sans-serif\">%s</text>",
              whole / 2.0,
              whole + whole * CAPTION * 0.45,
              whole * CAPTION * 0.55,
              escaped(caption)));
    }
    return svg.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void logo(StringBuilder svg, QrMatrix matrix, BufferedImage logo) {
    double side = matrix.size() * QrMatrix.LOGO;
    double at = (matrix.whole() - side) / 2;
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.3f\" y=\"%.3f\" width=\"%.3f\" height=\"%.3f\" fill=\"#fff\"/><image"
                + " x=\"%.3f\" y=\"%.3f\" width=\"%.3f\" height=\"%.3f\""
                + " href=\"data:image/png;base64,",
            at,
            at,
            side,
            side,
            at + side * 0.06,
            at + side * 0.06,
            side * 0.88,
            side * 0.88));
    svg.append(Base64.getEncoder().encodeToString(bytes(logo))).append("\"/>");
  }

  private static byte[] png(QrMatrix matrix, CodePicture wanted, String caption) {
    int asked = (int) Math.round(wanted.millimetres() * DOTS_PER_MILLIMETRE);
    // whole dots for a module, or scanners see grey edges
    int scale = Math.max(1, Math.min(asked, MOST_DOTS) / matrix.whole());
    int side = scale * matrix.whole();
    int high = caption.isEmpty() ? side : (int) Math.round(side * (1 + CAPTION));
    BufferedImage picture = new BufferedImage(side, high, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    try {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, side, high);
      pen.setColor(Color.BLACK);
      for (int y = 0; y < matrix.size(); y++) {
        for (int x = 0; x < matrix.size(); x++) {
          if (matrix.dark(x, y)) {
            pen.fillRect((x + QrMatrix.QUIET) * scale, (y + QrMatrix.QUIET) * scale, scale, scale);
          }
        }
      }
      if (wanted.logo() != null) {
        logo(pen, side, matrix.size() * scale, wanted.logo());
      }
      if (!caption.isEmpty()) {
        caption(pen, side, caption);
      }
    } finally {
      pen.dispose();
    }
    return bytes(picture);
  }

  private static void logo(Graphics2D pen, int side, int code, BufferedImage logo) {
    int width = (int) (code * QrMatrix.LOGO);
    int at = (side - width) / 2;
    pen.setColor(Color.WHITE);
    pen.fillRect(at, at, width, width);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    int inner = (int) (width * 0.88);
    double factor = Math.min((double) inner / logo.getWidth(), (double) inner / logo.getHeight());
    int wide = Math.max(1, (int) (logo.getWidth() * factor));
    int high = Math.max(1, (int) (logo.getHeight() * factor));
    pen.drawImage(logo, (side - wide) / 2, (side - high) / 2, wide, high, null);
  }

  /**
   * A server may have no font, or none for Chinese; boxes in place of letters are worse than none.
   */
  private static void caption(Graphics2D pen, int side, String caption) {
    try {
      Font font = new Font(Font.SANS_SERIF, Font.PLAIN, (int) (side * CAPTION * 0.55));
      if (font.canDisplayUpTo(caption) >= 0) {
        throw new Problem(LinksProblem.CODE_CAPTION_NEEDS_FONT);
      }
      pen.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      pen.setColor(Color.BLACK);
      FontMetrics metrics = pen.getFontMetrics(font);
      if (metrics.stringWidth(caption) > side) {
        font = font.deriveFont(font.getSize2D() * side / metrics.stringWidth(caption) * 0.96f);
        metrics = pen.getFontMetrics(font);
      }
      pen.setFont(font);
      pen.drawString(
          caption, (side - metrics.stringWidth(caption)) / 2, side + (int) (side * CAPTION * 0.45));
    } catch (LinkageError | NullPointerException e) {
      // what a Java without font libraries throws
      throw new Problem(LinksProblem.CODE_CAPTION_NEEDS_FONT);
    }
  }

  private static byte[] bytes(BufferedImage picture) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static Problem wrongLogo() {
    return Problem.field(LinksProblem.CODE_LOGO_INVALID, "logo", "problem.CODE_LOGO_INVALID");
  }
}
