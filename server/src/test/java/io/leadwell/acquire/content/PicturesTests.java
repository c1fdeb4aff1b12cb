package io.leadwell.acquire.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTests {

  @TempDir Path folder = Path.of(".");

  private Pictures.Drawn draw(byte[] bytes) throws IOException {
    return Pictures.draw(Files.write(folder.resolve("picture"), bytes));
  }

  static byte[] picture(int width, int height, boolean clear, String format) throws IOException {
    BufferedImage picture =
        new BufferedImage(
            width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    picture.setRGB(width / 2, height / 2, 0xff336699);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, format, out);
    return out.toByteArray();
  }

  @Test
  void what_hides_behind_a_picture_is_gone_once_it_is_drawn() throws IOException {
    byte[] hidden = "<script>alert(1)</script>PK\u0003\u0004".getBytes(StandardCharsets.UTF_8);
    for (String format : new String[] {"jpeg", "png"}) {
      Pictures.Drawn drawn =
          draw(Films.join(picture(300, 200, format.equals("png"), format), hidden));

      assertThat(new String(drawn.bytes(), StandardCharsets.ISO_8859_1))
          .doesNotContain("script")
          .doesNotContain("PK\u0003\u0004");
      assertThat(ImageIO.read(new ByteArrayInputStream(drawn.bytes())).getWidth()).isEqualTo(300);
    }
  }

  @Test
  void a_large_picture_becomes_as_large_as_a_screen_needs() throws IOException {
    Pictures.Drawn drawn = draw(picture(5_000, 2_500, false, "jpeg"));

    assertThat(drawn.width()).isLessThanOrEqualTo(1_600).isGreaterThan(1_400);
    assertThat(drawn.height()).isEqualTo(drawn.width() / 2);
    assertThat(drawn.mediaType()).isEqualTo("image/jpeg");
  }

  @Test
  void a_picture_that_can_be_seen_through_stays_so() throws IOException {
    assertThat(draw(picture(100, 100, true, "png")).mediaType()).isEqualTo("image/png");
  }

  @Test
  void a_picture_of_a_billion_points_is_refused_before_one_is_unpacked() throws IOException {
    assertThatThrownBy(() -> draw(claiming(40_000, 40_000)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo(ContentProblem.PICTURE_TOO_LARGE));
  }

  @Test
  void what_only_begins_like_a_picture_is_refused() {
    for (byte[] broken :
        new byte[][] {
          {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 'J', 'F', 'I', 'F'},
          "\u0089PNG\r\n\u001a\n<svg onload=alert(1)>".getBytes(StandardCharsets.ISO_8859_1)
        }) {
      assertThatThrownBy(() -> draw(broken))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.code()).isEqualTo(ContentProblem.PICTURE_UNREADABLE));
    }
  }

  /** A PNG whose head says how large it is, and little more. */
  private static byte[] claiming(int width, int height) {
    byte[] head =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    CRC32 sum = new CRC32();
    sum.update(head);
    return ByteBuffer.allocate(8 + 4 + 17 + 4)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
        .putInt(13)
        .put(head)
        .putInt((int) sum.getValue())
        .array();
  }
}
