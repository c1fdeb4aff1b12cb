package io.leadwell.pool.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Looks through every text, every JSON and every list of texts in every table of every module. */
final class EverywhereInTheDatabase {

  private static final String COLUMNS =
      """
      select c.table_schema || '.' || c.table_name, c.column_name
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE'
        and c.table_schema not in ('pg_catalog', 'information_schema', 'public')
        and (c.data_type in ('text', 'character varying', 'json', 'jsonb', 'xml')
          or c.udt_name in ('_text', '_varchar'))
      order by 1, 2
      """;

  private EverywhereInTheDatabase() {}

  /** The columns that hold one of the texts, with how many rows of them do. */
  static Map<String, Integer> holding(DSLContext dsl, List<String> texts) {
    Map<String, Integer> found = new TreeMap<>();
    for (var column : dsl.fetch(COLUMNS)) {
      String table = column.get(0, String.class);
      String name = column.get(1, String.class);
      List<String> parts = new ArrayList<>();
      texts.forEach(_ -> parts.add("position(lower(?) in lower(\"" + name + "\"::text)) > 0"));
      int rows =
          dsl.fetchCount(
              DSL.table(table), DSL.condition(String.join(" or ", parts), texts.toArray()));
      if (rows > 0) {
        found.put(table + "." + name, rows);
      }
    }
    return found;
  }
}
