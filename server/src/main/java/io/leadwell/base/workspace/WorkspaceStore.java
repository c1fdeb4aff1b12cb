package io.leadwell.base.workspace;

import static io.leadwell.tables.workspace.Tables.WORKSPACE_;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The single row of the workspace. */
@Component
class WorkspaceStore {

  private final DSLContext dsl;

  WorkspaceStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<Workspace> current() {
    return dsl.selectFrom(WORKSPACE_)
        .fetchOptional(row ->
            new Workspace(
                row.getName(), MoneyUnit.of(row.getMoneyUnit()), row.getTimeZone(), row.getDemo()));
  }

  /** False when there is a workspace already; of several callers at once, one gets true. */
  boolean open(String name, MoneyUnit moneyUnit, boolean demo) {
    return dsl.insertInto(WORKSPACE_)
            .set(WORKSPACE_.NAME, name)
            .set(WORKSPACE_.MONEY_UNIT, moneyUnit.word())
            .set(WORKSPACE_.DEMO, demo)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  void change(String name, MoneyUnit moneyUnit) {
    dsl.update(WORKSPACE_)
        .set(WORKSPACE_.NAME, name)
        .set(WORKSPACE_.MONEY_UNIT, moneyUnit.word())
        .execute();
  }
}
