package io.leadwell.pool.imports;

import static io.leadwell.tables.imports.Tables.BAD_ROW;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.pool.imports.Import.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows that can't come in, with what is wrong and every cell, so that they can be sent back. */
@Component
class BadRowStore {

  private static final TypeReference<List<Stored>> PROBLEMS = new TypeReference<>() {};
  private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
  private static final int FETCH = 500;

  private final DSLContext dsl;
  private final Database database;
  private final JsonMapper json;

  BadRowStore(DSLContext dsl, Database database, JsonMapper json) {
    this.dsl = dsl;
    this.database = database;
    this.json = json;
  }

  /** A fault as it is stored. */
  record Stored(
      @Nullable String column,
      @Nullable String field,
      @Nullable String value,
      String code,
      List<Object> arguments,
      @Nullable Boolean remark) {}

  /** Rows refused, and rows that came in with a remark. */
  record Kept(long refused, long remarked) {}

  /** A refused row with all that is wrong with it. */
  record BadRow(long number, List<RowProblem> problems, List<String> cells) {}

  void clear(UUID id) {
    dsl.deleteFrom(BAD_ROW).where(BAD_ROW.IMPORT_ID.eq(id)).execute();
  }

  /** Keeps the refused ones of the rows, and those with a remark. */
  Kept keep(UUID id, List<ImportRow> rows, Map<String, List<String>> sources, List<String> names) {
    List<Object[]> bad = new ArrayList<>();
    long refused = 0;
    for (ImportRow row : rows) {
      if (!row.faults().isEmpty()) {
        refused += row.refused() ? 1 : 0;
        List<Stored> problems =
            row.faults().stream()
                .map(fault ->
                    new Stored(
                        column(fault.field(), sources),
                        fault.field(),
                        clean(fault.value()),
                        fault.code(),
                        fault.arguments().stream().map(BadRowStore::plain).toList(),
                        fault.remark() ? Boolean.TRUE : null))
                .toList();
        List<String> cells =
            names.stream().map(name -> clean(row.raw().getOrDefault(name, ""))).toList();
        bad.add(new Object[] {id, row.number(), jsonb(problems), jsonb(cells)});
      }
    }
    database.copy(
        BAD_ROW,
        List.of(BAD_ROW.IMPORT_ID, BAD_ROW.ROW_NUMBER, BAD_ROW.PROBLEMS, BAD_ROW.CELLS),
        bad);
    return new Kept(refused, bad.size() - refused);
  }

  Page<RowProblem> page(UUID id, @Nullable String cursor, int limit, long total) {
    List<String> after = Cursor.values(cursor, 1);
    List<BadRow> found = fetch(id, after == null ? -1 : number(after.getFirst()), limit + 1);
    boolean more = found.size() > limit;
    List<BadRow> shown = more ? found.subList(0, limit) : found;
    String next = more ? Cursor.of(List.of(Long.toString(shown.getLast().number()))) : null;
    return new Page<>(
        shown.stream().flatMap(row -> row.problems().stream()).toList(), next, total, false);
  }

  /** Every refused row in the file's order, a few at a time. */
  void each(UUID id, Consumer<BadRow> consumer) {
    long after = -1;
    List<BadRow> rows = fetch(id, after, FETCH);
    while (!rows.isEmpty()) {
      rows.forEach(consumer);
      after = rows.getLast().number();
      rows = fetch(id, after, FETCH);
    }
  }

  private List<BadRow> fetch(UUID id, long after, int limit) {
    return dsl.select(BAD_ROW.ROW_NUMBER, BAD_ROW.PROBLEMS, BAD_ROW.CELLS)
        .from(BAD_ROW)
        .where(BAD_ROW.IMPORT_ID.eq(id), BAD_ROW.ROW_NUMBER.gt(after))
        .orderBy(BAD_ROW.ROW_NUMBER)
        .limit(limit)
        .fetch(row -> badRow(row.value1(), row.value2(), row.value3()));
  }

  private BadRow badRow(long number, JSONB problems, JSONB cells) {
    List<String> texts = json.readValue(cells.data(), CELLS);
    List<RowProblem> told =
        saidOnce(json.readValue(problems.data(), PROBLEMS)).stream()
            .map(p ->
                new RowProblem(
                    number,
                    p.column(),
                    p.field(),
                    p.value(),
                    new Sentence(p.code(), p.arguments()),
                    texts,
                    Boolean.TRUE.equals(p.remark())))
            .toList();
    return new BadRow(number, told, texts);
  }

  /**
   * A column may feed several fields; what is wrong with its cell is one thing to mend all the
   * same.
   */
  private static Collection<Stored> saidOnce(List<Stored> problems) {
    Map<List<@Nullable Object>, Stored> first = new LinkedHashMap<>();
    problems.forEach(p ->
        first.putIfAbsent(
            Arrays.asList(
                p.column() == null ? p.field() : p.column(), p.value(), p.code(), p.arguments()),
            p));
    return first.values();
  }

  private static long number(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new Problem(PlatformProblem.STALE_CURSOR);
    }
  }

  private static @Nullable String column(
      @Nullable String field, Map<String, List<String>> sources) {
    List<String> columns = field == null ? List.of() : sources.getOrDefault(field, List.of());
    return columns.isEmpty() ? null : columns.getFirst();
  }

  private static Object plain(Object argument) {
    return argument instanceof Number ? argument : clean(argument.toString());
  }

  /** PostgreSQL's jsonb takes no NUL and no half of a surrogate pair. */
  private static String clean(@Nullable String text) {
    if (text == null) {
      return "";
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != 0 && Character.getType(c) != Character.SURROGATE)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private JSONB jsonb(Object value) {
    return JSONB.jsonb(json.writeValueAsString(value));
  }
}
