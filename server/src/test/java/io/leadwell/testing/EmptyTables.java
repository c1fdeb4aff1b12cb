package io.leadwell.testing;

import io.leadwell.base.platform.TablesReplaced;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Empties every table of the modules before a test method, and sets the clock right. */
public final class EmptyTables implements TestExecutionListener {

  private static final long PAUSE_NANOS = 300_000_000;
  private static final String DEADLOCK = "40P01";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** A lock that is held for ever fails the test by name, instead of stopping the whole run. */
  private static final String PATIENCE = "set lock_timeout = '30s'";

  private static final String TABLES =
      """
      select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema', 'public')
      """;

  private static final String WRITERS =
      """
      select count(*) from pg_locks l join pg_database d on d.oid = l.database
      where d.datname = current_database() and l.mode = 'RowExclusiveLock'
        and l.pid <> pg_backend_pid()
      """;

  private static final String OTHERS =
      """
      select concat_ws(' ', pid, state, wait_event, now() - xact_start, query) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
      """;

  @Override
  public void beforeTestMethod(TestContext test) throws Exception {
    DataSource source = test.getApplicationContext().getBean(DataSource.class);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet found = statement.executeQuery(TABLES)) {
        while (found.next()) {
          tables.add(found.getString(1));
        }
      }
      awaitWriters(statement);
      statement.execute(PATIENCE);
      truncate(statement, filled(statement, tables));
      statement.execute("reset lock_timeout");
    }
    test.getApplicationContext()
        .getBeanProvider(MovableClock.class)
        .ifAvailable(MovableClock::reset);
    test.getApplicationContext().publishEvent(new TablesReplaced());
  }

  /** What somebody is writing in the background is not seen yet, and would be there afterwards. */
  private static void awaitWriters(Statement statement) throws SQLException {
    for (int left = 40; left > 0; left--) {
      try (ResultSet found = statement.executeQuery(WRITERS)) {
        found.next();
        if (found.getLong(1) == 0) {
          return;
        }
      }
      LockSupport.parkNanos(PAUSE_NANOS / 10);
    }
  }

  /** Most are empty: looking into each takes a thousandth of the time of truncating it. */
  private static List<String> filled(Statement statement, List<String> tables) throws SQLException {
    List<String> filled = new ArrayList<>();
    String looks =
        tables.stream()
            .map(table -> "select '" + table + "' where exists (select from " + table + ")")
            .collect(Collectors.joining(" union all "));
    try (ResultSet found = statement.executeQuery(looks)) {
      while (found.next()) {
        filled.add(found.getString(1));
      }
    }
    return filled;
  }

  /** Work in the background holds some of the tables and waits for others; one of us must yield. */
  private static void truncate(Statement statement, List<String> tables) throws SQLException {
    if (tables.isEmpty()) {
      return;
    }
    for (int left = 40; ; left--) {
      try {
        statement.execute("truncate " + String.join(", ", tables) + " restart identity cascade");
        return;
      } catch (SQLException e) {
        if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
          throw new IllegalStateException("somebody keeps a table: " + others(statement), e);
        }
        if (left == 0 || !DEADLOCK.equals(e.getSQLState())) {
          throw e;
        }
        // What is at work comes to its end meanwhile.
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static List<String> others(Statement statement) throws SQLException {
    List<String> others = new ArrayList<>();
    try (ResultSet found = statement.executeQuery(OTHERS)) {
      while (found.next()) {
        others.add(found.getString(1));
      }
    }
    return others;
  }
}
