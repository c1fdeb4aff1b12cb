package io.leadwell.acquire.links;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * How a code is to look.
 *
 * @param millimetres the side of the square with its quiet zone, for print
 * @param caption a line under the code
 * @param logo stands in the middle; the code is read in spite of it
 */
public record CodePicture(
    Format format, int millimetres, @Nullable String caption, @Nullable BufferedImage logo) {

  /** Print shops want lines, mail programs want dots. */
  public enum Format {
    SVG("image/svg+xml", "svg"),
    PNG("image/png", "png");

    private final String mediaType;
    private final String extension;

    Format(String mediaType, String extension) {
      this.mediaType = mediaType;
      this.extension = extension;
    }

    public String mediaType() {
      return mediaType;
    }

    public String extension() {
      return extension;
    }
  }

  /** Plain, of the usual size. */
  public static CodePicture plain(Format format) {
    return new CodePicture(format, 40, null, null);
  }
}
