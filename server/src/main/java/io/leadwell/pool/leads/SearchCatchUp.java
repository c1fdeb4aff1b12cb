package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.jooq.impl.DSL.position;

import io.leadwell.base.platform.Database;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People who came in when searches knew their first phone and mailbox only are folded anew once
 * after a start, so that a search finds them by every other.
 */
@Component
class SearchCatchUp {

  private static final int AFTER_START_MS = 60_000;
  private static final int AT_ONCE = 500;

  private final DSLContext dsl;
  private final Database database;
  private final Refolding refolding;
  private final TransactionTemplate transaction;

  SearchCatchUp(
      DSLContext dsl, Database database, Refolding refolding, TransactionTemplate transaction) {
    this.dsl = dsl;
    this.database = database;
    this.refolding = refolding;
    this.transaction = transaction;
  }

  @Scheduled(initialDelay = AFTER_START_MS)
  void foldWhoIsNotFound() {
    List<UUID> people =
        dsl.selectDistinct(IDENTIFIER.PERSON_ID)
            .from(IDENTIFIER)
            .join(PERSON)
            .on(PERSON.ID.eq(IDENTIFIER.PERSON_ID))
            .where(IDENTIFIER.KIND.in("phone", "email"))
            .and(position(PERSON.SEARCH_TEXT, IDENTIFIER.VALUE).eq(0))
            .fetch(IDENTIFIER.PERSON_ID);
    for (int from = 0; from < people.size(); from += AT_ONCE) {
      List<UUID> part = people.subList(from, Math.min(from + AT_ONCE, people.size()));
      transaction.executeWithoutResult(_ -> {
        database.lock("leads.intake");
        refolding.people(part);
      });
    }
  }
}
