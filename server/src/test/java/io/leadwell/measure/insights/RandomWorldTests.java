package io.leadwell.measure.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.Frame;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Visible;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worlds of fixed seeds: every figure against a plain recount, every cell against its list. */
@OnPostgres
class RandomWorldTests extends RandomWorld {

  private static final Period PERIOD =
      new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 28));
  private static final List<Dimension> RECOUNTED =
      List.of(
          Dimension.CHANNEL,
          Dimension.FRAME,
          Dimension.REGION,
          Dimension.OWNER,
          Dimension.CONTENT,
          Dimension.MONTH);

  @ParameterizedTest
  @ValueSource(longs = {1, 20260301})
  void every_figure_is_what_a_plain_recount_finds_and_opens_to_as_many_leads(long seed) {
    World world = populate(new Random(seed));
    Caller limited =
        new Caller(
            Caller.Kind.MEMBER,
            members.getFirst(),
            null,
            "",
            Set.of(Permission.REPORTS_READ),
            new Visible.OwnedBy(Set.of(members.getFirst(), members.get(1))),
            null);
    for (Caller caller : List.of(Caller.system(), limited)) {
      for (Basis basis : Basis.values()) {
        for (Period period : List.of(Period.ever(), PERIOD)) {
          for (Dimension by : RECOUNTED) {
            recount(world, new Question(by, basis, period, ReportFilter.all()), caller);
          }
        }
      }
    }
  }

  private void recount(World world, Question question, Caller caller) {
    Funnel funnel = reports.funnel(question, caller, Locale.ENGLISH);
    Predicate<World.Lead> seen = lead -> sees(caller, lead);
    Map<String, long[]> expected = new TreeMap<>();
    long[] total = new long[15];
    for (World.Lead lead : world.leads.stream().filter(seen).toList()) {
      for (int stage = 0; stage < 7; stage++) {
        Instant at = lead.at(stage);
        Instant decisive = question.basis() == Basis.COHORT ? lead.at(0) : at;
        if (at != null && decisive != null && inside(decisive, question.period())) {
          long[] row = expected.computeIfAbsent(key(question, lead, decisive), k -> new long[15]);
          for (long[] counts : List.of(row, total)) {
            counts[stage]++;
            counts[7 + stage] += lead.own()[stage] == null ? 1 : 0;
          }
        }
      }
    }
    for (World.Contract contract : world.contracts) {
      Instant decisive =
          question.basis() == Basis.COHORT ? contract.lead().at(0) : contract.signed();
      if (seen.test(contract.lead()) && decisive != null && inside(decisive, question.period())) {
        expected.computeIfAbsent(key(question, contract.lead(), decisive), k -> new long[15])[14] +=
            contract.fen();
        total[14] += contract.fen();
      }
    }
    Map<String, long[]> found = new TreeMap<>();
    funnel.rows().forEach(row -> found.put(row.key(), figures(row)));
    assertThat(found.keySet()).as("%s", question).isEqualTo(expected.keySet());
    expected.forEach(
        (key, figures) -> assertThat(found.get(key)).as("%s %s", question, key).isEqualTo(figures));
    assertThat(figures(funnel.total())).as("total of %s", question).isEqualTo(total);
    opensToAsMany(funnel, caller);
  }

  private void opensToAsMany(Funnel funnel, Caller caller) {
    List<FunnelRow> rows = new ArrayList<>(funnel.rows());
    rows.add(funnel.total());
    for (FunnelRow row : rows) {
      row.counts()
          .forEach((stage, count) -> {
            Figure figure = Figure.of(stage).orElseThrow();
            Behind behind = new Behind(funnel.question(), row.key(), figure, false, null);
            assertThat(reports.leads(behind, caller, null, 1).total())
                .as("%s", behind)
                .isEqualTo(count);
          });
    }
    // one cell is walked through to its end, page by page
    FunnelRow largest =
        rows.stream()
            .max(Comparator.comparingLong(r -> r.implied().getOrDefault("mql", 0L)))
            .orElseThrow();
    Behind behind = new Behind(funnel.question(), largest.key(), Figure.MQL, true, null);
    String cursor = null;
    long walked = 0;
    do {
      var page = reports.leads(behind, caller, cursor, 40);
      walked += page.items().size();
      cursor = page.next();
    } while (cursor != null);
    assertThat(walked).isEqualTo(largest.implied().get("mql"));
  }

  private String key(Question question, World.Lead lead, Instant decisive) {
    String value =
        switch (question.by()) {
          case CHANNEL -> lead.channel() == null ? null : lead.channel().toString();
          case FRAME -> lead.channel() == null ? null : word(lead.channel());
          case REGION -> lead.province();
          case OWNER -> lead.owner() == null ? null : lead.owner().toString();
          case CONTENT -> lead.content();
          case MONTH -> World.month(decisive);
          default -> throw new IllegalArgumentException(question.toString());
        };
    return value == null ? "none" : value;
  }

  private @Nullable String word(UUID channel) {
    Frame frame = frames.get(channel);
    return frame == null ? null : frame.word();
  }

  private static boolean sees(Caller caller, World.Lead lead) {
    return !(caller.visible() instanceof Visible.OwnedBy(Set<UUID> mine))
        || lead.owner() != null && mine.contains(lead.owner())
        || lead.sdr() != null && mine.contains(lead.sdr());
  }

  private static boolean inside(Instant at, Period period) {
    LocalDate day = LocalDate.ofInstant(at, World.SHANGHAI);
    return (period.from() == null || !day.isBefore(period.from()))
        && (period.to() == null || !day.isAfter(period.to()));
  }

  private static long[] figures(FunnelRow row) {
    long[] figures = new long[15];
    int i = 0;
    for (long count : row.counts().values()) {
      figures[i++] = count;
    }
    for (long count : row.implied().values()) {
      figures[i++] = count;
    }
    figures[14] = row.revenueFen();
    return figures;
  }
}
