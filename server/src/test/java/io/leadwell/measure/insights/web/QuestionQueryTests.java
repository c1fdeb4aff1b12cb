package io.leadwell.measure.insights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.measure.insights.Basis;
import io.leadwell.measure.insights.Behind;
import io.leadwell.measure.insights.Dimension;
import io.leadwell.measure.insights.Figure;
import io.leadwell.measure.insights.Period;
import io.leadwell.measure.insights.Question;
import io.leadwell.measure.insights.ReportFilter;
import io.leadwell.measure.insights.Wanted;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionQueryTests {

  private final QuestionQuery query = new QuestionQuery();

  @Test
  void nothing_asked_is_everything_by_cohort() {
    assertThat(query.question(Map.of()))
        .isEqualTo(new Question(Dimension.NONE, Basis.COHORT, Period.ever(), ReportFilter.all()));
  }

  @Test
  void several_values_are_one_wish_and_none_is_the_blank() {
    UUID channel = UUID.randomUUID();
    Question question =
        query.question(
            Map.of("channel", channel + ",none", "from", "2026-03-01", "province", "浙江,上海"));
    assertThat(question.filter().channel()).isEqualTo(new Wanted<>(Set.of(channel), true));
    assertThat(question.filter().province()).isEqualTo(Wanted.of(Set.of("浙江", "上海")));
    assertThat(question.period()).isEqualTo(new Period(LocalDate.of(2026, 3, 1), null));
  }

  @Test
  void a_figure_is_named_by_row_and_stage() {
    Behind behind =
        query.behind(
            Map.of(
                "by", "region", "basis", "period", "row", "浙江", "stage", "won", "implied", "true"));
    assertThat(behind.row()).isEqualTo("浙江");
    assertThat(behind.figure()).isEqualTo(Figure.WON);
    assertThat(behind.impliedOnly()).isTrue();
    assertThat(query.behind(Map.of()).row()).isEqualTo("*");
  }

  @ParameterizedTest
  @CsvSource({
    "by,moon",
    "basis,cohorts",
    "from,2026-02-30",
    "channel,x",
    "owner,1",
    "stage,lost",
    "problem,none"
  })
  void an_odd_value_is_refused_by_its_name(String name, String value) {
    assertThatThrownBy(() -> query.behind(Map.of(name, value)))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> {
              assertThat(p.code()).isEqualTo(PlatformProblem.UNKNOWN_PARAMETER_VALUE);
              assertThat(p.arguments()).containsExactly(name);
            });
  }
}
