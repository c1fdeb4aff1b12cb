package io.leadwell.pool.leads;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.TimelineItem.Kind;
import io.leadwell.pool.leads.TimelineSource.Moment;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened, newest first: to a lead, to a person across her leads, to a company. */
@Service
public class Timelines {

  private static final Set<Kind> OWN = EnumSet.of(Kind.TOUCH, Kind.STAGE, Kind.EDIT);

  private final Subjects subjects;
  private final TimelineStore store;
  private final LeadRows rows;
  private final FactWords words;
  private final List<TimelineSource> sources;

  Timelines(
      Subjects subjects,
      TimelineStore store,
      LeadRows rows,
      FactWords words,
      List<TimelineSource> sources) {
    this.subjects = subjects;
    this.store = store;
    this.rows = rows;
    this.words = words;
    this.sources = List.copyOf(sources);
  }

  /**
   * @param whole across all leads of the person, not of this one alone
   * @param kinds all of them where it is empty
   */
  @Transactional(readOnly = true)
  public Page<TimelineItem> ofLead(
      UUID lead,
      boolean whole,
      Set<Kind> kinds,
      @Nullable String cursor,
      int limit,
      Caller reader) {
    return page(
        whole ? subjects.person(lead, reader) : subjects.lead(lead, reader),
        kinds,
        cursor,
        limit,
        reader);
  }

  @Transactional(readOnly = true)
  public Page<TimelineItem> ofCompany(
      UUID company, Set<Kind> kinds, @Nullable String cursor, int limit, Caller reader) {
    return page(subjects.company(company, reader), kinds, cursor, limit, reader);
  }

  private Page<TimelineItem> page(
      TimelineSubject subject, Set<Kind> asked, @Nullable String cursor, int limit, Caller reader) {
    Set<Kind> kinds = asked.isEmpty() ? EnumSet.allOf(Kind.class) : asked;
    Set<Kind> own = EnumSet.copyOf(OWN);
    own.retainAll(kinds);
    Moment before = moment(cursor);
    FactWords.Reading reading = words.reading(reader);
    List<TimelineItem> found =
        new ArrayList<>(
            store.items(
                subject.own(), own, before, limit + 1, rows, stated -> shown(stated, reading)));
    long total = store.count(subject.own(), own);
    for (TimelineSource source : sources) {
      if (kinds.contains(source.kind())) {
        found.addAll(source.items(subject, before, limit + 1, reader));
        total += source.count(subject, reader);
      }
    }
    found.sort(TimelineItem.NEWEST_FIRST);
    boolean more = found.size() > limit;
    List<TimelineItem> items = List.copyOf(found.subList(0, Math.min(limit, found.size())));
    TimelineItem last = items.isEmpty() ? null : items.getLast();
    return new Page<>(
        items,
        more && last != null
            ? Cursor.of(List.of(last.at().toString(), last.id().toString()))
            : null,
        total,
        false);
  }

  /** What an edit stated; one that empties a field says so. */
  private static Map<String, Object> shown(Map<String, String> stated, FactWords.Reading reading) {
    Map<String, Object> shown = new LinkedHashMap<>();
    stated.forEach((field, value) -> {
      String told = reading.shown(field, value);
      if (!told.isEmpty() || value.isEmpty()) {
        shown.put(field, Map.of("after", told));
      }
    });
    return shown;
  }

  private static @Nullable Moment moment(@Nullable String cursor) {
    List<String> last = Cursor.values(cursor, 2);
    if (last == null) {
      return null;
    }
    try {
      return new Moment(Instant.parse(last.getFirst()), UUID.fromString(last.get(1)));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new Problem(PlatformProblem.STALE_CURSOR);
    }
  }
}
