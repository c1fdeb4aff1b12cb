package io.leadwell.pool.imports;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Failures that say nothing about the file: the database went away or two writers met. */
final class Interruptions {

  private Interruptions() {}

  /** Whether the work may simply go on later where it was. */
  static boolean passing(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CannotCreateTransactionException
          || cause instanceof SQLTransientConnectionException
          || cause instanceof SQLException sql && passing(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Lost connections (08), shutdown and termination (57P), full or busy (53), deadlock and
   * serialization (40), locks (55P).
   */
  private static boolean passing(String state) {
    return state != null
        && (state.startsWith("08")
            || state.startsWith("57P")
            || state.startsWith("53")
            || state.startsWith("40")
            || state.startsWith("55P"));
  }
}
