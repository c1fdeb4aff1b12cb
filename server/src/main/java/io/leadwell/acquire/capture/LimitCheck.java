package io.leadwell.acquire.capture;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether the limits of a field are limits of its kind, and the least is not above the most. */
record LimitCheck(FormField field) {

  List<String> flaws() {
    return switch (field.kind()) {
      case NUMBER -> ordered(Answer::number);
      case DATE -> ordered(LimitCheck::day);
      default -> ordered(this::length);
    };
  }

  private <T extends Comparable<T>> List<String> ordered(Function<String, @Nullable T> read) {
    T least = field.min() == null ? null : read.apply(field.min());
    T most = field.max() == null ? null : read.apply(field.max());
    boolean readable =
        (field.min() == null || least != null) && (field.max() == null || most != null);
    boolean inOrder = least == null || most == null || least.compareTo(most) <= 0;
    return readable && inOrder ? List.of() : List.of("capture.flaw.limits");
  }

  private @Nullable Integer length(String typed) {
    BigDecimal number = Answer.number(typed);
    if (number == null || number.signum() < 0) {
      return null;
    }
    boolean fits =
        number.compareTo(BigDecimal.valueOf(field.kind().longest())) <= 0
            && number.stripTrailingZeros().scale() <= 0;
    return fits ? number.intValue() : null;
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
