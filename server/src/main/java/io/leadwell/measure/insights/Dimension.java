package io.leadwell.measure.insights;

import java.util.Arrays;
import java.util.Optional;

/** By what a report cuts its figures. */
public enum Dimension {
  NONE("none"),
  CHANNEL("channel"),
  FRAME("frame"),
  CAMPAIGN("campaign"),
  MONTH("month"),
  REGION("region"),
  INDUSTRY("industry"),
  OWNER("owner"),
  SDR("sdr"),
  SOURCE_CLASS("sourceClass"),
  CONTENT("content"),
  ITEM("item"),
  AUTHOR("author"),
  DEPARTMENT("department"),
  PLAN("plan"),
  UNIT("unit"),
  KEYWORD("keyword");

  private final String word;

  Dimension(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<Dimension> of(String word) {
    return Arrays.stream(values()).filter(d -> d.word.equals(word)).findAny();
  }
}
