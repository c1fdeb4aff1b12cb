package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.QUARANTINED;
import static io.leadwell.tables.collect.Tables.SIGHTING;
import static io.leadwell.tables.collect.Tables.TALLY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether sites are heard of, and what became of what they sent. */
@Service
public class SiteTraffic {

  /** The newest hits are looked for among so many of all sites. */
  private static final int AMONG = 20_000;

  private static final int NEWEST = 20;

  private final DSLContext dsl;
  private final EventLog log;
  private final Days days;

  SiteTraffic(DSLContext dsl, EventLog log, Days days) {
    this.dsl = dsl;
    this.log = log;
    this.days = days;
  }

  /** By key of the site; a site that was never heard of is missing. */
  @Transactional(readOnly = true)
  public Map<String, Sighting> sightings() {
    return dsl.selectFrom(SIGHTING)
        .fetchMap(
            SIGHTING.SITE,
            row -> new Sighting(row.getFirstAt(), row.getLastAt(), row.getLastUrl()));
  }

  /** Hits stored today, by key of the site. */
  @Transactional(readOnly = true)
  public Map<String, Long> storedToday() {
    return dsl.select(TALLY.SITE, DSL.sum(TALLY.HITS).cast(Long.class))
        .from(TALLY)
        .where(TALLY.DAY.eq(days.today()).and(TALLY.OUTCOME.eq(Ending.STORED.word())))
        .groupBy(TALLY.SITE)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  /** Hits in quarantine, by key of the site. */
  @Transactional(readOnly = true)
  public Map<String, Integer> quarantined() {
    return dsl.select(QUARANTINED.SITE, DSL.count())
        .from(QUARANTINED)
        .groupBy(QUARANTINED.SITE)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  /** The last days, today included, by the key of the site. */
  @Transactional(readOnly = true)
  public SiteCounts counts(String site, int lastDays) {
    LocalDate today = days.today();
    LocalDate first = today.minusDays(lastDays - 1L);
    Map<LocalDate, Map<Ending, Long>> byDay = new TreeMap<>();
    first.datesUntil(today.plusDays(1)).forEach(day -> byDay.put(day, new EnumMap<>(Ending.class)));
    Map<List<String>, Long> lines = new TreeMap<>(SiteTraffic::compare);
    dsl.selectFrom(TALLY)
        .where(TALLY.SITE.eq(site).and(TALLY.DAY.between(first, today)))
        .forEach(row -> {
          Ending ending = ending(row.getOutcome());
          byDay
              .computeIfAbsent(row.getDay(), _ -> new EnumMap<>(Ending.class))
              .merge(ending, row.getHits(), Long::sum);
          lines.merge(List.of(row.getStep(), row.getOutcome()), row.getHits(), Long::sum);
        });
    List<SiteCounts.Day> perDay = new ArrayList<>();
    byDay.forEach((day, hits) -> perDay.add(new SiteCounts.Day(day, hits)));
    List<SiteCounts.Line> all = new ArrayList<>();
    lines.forEach((line, hits) ->
        all.add(
            new SiteCounts.Line(line.getFirst(), line.getLast(), ending(line.getLast()), hits)));
    return new SiteCounts(all, perDay);
  }

  /** The last hits of a site, newest first: for whoever wants to see that it works. */
  @Transactional(readOnly = true)
  public List<Hit> newest(String site) {
    return log.newest(site, AMONG, NEWEST).stream().map(Logged::hit).toList();
  }

  static Ending ending(String outcome) {
    for (Ending kept : List.of(Ending.STORED, Ending.DUPLICATE)) {
      if (kept.word().equals(outcome)) {
        return kept;
      }
    }
    return Reason.of(outcome).ending();
  }

  private static int compare(List<String> one, List<String> other) {
    int order = one.getFirst().compareTo(other.getFirst());
    return order == 0 ? one.getLast().compareTo(other.getLast()) : order;
  }
}
