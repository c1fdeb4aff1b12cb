package io.leadwell.base.platform;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.stereotype.Component;

/** What PostgreSQL can and jOOQ doesn't say: bulk loading and locks by name. */
@Component
public class Database {

  private final DSLContext dsl;

  Database(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Loads rows by COPY within the current transaction: several times faster than inserts.
   *
   * <p>The order of the values of a row is that of {@code columns}. Nothing is loaded when there
   * are no rows.
   */
  public void copy(Table<?> table, List<Field<?>> columns, Iterable<Object[]> rows) {
    if (!rows.iterator().hasNext()) {
      return;
    }
    String names =
        columns.stream()
            .map(c -> "\"" + c.getName() + "\"")
            .collect(java.util.stream.Collectors.joining(","));
    String sql = "copy " + dsl.render(table) + " (" + names + ") from stdin";
    dsl.connection(connection -> {
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
      try {
        CopyText text = new CopyText(copy);
        for (Object[] row : rows) {
          text.row(row);
        }
        text.flush();
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    });
  }

  /**
   * Updates many rows by their key within the current transaction: loaded by COPY, then one UPDATE.
   * The order of the values of a row is the key, then that of {@code columns}. Rows that say so
   * already are left alone: a new version of a row costs an entry in each of its indexes.
   */
  public void update(Table<?> table, Field<UUID> key, List<Field<?>> columns, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Table<?> incoming = DSL.table(DSL.name("incoming"));
    List<Field<?>> all = new ArrayList<>();
    all.add(key);
    all.addAll(columns);
    dsl.createTemporaryTable(incoming).as(DSL.select(all).from(table)).withNoData().execute();
    copy(incoming, all, rows);
    Map<Field<?>, Field<?>> set = new LinkedHashMap<>();
    columns.forEach(column -> set.put(column, in(incoming, column)));
    dsl.update(table)
        .set(set)
        .from(incoming)
        .where(key.eq(in(incoming, key)))
        .and(DSL.row(set.keySet()).isDistinctFrom(DSL.row(set.values())))
        .execute();
    dsl.dropTemporaryTable(incoming).execute();
  }

  private static <T> Field<T> in(Table<?> incoming, Field<T> column) {
    return DSL.field(
        DSL.name(incoming.getUnqualifiedName(), column.getUnqualifiedName()), column.getDataType());
  }

  /** Arrays of one length as the columns of a table: one statement, however many rows. */
  public static Table<?> rows(Field<?>... arrays) {
    return DSL.table("unnest({0})", DSL.list(arrays));
  }

  /** The texts in a JSON array as the rows of a table; none where it is no array. */
  public static Table<?> elements(Field<JSONB> array) {
    return DSL.table(
        "jsonb_array_elements_text(case when jsonb_typeof({0}) = 'array' then {0} end)", array);
  }

  /** Whether a JSON value holds this one: answered by a {@code jsonb_path_ops} index. */
  public static Condition holds(Field<JSONB> field, JSONB value) {
    return DSL.condition("{0} @> {1}", field, DSL.val(value));
  }

  /** Waits for the lock {@code name} and holds it until the transaction ends. */
  public void lock(String name) {
    dsl.select(DSL.function("pg_advisory_xact_lock", Object.class, DSL.val(number(name)))).fetch();
  }

  /** A stable 64-bit number for a lock's name. */
  public static long number(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** Refreshes the planner's picture after a bulk load. Runs outside of transactions as well. */
  public void analyze(Table<?> table) {
    dsl.connection(connection -> {
      try (var statement = connection.createStatement()) {
        statement.execute("analyze " + dsl.render(table));
      } catch (SQLException e) {
        throw new org.jooq.exception.DataAccessException("analyze", e);
      }
    });
  }
}
