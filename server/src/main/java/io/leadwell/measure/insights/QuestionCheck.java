package io.leadwell.measure.insights;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Problem;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Questions as they are counted: a channel stands for itself and everything under it. */
@Component
class QuestionCheck {

  private final Channels channels;

  QuestionCheck(Channels channels) {
    this.channels = channels;
  }

  Question checked(Question question) {
    return question.filtered(checked(question.period(), question.filter()));
  }

  TouchQuestion checked(TouchQuestion question) {
    return question.filtered(checked(question.period(), question.filter()));
  }

  private ReportFilter checked(Period period, ReportFilter filter) {
    if (period.from() != null && period.to() != null && period.to().isBefore(period.from())) {
      throw new Problem(InsightsProblem.PERIOD_BACKWARDS);
    }
    Wanted<UUID> named = filter.channel();
    if (named == null) {
      return filter;
    }
    Set<UUID> all = new HashSet<>(named.values());
    named.values().forEach(id -> all.addAll(channels.withDescendants(id)));
    return filter.channels(new Wanted<>(all, named.blank()));
  }
}
