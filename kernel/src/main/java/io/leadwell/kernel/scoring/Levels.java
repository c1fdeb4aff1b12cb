package io.leadwell.kernel.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/** What a bin is called. */
final class Levels {

  /** A number of days since 1970 is shown as a day. */
  private static final MathContext SHORT = new MathContext(6);

  private Levels() {}

  static String name(Binning binning, int bin) {
    Feature feature = binning.feature();
    if (!feature.numeric()) {
      return feature.names().get(bin);
    }
    double[] cuts = binning.cuts();
    if (bin == 0) {
      return "";
    }
    if (cuts.length == 0) {
      return "*";
    }
    if (bin == 1) {
      return "< " + number(feature, cuts[0]);
    }
    if (bin == cuts.length + 1) {
      return "≥ " + number(feature, cuts[cuts.length - 1]);
    }
    return number(feature, cuts[bin - 2]) + " … " + number(feature, cuts[bin - 1]);
  }

  private static String number(Feature feature, double number) {
    if (feature.days()) {
      return LocalDate.ofEpochDay((long) Math.ceil(number)).toString();
    }
    return new BigDecimal(number).round(SHORT).stripTrailingZeros().toPlainString();
  }
}
