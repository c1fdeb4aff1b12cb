package io.leadwell.measure.insights.web;

import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.measure.insights.Basis;
import io.leadwell.measure.insights.Behind;
import io.leadwell.measure.insights.DataProblem;
import io.leadwell.measure.insights.Dimension;
import io.leadwell.measure.insights.Figure;
import io.leadwell.measure.insights.Period;
import io.leadwell.measure.insights.Question;
import io.leadwell.measure.insights.ReportFilter;
import io.leadwell.measure.insights.Wanted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a report's question from the parameters of a request, or refuses the odd one. */
@Component
class QuestionQuery {

  private static final String NONE = "none";
  private static final String ALL_ROWS = "*";

  Question question(Map<String, String> asked) {
    return new Question(
        word(asked, "by", Dimension.NONE, Dimension::of),
        word(asked, "basis", Basis.COHORT, QuestionQuery::basis),
        period(asked),
        filter(asked));
  }

  Behind behind(Map<String, String> asked) {
    String problem = value(asked, "problem");
    return new Behind(
        question(asked),
        Optional.ofNullable(value(asked, "row")).orElse(ALL_ROWS),
        word(asked, "stage", Figure.LEAD, Figure::of),
        "true".equals(asked.get("implied")),
        problem == null ? null : DataProblem.of(problem).orElseThrow(() -> refusal("problem")));
  }

  static ReportFilter filter(Map<String, String> asked) {
    return new ReportFilter(
        wanted(asked, "channel", QuestionQuery::id),
        wanted(asked, "campaign", QuestionQuery::id),
        wanted(asked, "sourceClass", Function.identity()),
        wanted(asked, "province", Function.identity()),
        wanted(asked, "industry", Function.identity()),
        wanted(asked, "owner", QuestionQuery::id),
        wanted(asked, "sdr", QuestionQuery::id));
  }

  static <T> @Nullable Wanted<T> wanted(
      Map<String, String> asked, String name, Function<String, T> read) {
    String text = value(asked, name);
    if (text == null) {
      return null;
    }
    Set<T> values = new HashSet<>();
    boolean blank = false;
    for (String word : Arrays.stream(text.split(",")).filter(w -> !w.isBlank()).toList()) {
      if (word.equals(NONE)) {
        blank = true;
      } else {
        try {
          values.add(read.apply(word.strip()));
        } catch (IllegalArgumentException e) {
          throw refusal(name);
        }
      }
    }
    return new Wanted<>(values, blank);
  }

  static <E> E word(
      Map<String, String> asked, String name, E usual, Function<String, Optional<E>> of) {
    String word = value(asked, name);
    return word == null ? usual : of.apply(word).orElseThrow(() -> refusal(name));
  }

  private static Optional<Basis> basis(String word) {
    return Arrays.stream(Basis.values()).filter(b -> b.word().equals(word)).findAny();
  }

  private static UUID id(String word) {
    return UUID.fromString(word);
  }

  static Period period(Map<String, String> asked) {
    return new Period(day(asked, "from"), day(asked, "to"));
  }

  private static @Nullable LocalDate day(Map<String, String> asked, String name) {
    String text = value(asked, name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw refusal(name);
    }
  }

  static @Nullable String value(Map<String, String> asked, String name) {
    String text = asked.get(name);
    return text == null || text.isBlank() ? null : text;
  }

  private static Problem refusal(String name) {
    return new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, name);
  }
}
