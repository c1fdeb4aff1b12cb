package io.leadwell.acquire.campaigns;

import static io.leadwell.tables.campaigns.Tables.SPEND;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * A plan's spend is the sum of its keywords': a plan report and a keyword report of the same days
 * say the same money twice.
 */
@Repository
class SpendLevels {

  private static final int KEYWORD = 3;
  private static final int UNIT = 2;
  private static final int PLAN = 1;

  private static final Field<Integer> LEVEL =
      when(SPEND.KEYWORD.isNotNull(), inline(KEYWORD))
          .when(SPEND.UNIT.isNotNull(), inline(UNIT))
          .when(SPEND.PLAN.isNotNull(), inline(PLAN))
          .otherwise(inline(0));

  /** An account on a day. */
  record Day(@Nullable UUID channelId, String account, LocalDate day) {}

  private final DSLContext dsl;

  SpendLevels(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The days of these lines for which there is spend of the account on another level. */
  Set<Day> daysOfAnotherLevel(Collection<SpendDraft> lines) {
    Map<Day, Set<Integer>> wanted = new HashMap<>();
    for (SpendDraft line : lines) {
      if (line.account() != null && line.dayFrom().equals(line.dayTo())) {
        wanted
            .computeIfAbsent(
                new Day(line.channelId(), Names.key(line.account()), line.dayFrom()),
                day -> new HashSet<>())
            .add(level(line));
      }
    }
    if (wanted.isEmpty()) {
      return Set.of();
    }
    LocalDate[] days = wanted.keySet().stream().map(Day::day).distinct().toArray(LocalDate[]::new);
    Set<Day> found = new HashSet<>();
    dsl.selectDistinct(SPEND.CHANNEL_ID, SPEND.ACCOUNT, SPEND.DAY_FROM, LEVEL)
        .from(SPEND)
        .where(SPEND.DAY_FROM.eq(any(days)))
        .and(SPEND.DAY_TO.eq(SPEND.DAY_FROM))
        .and(SPEND.ACCOUNT.isNotNull())
        .forEach(r -> {
          Day day = new Day(r.value1(), Names.key(r.value2()), r.value3());
          Set<Integer> levels = wanted.get(day);
          if (levels != null && !levels.contains(r.value4())) {
            found.add(day);
          }
        });
    return found;
  }

  private static int level(SpendDraft line) {
    if (line.keyword() != null) {
      return KEYWORD;
    }
    if (line.unit() != null) {
      return UNIT;
    }
    return line.plan() == null ? 0 : PLAN;
  }
}
