package io.leadwell.acquire.content;

import io.leadwell.base.platform.Problem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures are drawn anew: what is stored holds the pixels and nothing else, neither a second file
 * behind the first nor the place where a photo was taken.
 */
final class Pictures {

  /** A picture as it is kept. */
  record Drawn(byte[] bytes, String mediaType, int width, int height) {}

  private static final int LARGEST_SIDE = 1_600;
  private static final long MOST_PIXELS = 40_000_000;
  private static final float QUALITY = 0.86f;

  private Pictures() {}

  static Drawn draw(Path file) {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = in == null ? null : ImageIO.getImageReaders(in);
      if (readers == null || !readers.hasNext()) {
        throw new Problem(ContentProblem.PICTURE_UNREADABLE);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return draw(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Problem(ContentProblem.PICTURE_UNREADABLE);
    }
  }

  private static Drawn draw(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    // Asked before a pixel is unpacked.
    if ((long) width * height > MOST_PIXELS) {
      throw new Problem(ContentProblem.PICTURE_TOO_LARGE);
    }
    int skip = Math.max(1, Math.max(width, height) / (2 * LARGEST_SIDE));
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(skip, skip, 0, 0);
    BufferedImage read = reader.read(0, param);
    double scale =
        Math.min(1.0, LARGEST_SIDE / (double) Math.max(read.getWidth(), read.getHeight()));
    int w = Math.max(1, (int) Math.round(read.getWidth() * scale));
    int h = Math.max(1, (int) Math.round(read.getHeight() * scale));
    boolean clear = read.getColorModel().hasAlpha();
    BufferedImage drawn =
        new BufferedImage(w, h, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    if (!clear) {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, w, h);
    }
    pen.drawImage(read, 0, 0, w, h, null);
    pen.dispose();
    return clear
        ? new Drawn(written(drawn, "png"), "image/png", w, h)
        : new Drawn(written(drawn, "jpeg"), "image/jpeg", w, h);
  }

  private static byte[] written(BufferedImage picture, String format) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
