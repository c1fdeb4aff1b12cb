package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.CAMPAIGN_DIM;
import static io.leadwell.tables.insights.Tables.CHANNEL_DIM;
import static io.leadwell.tables.insights.Tables.PERSON_DIM;
import static io.leadwell.tables.insights.Tables.TOUCH_FACT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Opens a figure down to its touches, the latest first. */
@Repository
class TouchesBehind {

  private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

  private final DSLContext dsl;
  private final TouchTally tally;
  private final Leads leads;
  private final JsonMapper json;

  TouchesBehind(DSLContext dsl, TouchTally tally, Leads leads, JsonMapper json) {
    this.dsl = dsl;
    this.tally = tally;
    this.leads = leads;
    this.json = json;
  }

  /**
   * @param counted the tally is up to date with this figure
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  Page<TouchEntry> open(
      TouchBehind behind, boolean counted, Caller caller, @Nullable String cursor, int limit) {
    Condition which = which(behind, caller);
    List<String> last = Cursor.values(cursor, 2);
    Condition listed;
    long total;
    if (behind.figure() == TouchFigure.TOUCH || behind.figure() == TouchFigure.FIRST) {
      // A page is found on the way through the touches from the latest on.
      Condition cell = cell(behind, caller);
      listed =
          (behind.figure() == TouchFigure.FIRST ? cell.and(TouchConditions.nothingBefore()) : cell)
              .and(after(TOUCH_FACT.HAPPENED_AT, TOUCH_FACT.TOUCH_ID, last));
      total =
          (counted ? tally.total(behind) : OptionalLong.empty())
              .orElseGet(() -> dsl.fetchCount(TOUCH_FACT, which));
    } else {
      // What has to be looked for among all touches is looked for once: the page knows the total.
      Map<UUID, Integer> found = found(which, last, limit + 1);
      listed = TOUCH_FACT.TOUCH_ID.in(found.keySet());
      total =
          found.isEmpty() && last != null
              ? dsl.fetchCount(TOUCH_FACT, which)
              : found.values().stream().findAny().orElse(0);
    }
    List<Record> fetched =
        new ArrayList<>(
            dsl.select(
                    TOUCH_FACT.TOUCH_ID,
                    TOUCH_FACT.HAPPENED_AT,
                    TOUCH_FACT.SCENE,
                    TOUCH_FACT.CONTENT,
                    TOUCH_FACT.KEYWORD,
                    TOUCH_FACT.DETAIL,
                    TOUCH_FACT.PERSON_ID,
                    TOUCH_FACT.LEAD_ID,
                    CHANNEL_DIM.PATH,
                    CAMPAIGN_DIM.NAME,
                    PERSON_DIM.NAME)
                .from(TOUCH_FACT)
                .leftJoin(CHANNEL_DIM)
                .on(CHANNEL_DIM.CHANNEL_ID.eq(TOUCH_FACT.CHANNEL_ID))
                .leftJoin(CAMPAIGN_DIM)
                .on(CAMPAIGN_DIM.CAMPAIGN_ID.eq(TOUCH_FACT.CAMPAIGN_ID))
                .leftJoin(PERSON_DIM)
                .on(PERSON_DIM.PERSON_ID.eq(TOUCH_FACT.PERSON_ID))
                .where(listed)
                .orderBy(TOUCH_FACT.HAPPENED_AT.desc(), TOUCH_FACT.TOUCH_ID.desc())
                .limit(limit + 1)
                .fetch());
    boolean more = fetched.size() > limit;
    List<Record> shown = more ? fetched.subList(0, limit) : fetched;
    String next =
        more
            ? Cursor.of(
                List.of(
                    shown.getLast().get(TOUCH_FACT.HAPPENED_AT).toString(),
                    shown.getLast().get(TOUCH_FACT.TOUCH_ID).toString()))
            : null;
    return new Page<>(entries(shown, caller), next, total, false);
  }

  /** Touches of a page, each with how many there are on all pages. */
  private Map<UUID, Integer> found(Condition which, @Nullable List<String> last, int limit) {
    Field<Integer> total = count().over().as("total");
    Table<?> all =
        select(TOUCH_FACT.TOUCH_ID, TOUCH_FACT.HAPPENED_AT, total)
            .from(TOUCH_FACT)
            .where(which)
            .asTable("found");
    Field<UUID> id = Objects.requireNonNull(all.field(TOUCH_FACT.TOUCH_ID));
    Field<Instant> at = Objects.requireNonNull(all.field(TOUCH_FACT.HAPPENED_AT));
    return dsl.select(id, Objects.requireNonNull(all.field(total)))
        .from(all)
        .where(after(at, id, last))
        .orderBy(at.desc(), id.desc())
        .limit(limit)
        .fetchMap(Record2::value1, Record2::value2);
  }

  private static Condition which(TouchBehind behind, Caller caller) {
    TouchQuestion question = behind.question();
    Condition cell = cell(behind, caller);
    return switch (behind.figure()) {
      case FIRST -> cell.and(TouchConditions.isFirst(cell));
      case LAST_BEFORE_MQL -> cell.and(TouchConditions.isLastBeforeMql(question.period()));
      case LAST_BEFORE_CONTRACT ->
          cell.and(TouchConditions.isLastBeforeContract(question.period()));
      case PERSON ->
          TOUCH_FACT.TOUCH_ID.in(
              select(TOUCH_FACT.TOUCH_ID)
                  .distinctOn(TOUCH_FACT.PERSON_ID)
                  .from(TOUCH_FACT)
                  .where(cell)
                  .orderBy(
                      TOUCH_FACT.PERSON_ID,
                      TOUCH_FACT.HAPPENED_AT.desc(),
                      TOUCH_FACT.TOUCH_ID.desc()));
      default -> cell;
    };
  }

  private static Condition cell(TouchBehind behind, Caller caller) {
    TouchQuestion question = behind.question();
    return TouchConditions.asked(question, caller.visible())
        .and(TouchConditions.inRow(question.by(), behind.row()));
  }

  private List<TouchEntry> entries(List<Record> shown, Caller caller) {
    List<UUID> ids =
        shown.stream().map(r -> r.get(TOUCH_FACT.LEAD_ID)).filter(Objects::nonNull).toList();
    Map<UUID, LeadRow> rows = new HashMap<>();
    leads.rows(ids.stream().distinct().toList(), caller).forEach(row -> rows.put(row.id(), row));
    List<TouchEntry> entries = new ArrayList<>();
    for (Record r : shown) {
      UUID lead = r.get(TOUCH_FACT.LEAD_ID);
      JSONB detail = r.get(TOUCH_FACT.DETAIL);
      entries.add(
          new TouchEntry(
              r.get(TOUCH_FACT.TOUCH_ID),
              r.get(TOUCH_FACT.HAPPENED_AT),
              r.get(TOUCH_FACT.SCENE),
              r.get(CHANNEL_DIM.PATH),
              r.get(CAMPAIGN_DIM.NAME),
              r.get(TOUCH_FACT.CONTENT),
              r.get(TOUCH_FACT.KEYWORD),
              detail == null ? Map.of() : json.readValue(detail.data(), DETAIL),
              r.get(TOUCH_FACT.PERSON_ID),
              r.get(PERSON_DIM.NAME),
              lead == null ? null : rows.get(lead)));
    }
    return entries;
  }

  private static Condition after(
      Field<Instant> happened, Field<UUID> touch, @Nullable List<String> last) {
    if (last == null) {
      return noCondition();
    }
    Instant at = Instant.parse(last.getFirst());
    UUID id = UUID.fromString(last.getLast());
    return happened.lt(at).or(happened.eq(at).and(touch.lt(id)));
  }
}
