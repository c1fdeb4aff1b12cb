package io.leadwell.pool.leads;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Leads come in one after the other, by a lock in the database. Whoever waits for it holds a
 * connection; a crowd that waits would hold them all, and everybody else would be refused. So only
 * a few wait there, and the others before they have a connection.
 */
@Component
class IntakeTurns {

  private static final int AT_THE_DOOR = 4;

  private final Semaphore turns = new Semaphore(AT_THE_DOOR, true);
  private final TransactionTemplate transactions;

  IntakeTurns(TransactionTemplate transactions) {
    this.transactions = transactions;
  }

  /** In the caller's transaction, where there is one: it may hold the lock already. */
  <T> T take(Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return work.get();
    }
    turns.acquireUninterruptibly();
    try {
      return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    } finally {
      turns.release();
    }
  }
}
