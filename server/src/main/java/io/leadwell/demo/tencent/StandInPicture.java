package io.leadwell.demo.tencent;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A picture that looks like a QR code and leads nowhere. */
final class StandInPicture {

  private static final int CELLS = 29;
  private static final int CELL = 10;
  private static final int MARGIN = 4;

  private StandInPicture() {}

  static byte[] of(String seed) {
    int size = (CELLS + 2 * MARGIN) * CELL;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
    Random random = new Random(seed.hashCode());
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        image.setRGB(x, y, Color.WHITE.getRGB());
      }
    }
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        boolean dark = random.nextBoolean();
        if (dark && !corner(row, column) || frame(row, column)) {
          fill(image, row, column);
        }
      }
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean corner(int row, int column) {
    int last = CELLS - 8;
    return row < 8 && column < 8 || row < 8 && column >= last || row >= last && column < 8;
  }

  /** The three squares in the corners. */
  private static boolean frame(int row, int column) {
    int last = CELLS - 7;
    return square(row, column) || square(row, column - last) || square(row - last, column);
  }

  private static boolean square(int row, int column) {
    if (row < 0 || row > 6 || column < 0 || column > 6) {
      return false;
    }
    boolean edge = row == 0 || row == 6 || column == 0 || column == 6;
    return edge || row >= 2 && row <= 4 && column >= 2 && column <= 4;
  }

  private static void fill(BufferedImage image, int row, int column) {
    for (int y = 0; y < CELL; y++) {
      for (int x = 0; x < CELL; x++) {
        image.setRGB((column + MARGIN) * CELL + x, (row + MARGIN) * CELL + y, 0);
      }
    }
  }
}
