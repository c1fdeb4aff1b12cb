package io.leadwell.bench;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Visible;
import io.leadwell.kernel.rules.Rule;
import io.leadwell.pool.rules.Revaluation;
import io.leadwell.pool.rules.Rules;
import io.leadwell.pool.segments.Segments;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Rules over all leads beside the bare SQL, and changed leads through many segments. */
final class SegmentBench {

  private static final int REPETITIONS = 9;
  private static final int SEGMENTS = 200;
  private static final int CHANGED = 2_000;
  private static final double LIMIT = 1.2;
  private static final long PAUSE_MS = 50;

  private static final String FIELDS =
      """
      {"all":[{"field":"lead.stage","is":"is","values":["mql","sal","sql"]},
              {"field":"person.title","is":"contains","values":["总监","经理"]}]}
      """;
  private static final String FIELDS_SQL =
      """
      select count(*) from leads.lead l join leads.person p on p.id = l.person_id
      where l.stage in ('mql', 'sal', 'sql')
        and (position('总监' in lower(p.title)) > 0 or position('经理' in lower(p.title)) > 0)
      """;
  private static final String DEEDS =
      """
      {"all":[{"did":[{"field":"deed.scene","is":"is","values":["import"]}],"least":2,"most":null,"days":400},
              {"field":"lead.lastTouchAt","is":"longer_ago","values":["14"]}]}
      """;
  private static final String DEEDS_SQL =
      """
      select count(*) from leads.lead l where l.last_touch_at <= now() - interval '14 days'
        and l.person_id in (select person_id from leads.touch
          where withdrawn_at is null and scene = 'import' and happened_at > now() - interval '400 days'
          group by person_id having count(*) >= 2)
      """;

  private final Rules rules;
  private final Segments segments;
  private final Revaluation revaluation;
  private final Anchors anchors;
  private final Report report;
  private final JsonMapper json;

  SegmentBench(
      Rules rules,
      Segments segments,
      Revaluation revaluation,
      Anchors anchors,
      Report report,
      JsonMapper json) {
    this.rules = rules;
    this.segments = segments;
    this.revaluation = revaluation;
    this.anchors = anchors;
    this.report = report;
    this.json = json;
  }

  void run() throws SQLException, InterruptedException {
    rest();
    compare("segment by stage and title, counted", FIELDS, FIELDS_SQL);
    compare("segment by behaviour, counted", DEEDS, DEEDS_SQL);
    changed();
  }

  private void compare(String work, String rule, String sql) throws SQLException {
    Rule understood = rules.understand(rules.read(json.readTree(rule)));
    long[] ours = new long[REPETITIONS];
    long[] bare = new long[REPETITIONS];
    int count = 0;
    for (int i = 0; i < REPETITIONS; i++) {
      long begin = System.nanoTime();
      count =
          rules.count(
              understood, Visible.everything(), Instant.now().truncatedTo(ChronoUnit.MICROS));
      long between = System.nanoTime();
      String found = anchors.column(sql).getFirst();
      bare[i] = System.nanoTime() - between;
      ours[i] = between - begin;
      if (!found.equals(Integer.toString(count))) {
        throw new IllegalStateException(work + ": " + count + " and " + found);
      }
    }
    double own = median(ours);
    double base = median(bare);
    report.add(
        Measure.ratio(
            work + " (" + count + " leads)",
            millis(own),
            own,
            "bare SQL of the rule",
            millis(base),
            base,
            LIMIT));
  }

  /** Each of many leads is read once and asked two hundred rules. */
  private void changed() throws SQLException, InterruptedException {
    List<String> cities = List.of("上海", "北京", "深圳", "杭州", "苏州");
    for (int i = 0; i < SEGMENTS; i++) {
      String rule =
          """
          {"all":[{"field":"person.city","is":"is","values":["%s"]},
                  {"field":"person.title","is":"contains","values":["%s"]},
                  {"field":"lead.stage","is":"is_not","values":["lost"]}]}
          """
              .formatted(cities.get(i % cities.size()), i % 2 == 0 ? "总监" : "经理");
      segments.add("bench " + i, null, json.readTree(rule), Caller.system());
    }
    while (segments.all(Caller.system()).stream().anyMatch(segment -> segment.gathering())) {
      Thread.sleep(PAUSE_MS);
    }
    rest();
    List<UUID> leads =
        anchors.column("select id from leads.lead order by md5(id::text) limit " + CHANGED).stream()
            .map(UUID::fromString)
            .toList();
    for (int round = 0; round < 2; round++) {
      long begin = System.nanoTime();
      revaluation.stir(leads);
      rest();
      double each = (System.nanoTime() - begin) / 1e6 / leads.size();
      if (round == 1) {
        report.add(
            new Measure(
                "a changed lead through " + SEGMENTS + " segments",
                String.format(Locale.ROOT, "%.2f ms", each),
                "—",
                "—",
                null,
                "< 1 ms",
                each < 1));
      }
    }
  }

  private void rest() throws InterruptedException {
    while (revaluation.waiting() > 0) {
      if (revaluation.step() == 0) {
        Thread.sleep(PAUSE_MS);
      }
    }
  }

  private static double median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static String millis(double nanos) {
    return String.format(Locale.ROOT, "%.0f ms", nanos / 1e6);
  }
}
