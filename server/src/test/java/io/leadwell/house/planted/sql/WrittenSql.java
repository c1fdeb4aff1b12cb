package io.leadwell.house.planted.sql;

import org.jooq.DSLContext;

/** Writes SQL as text. */
final class WrittenSql {

  private final DSLContext dsl;

  WrittenSql(DSLContext dsl) {
    this.dsl = dsl;
  }

  int members() {
    return dsl.fetch("select * from workspace.member").size();
  }
}
