package io.leadwell.pool.scoring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where leads of a grade go. */
public enum Route {
  /** 优质池: the best, for sales at once. */
  PREMIUM,
  /** To the SDRs' queue. */
  SDR,
  /** Marketing keeps in touch. */
  INCUBATION,
  /** Nowhere in particular. */
  NONE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Route> of(String word) {
    return Arrays.stream(values()).filter(route -> route.word().equals(word)).findFirst();
  }
}
