package io.leadwell.pool.leads;

import java.util.List;
import java.util.Locale;

/** The stages of a buying cycle; the first seven are the funnel, in its order. */
public enum Stage {
  LEAD,
  MQL,
  SAL,
  SQL,
  OPPORTUNITY,
  POC,
  WON,
  LOST,
  NURTURE,
  RECYCLED;

  /** Every stage from the first contact to the signature. */
  public static final List<Stage> FUNNEL = List.of(LEAD, MQL, SAL, SQL, OPPORTUNITY, POC, WON);

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Stage of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
