package io.leadwell.acquire.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.leadwell.base.platform.Problem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** What is drawn is read back by a scanner. */
class CodePicturesTests {

  private static final String ADDRESS = "https://go.yunfan.example/l/expo26?q";

  private final CodePictures pictures = new CodePictures();

  @ParameterizedTest
  @ValueSource(ints = {15, 40, 200, 1_000})
  void a_png_of_any_size_leads_to_its_address(int millimetres) throws Exception {
    BufferedImage picture = png(millimetres, null, null);
    assertThat(picture.getWidth()).isBetween(100, 4_000);
    assertThat(scanned(picture)).isEqualTo(ADDRESS);
  }

  @Test
  void a_logo_in_the_middle_does_not_hide_the_address() throws Exception {
    BufferedImage logo = new BufferedImage(300, 120, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = logo.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, 300, 120);
    pen.dispose();
    assertThat(scanned(png(40, null, logo))).isEqualTo(ADDRESS);
    assertThat(scanned(drawnBy(svg(null, logo), true))).isEqualTo(ADDRESS);
  }

  @Test
  void an_svg_has_the_size_asked_for_and_the_same_modules() throws Exception {
    String svg = svg("工博会 A12 展台", null);
    assertThat(svg).contains("width=\"40mm\"").contains("工博会 A12 展台");
    assertThat(scanned(drawnBy(svg, false))).isEqualTo(ADDRESS);
  }

  @Test
  void words_below_are_words_and_nothing_else() throws Exception {
    String svg = svg("</text><script>alert(1)</script>\"&", null);
    assertThat(svg).doesNotContain("<script");
    Document parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(parsed.getElementsByTagName("text").item(0).getTextContent())
        .isEqualTo("</text><script>alert(1)</script>\"&");
    refused(() -> svg("a\nb", null), LinksProblem.CODE_CAPTION_INVALID);
    refused(() -> svg("字".repeat(61), null), LinksProblem.CODE_CAPTION_INVALID);
  }

  @Test
  void sizes_that_nobody_prints_are_refused() {
    refused(() -> png(14, null, null), LinksProblem.CODE_SIZE_INVALID);
    refused(() -> png(1_001, null, null), LinksProblem.CODE_SIZE_INVALID);
  }

  @Test
  void a_logo_is_a_small_picture() throws IOException {
    ByteArrayOutputStream good = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB), "png", good);
    assertThat(pictures.logo(good.toByteArray()).getWidth()).isEqualTo(10);
    ByteArrayOutputStream gif = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB), "gif", gif);
    ByteArrayOutputStream large = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(3_001, 10, BufferedImage.TYPE_BYTE_BINARY), "png", large);
    byte[] cut = java.util.Arrays.copyOf(good.toByteArray(), 40);
    for (byte[] wrong :
        new byte[][] {
          {},
          "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8),
          gif.toByteArray(),
          large.toByteArray(),
          cut,
          new byte[(1 << 20) + 1]
        }) {
      refused(() -> pictures.logo(wrong), LinksProblem.CODE_LOGO_INVALID);
    }
  }

  private BufferedImage png(
      int millimetres, @Nullable String caption, @Nullable BufferedImage logo) {
    try {
      return ImageIO.read(
          new ByteArrayInputStream(
              pictures.draw(
                  ADDRESS, new CodePicture(CodePicture.Format.PNG, millimetres, caption, logo))));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String svg(@Nullable String caption, @Nullable BufferedImage logo) {
    return new String(
        pictures.draw(ADDRESS, new CodePicture(CodePicture.Format.SVG, 40, caption, logo)),
        StandardCharsets.UTF_8);
  }

  /** Draws the lines of the path, as a printer would; a logo's place stays white. */
  private static BufferedImage drawnBy(String svg, boolean withLogo) {
    Matcher view = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
    assertThat(view.find()).isTrue();
    int scale = 10;
    int side = Integer.parseInt(view.group(1)) * scale;
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, side, side);
    pen.setColor(Color.BLACK);
    Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(svg);
    while (run.find()) {
      pen.fillRect(
          Integer.parseInt(run.group(1)) * scale,
          Integer.parseInt(run.group(2)) * scale,
          Integer.parseInt(run.group(3)) * scale,
          scale);
    }
    if (withLogo) {
      Matcher place =
          Pattern.compile("<rect x=\"([\\d.]+)\" y=\"[\\d.]+\" width=\"([\\d.]+)\"").matcher(svg);
      assertThat(place.find()).isTrue();
      int at = (int) (Double.parseDouble(place.group(1)) * scale);
      int wide = (int) (Double.parseDouble(place.group(2)) * scale);
      pen.setColor(Color.WHITE);
      pen.fillRect(at, at, wide, wide);
    }
    pen.dispose();
    return picture;
  }

  private static String scanned(BufferedImage picture) throws Exception {
    int[] dots =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), dots))))
        .getText();
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, LinksProblem code) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }
}
