package io.leadwell.acquire.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The step of the funnel that a content item is to help people take. */
public enum ServedStage {
  IMPRESSION,
  LEAD,
  MQL,
  SAL,
  SQL,
  OPPORTUNITY,
  POC,
  WON;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static ServedStage of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
