package io.leadwell.base.platform;

import java.sql.SQLException;
import java.util.List;

/** Failures that say nothing about the data: the database went away or two writers met. */
public final class Interruptions {

  /** Full or busy (53), deadlock and serialization (40), locks (55P). */
  private static final List<String> PASSING = List.of("53", "40", "55P");

  private Interruptions() {}

  /** Whether the work may simply go on later where it was. */
  public static boolean passing(Throwable failure) {
    if (Outage.causedBy(failure)) {
      return true;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() instanceof String state
          && PASSING.stream().anyMatch(state::startsWith)) {
        return true;
      }
    }
    return false;
  }
}
