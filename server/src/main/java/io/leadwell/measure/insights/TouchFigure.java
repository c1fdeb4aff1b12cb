package io.leadwell.measure.insights;

import java.util.Arrays;
import java.util.Optional;

/** What can be counted in touches and opened. */
public enum TouchFigure {
  /** Each touch. */
  TOUCH("touch", true),
  /** Each person, by the latest touch. */
  PERSON("person", true),
  /** The first touch a person ever had. */
  FIRST("first", true),
  /** The last touch of a lead until it became an MQL. */
  LAST_BEFORE_MQL("lastBeforeMql", true),
  /** The last touch of a lead until its first contract was signed. */
  LAST_BEFORE_CONTRACT("lastBeforeContract", true),
  /** Each lead that was touched. */
  LEAD("lead", false),
  /** Leads touched at least once until they became an MQL. */
  MQL("mql", false),
  /** Leads touched at least once until there was an opportunity. */
  OPPORTUNITY("opportunity", false),
  /** Leads touched at least once until a contract was signed. */
  WON("won", false);

  private final String word;
  private final boolean touches;

  TouchFigure(String word, boolean touches) {
    this.word = word;
    this.touches = touches;
  }

  public String word() {
    return word;
  }

  /** Whether touches stand behind it, not leads. */
  boolean isTouches() {
    return touches;
  }

  public static Optional<TouchFigure> of(String word) {
    return Arrays.stream(values()).filter(figure -> figure.word.equals(word)).findAny();
  }
}
