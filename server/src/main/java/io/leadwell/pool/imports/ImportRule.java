package io.leadwell.pool.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something decided once for a whole file, before it comes in. Its label and hint are the texts
 * {@code rule.<kind>.<name>} and {@code ruleHint.<kind>.<name>}, those of its choices {@code
 * choice.<kind>.<name>.<choice>} of the owning module's bundle.
 *
 * @param group the wizard's group: the text {@code group.<group>}
 * @param choices the words of a {@link Type#CHOICE}
 * @param usual what holds where nobody said anything
 */
public record ImportRule(
    String name, String group, Type type, List<String> choices, @Nullable String usual) {

  /** What may be said. */
  public enum Type {
    CHOICE,
    /** At most 40 characters. */
    TEXT,
    /** A whole number from 1 to 8,760. */
    NUMBER
  }

  private static final int LONGEST_TEXT = 40;
  private static final int LARGEST_NUMBER = 8_760;

  public static ImportRule choice(String name, String group, List<String> choices, String usual) {
    return new ImportRule(name, group, Type.CHOICE, choices, usual);
  }

  public static ImportRule text(String name, String group) {
    return new ImportRule(name, group, Type.TEXT, List.of(), null);
  }

  public static ImportRule number(String name, String group, long usual) {
    return new ImportRule(name, group, Type.NUMBER, List.of(), Long.toString(usual));
  }

  boolean accepts(String said) {
    return switch (type) {
      case CHOICE -> choices.contains(said);
      case TEXT -> said.length() <= LONGEST_TEXT;
      case NUMBER ->
          said.matches("[0-9]{1,5}")
              && Integer.parseInt(said) >= 1
              && Integer.parseInt(said) <= LARGEST_NUMBER;
    };
  }
}
