package io.leadwell.house.planted.tables;

import io.leadwell.tables.workspace.Tables;
import org.jooq.DSLContext;

/** Reads a table that belongs to somebody else. */
final class Borrower {

  private final DSLContext dsl;

  Borrower(DSLContext dsl) {
    this.dsl = dsl;
  }

  int members() {
    return dsl.fetchCount(Tables.MEMBER);
  }
}
