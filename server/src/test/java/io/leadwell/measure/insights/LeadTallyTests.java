package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.LEAD_TALLY;
import static io.leadwell.tables.leads.Tables.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.ChannelDraft;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.campaigns.Frame;
import io.leadwell.acquire.campaigns.SourceClass;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Visible;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The leads counted as they change, against the leads read one by one. */
@OnPostgres
class LeadTallyTests {

  private static final Instant START = Instant.parse("2025-11-20T00:00:00Z");
  private static final List<Dimension> KNOWN =
      List.of(
          Dimension.NONE,
          Dimension.CHANNEL,
          Dimension.FRAME,
          Dimension.SOURCE_CLASS,
          Dimension.CAMPAIGN,
          Dimension.MONTH);

  /** Lets every lead through; the tally knows no filter, so all are read. */
  private static final ReportFilter READ_ALL =
      new ReportFilter(null, null, null, new Wanted<>(Set.of("浙江", "上海"), true), null, null, null);

  @Autowired private Reports reports;
  @Autowired private Channels channels;
  @Autowired private Campaigns campaigns;
  @Autowired private LeadTally tally;
  @Autowired private DSLContext dsl;
  @Autowired private TransactionTemplate transaction;

  private final List<UUID> origins = new ArrayList<>();
  private final List<UUID> occasions = new ArrayList<>();

  @BeforeEach
  void channelsAndCampaigns() {
    origins.clear();
    occasions.clear();
    occasions.addAll(campaigns.named(List.of("峰会", "直播课"), true).values());
    for (int i = 0; i < 4; i++) {
      SourceClass source = i % 2 == 0 ? SourceClass.MARKETING : SourceClass.PARTNER;
      ChannelDraft draft = new ChannelDraft("渠道" + i, null, Frame.values()[i], source);
      origins.add(channels.add(draft, Caller.system()).id());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 20261126})
  void whatever_happens_to_leads_the_tally_says_what_reading_them_says(long seed) {
    Random random = new Random(seed);
    World world = new World(dsl);
    for (int i = 0; i < 120; i++) {
      change(world, random);
      if (i % 10 == 0) {
        assertThatThrownBy(() ->
                transaction.executeWithoutResult(_ -> {
                  change(world, random);
                  throw new IllegalStateException("taken back");
                }))
            .hasMessage("taken back");
      }
      if (i % 17 == 0) {
        foldNow();
      }
      if (i % 6 == 0) {
        assertEqualToReading();
      }
    }
    recountNow();
    assertEqualToReading();
    dsl.deleteFrom(LEAD).execute();
    assertEqualToReading();
    foldNow();
    assertThat(dsl.fetchCount(LEAD_TALLY)).as("nothing is left of nobody").isZero();
  }

  @Test
  void four_writers_folding_and_recounting_at_once_lose_and_double_nothing() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Future<?>> changing = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Random random = new Random(i);
        World own = new World(dsl);
        changing.add(
            threads.submit(() -> {
              for (int n = 0; n < 60; n++) {
                transaction.executeWithoutResult(_ -> change(own, random));
              }
            }));
      }
      List<Future<?>> folding = new ArrayList<>();
      for (Runnable upkeep : List.<Runnable>of(this::foldNow, this::recountNow)) {
        folding.add(
            threads.submit(() -> {
              while (!over.get()) {
                upkeep.run();
              }
            }));
      }
      for (Future<?> one : changing) {
        one.get();
      }
      over.set(true);
      for (Future<?> one : folding) {
        one.get();
      }
    }
    assertThat(dsl.fetchCount(LEAD)).isPositive();
    assertEqualToReading();
  }

  @Test
  void nobody_waits_for_anothers_commit_to_count_under_the_same_key() throws Exception {
    new World(dsl).lead(origins.getFirst(), START);
    foldNow();
    int atOnce = 5;
    // Nobody passes before all have written, and nobody commits before they pass: one who waited
    // for another's commit would keep all of them here.
    CyclicBarrier allHaveWritten = new CyclicBarrier(atOnce);
    List<Runnable> changes = new ArrayList<>(List.of(this::foldNow));
    for (int i = 1; i < atOnce; i++) {
      changes.add(() -> new World(dsl).lead(origins.getFirst(), START));
    }
    try (var threads = Executors.newFixedThreadPool(atOnce)) {
      List<Future<?>> running = new ArrayList<>();
      for (Runnable change : changes) {
        running.add(
            threads.submit(() ->
                transaction.executeWithoutResult(_ -> {
                  change.run();
                  await(allHaveWritten);
                })));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(atOnce);
    assertEqualToReading();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("Somebody waits for another's commit", e);
    }
  }

  @Test
  void many_changes_are_folded_by_themselves_and_few_are_left() {
    World world = new World(dsl);
    for (int i = 0; i < 5; i++) {
      world.lead(origins.getFirst(), START);
    }
    // as much as a large import appends
    dsl.execute(
        "insert into insights.lead_tally (cut, marks, leads) select 'origin', n % 2, 0"
            + " from generate_series(1, 30000) n");

    tally.fold();

    assertThat(dsl.fetchCount(LEAD_TALLY)).isLessThan(10);
    assertEqualToReading();
    world.lead(origins.getFirst(), START);
    int few = dsl.fetchCount(LEAD_TALLY);
    tally.fold();
    assertThat(dsl.fetchCount(LEAD_TALLY)).isEqualTo(few);
  }

  @Test
  void a_filter_a_scope_a_period_and_other_dimensions_are_left_to_reading() {
    Question known = question(Dimension.CHANNEL, Basis.PERIOD, ReportFilter.all());
    Visible everything = new Visible.Everything();
    assertThat(LeadTally.knows(known, everything)).isTrue();
    assertThat(LeadTally.knows(known, new Visible.OwnedBy(Set.of(Ids.next())))).isFalse();
    assertThat(LeadTally.knows(known.filtered(READ_ALL), everything)).isFalse();
    assertThat(
            LeadTally.knows(
                known.in(new Period(null, START.atZone(Period.ZONE).toLocalDate())), everything))
        .isFalse();
    assertThat(LeadTally.knows(known.by(Dimension.OWNER), everything)).isFalse();
  }

  private void assertEqualToReading() {
    for (Dimension by : KNOWN) {
      for (Basis basis : Basis.values()) {
        Funnel counted =
            reports.funnel(
                question(by, basis, ReportFilter.all()), Caller.system(), Locale.ENGLISH);
        Funnel read =
            reports.funnel(question(by, basis, READ_ALL), Caller.system(), Locale.ENGLISH);
        assertThat(counted.rows()).as("%s %s", by, basis).isEqualTo(read.rows());
        assertThat(counted.total()).as("%s %s", by, basis).isEqualTo(read.total());
        assertThat(counted.problems()).as("%s %s", by, basis).isEqualTo(read.problems());
      }
    }
  }

  private static Question question(Dimension by, Basis basis, ReportFilter filter) {
    return new Question(by, basis, Period.ever(), filter);
  }

  private void foldNow() {
    dsl.execute("select insights.fold_lead_tally()");
  }

  private void recountNow() {
    dsl.execute("select insights.recount_leads()");
  }

  /** Some leads come, change or go, in one statement or several. */
  private void change(World world, Random random) {
    switch (random.nextInt(6)) {
      case 0, 1, 2 -> {
        for (int n = random.nextInt(4); n >= 0; n--) {
          arrive(world, random);
        }
      }
      case 3 ->
          dsl.update(LEAD)
              .set(LEAD.CHANNEL_ID, pick(random, origins))
              .set(LEAD.SOURCE_CLASS, pick(random, List.of("sales", "referral")))
              .set(LEAD.MQL_AT, moment(random))
              .set(LEAD.WON_AT, moment(random))
              .where(LEAD.ID.in(some(world, random)))
              .execute();
      case 4 ->
          dsl.update(LEAD)
              .set(LEAD.NOTE, "nothing that counts " + random.nextInt())
              .where(LEAD.ID.in(some(world, random)))
              .execute();
      default -> dsl.deleteFrom(LEAD).where(LEAD.ID.in(some(world, random))).execute();
    }
  }

  private void arrive(World world, Random random) {
    @Nullable Instant[] own = new @Nullable Instant[7];
    for (int stage = random.nextInt(8) - 1; stage >= 0; stage--) {
      own[stage] = moment(random);
    }
    World.Lead lead =
        world.lead(
            new World.Lead(
                Ids.next(),
                Ids.next(),
                null,
                pick(random, origins),
                pick(random, occasions),
                null,
                pick(random, List.of("浙江", "上海")),
                null,
                null,
                START.plusSeconds(random.nextInt(10_000_000)),
                own));
    dsl.update(LEAD)
        .set(LEAD.SOURCE_CLASS, pick(random, List.of("marketing", "executive")))
        .where(LEAD.ID.eq(lead.id()))
        .execute();
  }

  private static List<UUID> some(World world, Random random) {
    return world.leads.stream().map(World.Lead::id).filter(_ -> random.nextInt(4) == 0).toList();
  }

  private static @Nullable Instant moment(Random random) {
    return random.nextInt(4) == 0 ? null : START.plusSeconds(random.nextInt(10_000_000));
  }

  private static <T> @Nullable T pick(Random random, List<T> of) {
    int i = random.nextInt(of.size() + 1);
    return i == of.size() ? null : of.get(i);
  }
}
