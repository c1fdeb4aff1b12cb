package io.leadwell.measure.insights;

/** What a report is asked. */
public record Question(Dimension by, Basis basis, Period period, ReportFilter filter) {

  Question by(Dimension other) {
    return new Question(other, basis, period, filter);
  }

  Question in(Period other) {
    return new Question(by, basis, other, filter);
  }

  Question filtered(ReportFilter other) {
    return new Question(by, basis, period, other);
  }
}
