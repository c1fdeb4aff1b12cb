package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.CODE;
import static io.leadwell.tables.wecom.Tables.WELCOME;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Codes page by page, the newest first. */
@Repository
class CodeList {

  private final DSLContext dsl;
  private final CodeStore store;
  private final Troubles troubles;

  CodeList(DSLContext dsl, CodeStore store, Troubles troubles) {
    this.dsl = dsl;
    this.store = store;
    this.troubles = troubles;
  }

  Page<Code> page(CodeFilter filter, @Nullable String cursor, int limit) {
    Condition wanted = condition(filter);
    List<String> last = Cursor.values(cursor, 2);
    Condition following = last == null ? wanted : wanted.and(after(last));
    List<Code> found =
        dsl.select(CodeStore.FIELDS)
            .from(CODE)
            .where(following)
            .orderBy(CODE.CREATED_AT.desc(), CODE.ID.desc())
            .limit(limit + 1)
            .fetch(store::map);
    boolean more = found.size() > limit;
    List<Code> items = more ? found.subList(0, limit) : found;
    String next =
        more
            ? Cursor.of(
                List.of(items.getLast().createdAt().toString(), items.getLast().id().toString()))
            : null;
    return new Page<>(items, next, dsl.fetchCount(CODE, wanted), false);
  }

  /** The last first words of a code, and why some could not be said. */
  List<Codes.WelcomeSaid> welcomes(UUID code, int most) {
    return dsl.select(WELCOME.STATE, WELCOME.RECEIVED_AT, WELCOME.ENDED_AT, WELCOME.PROBLEM)
        .from(WELCOME)
        .where(WELCOME.CODE_ID.eq(code))
        .orderBy(WELCOME.RECEIVED_AT.desc())
        .limit(most)
        .fetch(one ->
            new Codes.WelcomeSaid(
                one.value1(), one.value2(), one.value3(), troubles.readOrNull(one.value4())));
  }

  private static Condition condition(CodeFilter filter) {
    Condition wanted =
        filter.status() == null
            ? CODE.STATUS.ne(Code.Status.ENDED.word())
            : CODE.STATUS.eq(filter.status().word());
    if (filter.kind() != null) {
      wanted = wanted.and(CODE.KIND.eq(filter.kind().word()));
    }
    if (filter.channels() != null) {
      wanted =
          wanted.and(
              filter.channels().isEmpty()
                  ? CODE.CHANNEL_ID.isNull()
                  : CODE.CHANNEL_ID.in(filter.channels()));
    }
    String text = filter.text();
    return wanted.and(
        text == null || text.isBlank()
            ? noCondition()
            : CODE.NAME.containsIgnoreCase(text.strip()).or(CODE.STATE.eq(text.strip())));
  }

  private static Condition after(List<String> last) {
    try {
      return row(CODE.CREATED_AT, CODE.ID)
          .lt(row(val(Instant.parse(last.getFirst())), val(UUID.fromString(last.getLast()))));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new Problem(PlatformProblem.STALE_CURSOR);
    }
  }
}
