package io.leadwell.measure.insights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what touches are cut: the marketing action, where it reached them, what for. */
public enum TouchCut {
  SCENE,
  FRAME,
  CHANNEL,
  CAMPAIGN,
  CONTENT;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<TouchCut> of(String word) {
    return Arrays.stream(values()).filter(cut -> cut.word().equals(word)).findAny();
  }
}
