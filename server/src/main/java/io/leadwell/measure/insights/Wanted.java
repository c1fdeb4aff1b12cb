package io.leadwell.measure.insights;

import java.util.Set;

/** The accepted values of one column; a blank counts where {@code blank} is set. */
public record Wanted<T>(Set<T> values, boolean blank) {

  public static <T> Wanted<T> of(Set<T> values) {
    return new Wanted<>(values, false);
  }

  public static <T> Wanted<T> none() {
    return new Wanted<>(Set.of(), true);
  }
}
