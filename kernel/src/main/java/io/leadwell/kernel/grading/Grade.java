package io.leadwell.kernel.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A square of the matrix: who it is by what they do, from A1, the best, to D4.
 *
 * @param fit 0 for A to 3 for D
 * @param engagement 0 for 1 to 3 for 4
 */
public record Grade(int fit, int engagement) {

  /** So many letters and so many figures. */
  public static final int STEPS = 4;

  public Grade {
    if (fit < 0 || fit >= STEPS || engagement < 0 || engagement >= STEPS) {
      throw new IllegalArgumentException("No such grade");
    }
  }

  /** As people write it: {@code B2}. */
  public String word() {
    return "ABCD".substring(fit, fit + 1) + (engagement + 1);
  }

  /** All, the best first: by letter, then by figure. */
  public static List<Grade> all() {
    List<Grade> all = new ArrayList<>();
    for (int fit = 0; fit < STEPS; fit++) {
      for (int engagement = 0; engagement < STEPS; engagement++) {
        all.add(new Grade(fit, engagement));
      }
    }
    return all;
  }

  public static Optional<Grade> of(String word) {
    return all().stream().filter(grade -> grade.word().equals(word)).findFirst();
  }

  @Override
  public String toString() {
    return word();
  }
}
