package io.leadwell.pool.leads.web;

import io.leadwell.base.platform.Problem;
import io.leadwell.pool.leads.LeadsProblem;
import io.leadwell.pool.leads.TimelineItem.Kind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds a request asks a timeline for, parted by commas. */
final class TimelineKinds {

  private TimelineKinds() {}

  static Set<Kind> of(@Nullable String asked) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (asked != null && !asked.isBlank()) {
      for (String word : asked.split(",")) {
        try {
          kinds.add(Kind.of(word));
        } catch (IllegalArgumentException e) {
          throw new Problem(LeadsProblem.INVALID_FILTER, "kinds");
        }
      }
    }
    return kinds;
  }
}
