package io.leadwell.measure.insights;

import io.leadwell.pool.leads.Stage;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be counted in leads and opened: the stages, new customers, contracts. */
public enum Figure {
  LEAD(Stage.LEAD),
  MQL(Stage.MQL),
  SAL(Stage.SAL),
  SQL(Stage.SQL),
  OPPORTUNITY(Stage.OPPORTUNITY),
  POC(Stage.POC),
  WON(Stage.WON),
  CUSTOMER(null),
  CONTRACT(null);

  private final @Nullable Stage stage;

  Figure(@Nullable Stage stage) {
    this.stage = stage;
  }

  @Nullable Stage stage() {
    return stage;
  }

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static Optional<Figure> of(String word) {
    return Arrays.stream(values()).filter(f -> f.word().equals(word)).findAny();
  }
}
