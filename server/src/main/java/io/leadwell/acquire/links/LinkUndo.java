package io.leadwell.acquire.links;

import static io.leadwell.tables.links.Tables.LINK;
import static io.leadwell.tables.links.Tables.SENDING;
import static io.leadwell.tables.links.Tables.TALLY;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import io.leadwell.pool.imports.UndoReport;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/**
 * Takes links of a file back; one that somebody followed may be printed, and stays, and so does one
 * that was sent.
 */
@Repository
class LinkUndo {

  private static final Condition FOLLOWED =
      exists(
              selectOne()
                  .from(TALLY)
                  .where(TALLY.LINK_ID.eq(LINK.ID))
                  .and(TALLY.CLICKS.plus(TALLY.SCANS).gt(0L)))
          .or(exists(selectOne().from(SENDING).where(SENDING.LINK_ID.eq(LINK.ID))));

  private final DSLContext dsl;
  private final FollowedLinks followed;

  LinkUndo(DSLContext dsl, FollowedLinks followed) {
    this.dsl = dsl;
    this.followed = followed;
  }

  UndoReport preview(UUID importId) {
    return report(
        dsl.fetchCount(LINK, LINK.IMPORT_ID.eq(importId).andNot(FOLLOWED)),
        dsl.fetchCount(LINK, LINK.IMPORT_ID.eq(importId).and(FOLLOWED)));
  }

  UndoReport undo(UUID importId) {
    followed.changed();
    long kept = dsl.fetchCount(LINK, LINK.IMPORT_ID.eq(importId).and(FOLLOWED));
    long removed =
        dsl.deleteFrom(LINK).where(LINK.IMPORT_ID.eq(importId)).andNot(FOLLOWED).execute();
    return report(removed, kept);
  }

  private static UndoReport report(long removed, long kept) {
    return new UndoReport(
        Map.of("links", removed),
        kept == 0 ? List.of() : List.of(new UndoReport.Kept("links_followed", kept)));
  }
}
