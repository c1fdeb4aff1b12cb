package io.leadwell.measure.insights.web;

import io.leadwell.measure.insights.TouchBehind;
import io.leadwell.measure.insights.TouchCut;
import io.leadwell.measure.insights.TouchFigure;
import io.leadwell.measure.insights.TouchQuestion;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads a question about touches from the parameters of a request, or refuses the odd one. */
@Component
class TouchQuery {

  private static final String ALL_ROWS = "*";

  TouchQuestion question(Map<String, String> asked) {
    return new TouchQuestion(
        QuestionQuery.word(asked, "by", TouchCut.SCENE, TouchCut::of),
        QuestionQuery.period(asked),
        QuestionQuery.wanted(asked, "scene", Function.identity()),
        QuestionQuery.wanted(asked, "frame", Function.identity()),
        QuestionQuery.filter(asked));
  }

  TouchBehind behind(Map<String, String> asked, TouchFigure usual) {
    return new TouchBehind(
        question(asked),
        Optional.ofNullable(QuestionQuery.value(asked, "row")).orElse(ALL_ROWS),
        QuestionQuery.word(asked, "figure", usual, TouchFigure::of));
  }
}
