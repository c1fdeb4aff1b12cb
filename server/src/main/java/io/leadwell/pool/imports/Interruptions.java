package io.leadwell.pool.imports;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Failures that say nothing about the file: the database went away or two writers met. */
final class Interruptions {

  private static final List<String> PASSING = List.of("08", "57P", "53", "40", "55P");

  private Interruptions() {}

  /** Whether the work may simply go on later where it was. */
  static boolean passing(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // A transaction that can't even be rolled back has lost its connection.
      if (cause instanceof CannotCreateTransactionException
          || cause instanceof TransactionSystemException
          || cause instanceof SQLTransientConnectionException
          || cause instanceof SQLException sql && passing(sql)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Lost connections (08), shutdown and termination (57P), full or busy (53), deadlock and
   * serialization (40), locks (55P). The pool says in words alone that it has closed a dead one.
   */
  private static boolean passing(SQLException failure) {
    String state = failure.getSQLState();
    return state == null
        ? "Connection is closed".equals(failure.getMessage())
        : PASSING.stream().anyMatch(state::startsWith);
  }
}
