package io.leadwell.acquire.content;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that was uploaded and looked through.
 *
 * @param pages of a PDF
 * @param seconds of a video, where it says so
 * @param pageTexts what the pages of a PDF say
 */
public record StoredFile(
    String sha256,
    Kind kind,
    String mediaType,
    long bytes,
    @Nullable Integer pages,
    @Nullable Integer seconds,
    @Nullable Integer width,
    @Nullable Integer height,
    List<String> pageTexts) {

  /** What can be done with it. */
  public enum Kind {
    PDF,
    VIDEO,
    PICTURE;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** The end of a name for such a file. */
  public String extension() {
    return switch (mediaType) {
      case "application/pdf" -> "pdf";
      case "video/mp4" -> "mp4";
      case "video/webm" -> "webm";
      case "image/png" -> "png";
      default -> "jpg";
    };
  }
}
