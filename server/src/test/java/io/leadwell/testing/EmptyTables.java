package io.leadwell.testing;

import io.leadwell.base.platform.TablesReplaced;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Empties every table of the modules before a test method, and sets the clock right. */
public final class EmptyTables implements TestExecutionListener {

  private static final long PAUSE_NANOS = 300_000_000;
  private static final String DEADLOCK = "40P01";

  private static final String TABLES =
      """
      select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema', 'public')
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
      truncate(statement, tables);
    }
    test.getApplicationContext()
        .getBeanProvider(MovableClock.class)
        .ifAvailable(MovableClock::reset);
    test.getApplicationContext().publishEvent(new TablesReplaced());
  }

  /** Work in the background holds some of the tables and waits for others; one of us must yield. */
  private static void truncate(Statement statement, List<String> tables) throws SQLException {
    for (int left = 40; ; left--) {
      try {
        statement.execute("truncate " + String.join(", ", tables) + " restart identity cascade");
        return;
      } catch (SQLException e) {
        if (left == 0 || !DEADLOCK.equals(e.getSQLState())) {
          throw e;
        }
        // What is at work comes to its end meanwhile.
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }
}
