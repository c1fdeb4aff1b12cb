package io.leadwell.pool.imports;

import io.leadwell.base.platform.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * One worker per import, also across processes: an advisory lock of a session of its own, which
 * PostgreSQL gives back by itself when the session dies.
 */
final class WorkLock implements AutoCloseable {

  private final Connection connection;
  private final long number;

  private WorkLock(Connection connection, long number) {
    this.connection = connection;
    this.number = number;
  }

  /** The lock, or nothing when somebody has it. */
  static Optional<WorkLock> take(DataSource source, UUID id) throws SQLException {
    Connection connection = source.getConnection();
    boolean taken = false;
    try {
      long number = Database.number("imports." + id);
      taken = Boolean.TRUE.equals(call(connection, "pg_try_advisory_lock", number));
      return taken ? Optional.of(new WorkLock(connection, number)) : Optional.empty();
    } finally {
      if (!taken) {
        connection.close();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    // A connection that can't be asked to unlock is dead, and so is its lock.
    try (connection) {
      if (!connection.isClosed()) {
        call(connection, "pg_advisory_unlock", number);
      }
    }
  }

  private static Boolean call(Connection connection, String function, long number) {
    DSLContext dsl = DSL.using(connection, SQLDialect.POSTGRES);
    return dsl.select(DSL.function(DSL.name(function), Boolean.class, DSL.val(number)))
        .fetchSingle()
        .value1();
  }
}
