package io.leadwell.acquire.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a form stands before the content or in the middle of it.
 *
 * @param after how much is open: pages of a PDF, seconds of a video, paragraphs of a text; only in
 *     the middle
 * @param formId the form to fill; one who has filled it for another item passes here too
 */
public record Gate(Place place, @Nullable Integer after, @Nullable UUID formId) {

  public static final Gate NONE = new Gate(Place.NONE, null, null);

  /** Where the form stands. */
  public enum Place {
    NONE,
    BEFORE,
    MIDDLE;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Place of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public boolean closed() {
    return place != Place.NONE;
  }
}
