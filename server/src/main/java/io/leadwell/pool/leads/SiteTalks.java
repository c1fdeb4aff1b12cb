package io.leadwell.pool.leads;

import io.leadwell.pool.imports.UndoReport;
import io.leadwell.pool.imports.UndoReport.Kept;
import io.leadwell.pool.leads.Intake.Brought;
import io.leadwell.pool.leads.Intake.Outcome;
import io.leadwell.pool.leads.SiteTalkFollowUp.FollowedUp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Announces the talks of a list, and what an undo of it means for them. */
@Component
class SiteTalks {

  private static final String NOUN = "tasks";
  private static final String DONE = "tasksDone";

  private final ObjectProvider<SiteTalkFollowUp> followUps;
  private final Clock clock;

  SiteTalks(ObjectProvider<SiteTalkFollowUp> followUps, Clock clock) {
    this.followUps = followUps;
    this.clock = clock;
  }

  /** Rows as they were read, so that a talk is the same talk whatever rules made of its row. */
  void announce(List<Observation> rows, List<Brought> brought, int hours) {
    List<SiteTalk> talks = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Observation seen = rows.get(i);
      UUID member = seen.facts().id(Fact.TALKED_TO);
      Brought became = brought.get(i);
      UUID lead = became.leadId();
      if (member != null && lead != null && became.outcome() != Outcome.SAME) {
        talks.add(
            new SiteTalk(
                seen.source() + "/" + RecordKey.of(seen, seen.fact(Fact.CAMPAIGN_ID)),
                seen.importId(),
                lead,
                seen.facts().id(Fact.CAMPAIGN_ID),
                about(seen),
                member,
                seen.fact(Fact.TALK_NOTES),
                clock.instant().plus(Duration.ofHours(hours))));
      }
    }
    if (!talks.isEmpty()) {
      followUps.forEach(followUp -> followUp.told(talks));
    }
  }

  UndoReport foresee(UUID importId, UndoReport report) {
    return with(report, followUps.stream().map(one -> one.of(importId)).toList());
  }

  UndoReport takeBack(UUID importId, UndoReport report) {
    return with(report, followUps.stream().map(one -> one.takeBack(importId)).toList());
  }

  private static UndoReport with(UndoReport report, List<FollowedUp> all) {
    long open = all.stream().mapToLong(FollowedUp::open).sum();
    long done = all.stream().mapToLong(FollowedUp::done).sum();
    if (open + done == 0) {
      return report;
    }
    Map<String, Long> removed = new LinkedHashMap<>(report.removed());
    removed.put(NOUN, open);
    List<Kept> kept = new ArrayList<>(report.kept());
    if (done > 0) {
      kept.add(new Kept(DONE, done));
    }
    return new UndoReport(removed, kept, report.shared());
  }

  private static String about(Observation seen) {
    for (Fact fact : List.of(Fact.NAME, Fact.COMPANY)) {
      String told = seen.fact(fact);
      if (told != null) {
        return told;
      }
    }
    return seen.sourceKey() == null ? "" : seen.sourceKey();
  }
}
