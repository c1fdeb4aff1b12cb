package io.leadwell.base.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is away, or went away in the middle, from a fault of ours. */
public final class Outage {

  /** Lost connections (08), shutdown and crash (57P). */
  private static final List<String> STATES = List.of("08", "57P");

  private Outage() {}

  public static boolean causedBy(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // A transaction that can't even be rolled back has lost its connection.
      if (cause instanceof CannotCreateTransactionException
          || cause instanceof TransactionSystemException
          || cause instanceof SQLTransientConnectionException
          || cause instanceof SQLException sql && lost(sql)) {
        return true;
      }
    }
    return false;
  }

  /** The pool says in words alone that it has closed a dead connection. */
  private static boolean lost(SQLException failure) {
    String state = failure.getSQLState();
    return state == null
        ? "Connection is closed".equals(failure.getMessage())
        : STATES.stream().anyMatch(state::startsWith);
  }
}
