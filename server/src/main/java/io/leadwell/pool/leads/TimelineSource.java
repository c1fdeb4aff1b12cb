package io.leadwell.pool.leads;

import io.leadwell.base.workspace.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a module above tells of leads and companies in their timelines: tasks, deals, messages,
 * notes. The pool asks; it does not know who answers.
 */
public interface TimelineSource {

  /** Where a page ended: what follows is older, or as old with a smaller id. */
  record Moment(Instant at, UUID id) {}

  TimelineItem.Kind kind();

  /**
   * The newest first, at most {@code limit}, by time and id in descending order.
   *
   * @param before null on the first page
   */
  List<TimelineItem> items(
      TimelineSubject subject, @Nullable Moment before, int limit, Caller reader);

  long count(TimelineSubject subject, Caller reader);
}
