package io.leadwell.acquire.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether the public sees an item. */
public enum ItemStatus {
  DRAFT,
  PUBLISHED,
  /** Was public once and is kept for its figures. */
  ARCHIVED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static ItemStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
