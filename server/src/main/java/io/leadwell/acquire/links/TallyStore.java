package io.leadwell.acquire.links;

import static io.leadwell.tables.links.Tables.TALLY;
import static io.leadwell.tables.links.Tables.VISITOR;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Counts of links. */
@Repository
class TallyStore {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final DSLContext dsl;

  TallyStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  void count(UUID linkId, Passer passer, boolean person) {
    long scans = person && passer.scanned() ? 1 : 0;
    long clicks = person && !passer.scanned() ? 1 : 0;
    long robots = person ? 0 : 1;
    dsl.insertInto(TALLY)
        .set(TALLY.LINK_ID, linkId)
        .set(TALLY.DAY, LocalDate.ofInstant(passer.at(), ZONE))
        .set(TALLY.CLICKS, clicks)
        .set(TALLY.SCANS, scans)
        .set(TALLY.ROBOTS, robots)
        .onConflict(TALLY.LINK_ID, TALLY.DAY)
        .doUpdate()
        .set(TALLY.CLICKS, TALLY.CLICKS.plus(clicks))
        .set(TALLY.SCANS, TALLY.SCANS.plus(scans))
        .set(TALLY.ROBOTS, TALLY.ROBOTS.plus(robots))
        .execute();
    if (person) {
      dsl.insertInto(VISITOR)
          .set(VISITOR.LINK_ID, linkId)
          .set(VISITOR.VISITOR_ID, passer.visitor())
          .set(VISITOR.FIRST_AT, passer.at())
          .onConflictDoNothing()
          .execute();
    }
  }
}
