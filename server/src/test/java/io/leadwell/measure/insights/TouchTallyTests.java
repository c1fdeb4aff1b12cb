package io.leadwell.measure.insights;

import static io.leadwell.tables.campaigns.Tables.CHANNEL;
import static io.leadwell.tables.deals.Tables.CONTRACT;
import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static io.leadwell.tables.insights.Tables.TOUCH_TALLY;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Visible;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The touches counted as they change, against the touches read one by one. */
@OnPostgres
class TouchTallyTests extends CountedLeads {

  private static final Visible EVERYTHING = new Visible.Everything();
  private static final List<String> SCENES = List.of("form", "visit", "call", " ");

  @Autowired private TouchTally touches;
  @Autowired private TouchCounts reading;

  @ParameterizedTest
  @ValueSource(longs = {7, 20261126})
  void whatever_happens_to_touches_leads_and_contracts_the_tally_says_what_reading_says(long seed) {
    Random random = new Random(seed);
    World world = new World(dsl);
    for (int i = 0; i < 150; i++) {
      changeSomething(world, random);
      if (i % 10 == 0) {
        int known = world.leads.size();
        assertThatThrownBy(() ->
                transaction.executeWithoutResult(_ -> {
                  changeSomething(world, random);
                  throw new IllegalStateException("taken back");
                }))
            .hasMessage("taken back");
        world.leads.subList(known, world.leads.size()).clear();
      }
      if (i % 50 == 49) {
        recountAll();
      }
      if (i % 4 == 0) {
        touches.count();
        assertThatTallyIsRight();
      }
    }
    dsl.deleteFrom(OPPORTUNITY).execute();
    dsl.deleteFrom(TOUCH).execute();
    dsl.deleteFrom(LEAD).execute();
    touches.count();
    assertThatTallyIsRight();
    assertThat(dsl.fetchCount(TOUCH_TALLY)).as("only the row of all is left").isEqualTo(1);
  }

  @Test
  void writers_counting_and_counting_anew_at_once_lose_and_double_nothing() throws Exception {
    World shared = new World(dsl);
    for (int i = 0; i < 10; i++) {
      arrive(shared, new Random(i));
    }
    AtomicBoolean over = new AtomicBoolean();
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Future<?>> changing = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Random random = new Random(i);
        changing.add(
            threads.submit(() -> {
              for (int n = 0; n < 60; n++) {
                transaction.executeWithoutResult(_ -> changeTouches(shared, random));
              }
            }));
      }
      List<Future<?>> counting = new ArrayList<>();
      for (Runnable upkeep : List.<Runnable>of(touches::count, this::recountAll)) {
        counting.add(
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
      for (Future<?> one : counting) {
        one.get();
      }
    }
    touches.count();
    assertThat(dsl.fetchCount(TOUCH)).isPositive();
    assertThatTallyIsRight();
  }

  @Test
  void a_change_is_in_the_next_report_and_what_is_not_counted_is_read() {
    World world = new World(dsl);
    World.Lead lead = world.lead(origins.getFirst(), START);
    touch(lead, "form", START);
    TouchQuestion question = ever(TouchCut.SCENE);
    dsl.deleteFrom(TOUCH_TALLY).execute();
    assertThat(touches.catchUp()).as("nothing is counted").isFalse();
    touches.count();
    touch(lead, "call", START.plusSeconds(60));
    assertThat(touches.catchUp()).isTrue();
    assertThat(touches.lines(question.by()).orElseThrow().total().touches).isEqualTo(2);
    // as much as a large import leaves
    dsl.execute(
        "insert into insights.touch_change (touch_id) select gen_random_uuid() from"
            + " generate_series(1, 6000)");
    assertThat(touches.catchUp()).as("counting takes long").isFalse();
    touches.count();
    assertThat(touches.catchUp()).isTrue();
    assertThatTallyIsRight();
  }

  @Test
  void a_filter_a_scope_and_a_period_are_left_to_reading() {
    TouchQuestion known = ever(TouchCut.CHANNEL);
    assertThat(TouchTally.knows(known, EVERYTHING)).isTrue();
    assertThat(TouchTally.knows(known, new Visible.OwnedBy(Set.of(Ids.next())))).isFalse();
    assertThat(TouchTally.knows(known.filtered(READ_ALL), EVERYTHING)).isFalse();
    Period until = new Period(null, START.atZone(Period.ZONE).toLocalDate());
    assertThat(
            TouchTally.knows(
                new TouchQuestion(known.by(), until, null, null, known.filter()), EVERYTHING))
        .isFalse();
    Wanted<String> one = Wanted.of(Set.of("form"));
    assertThat(
            TouchTally.knows(
                new TouchQuestion(known.by(), Period.ever(), one, null, known.filter()),
                EVERYTHING))
        .isFalse();
    assertThat(
            TouchTally.knows(
                new TouchQuestion(known.by(), Period.ever(), null, one, known.filter()),
                EVERYTHING))
        .isFalse();
  }

  private void changeSomething(World world, Random random) {
    switch (random.nextInt(10)) {
      case 0, 1 -> arrive(world, random);
      case 2 ->
          dsl.update(LEAD)
              .set(LEAD.MQL_AT, moment(random))
              .set(LEAD.OPPORTUNITY_AT, moment(random))
              .where(LEAD.ID.in(some(world, random)))
              .execute();
      case 3 -> {
        World.Lead lead = any(world, random);
        if (lead != null) {
          world.contract(lead, START.plusSeconds(random.nextInt(10_000_000)), random.nextInt(1000));
        }
      }
      case 4 ->
          dsl.update(CONTRACT)
              .set(CONTRACT.SIGNED_AT, START.plusSeconds(random.nextInt(10_000_000)))
              .where(CONTRACT.LEAD_ID.in(some(world, random)))
              .execute();
      case 5 -> dsl.deleteFrom(CONTRACT).where(CONTRACT.LEAD_ID.in(some(world, random))).execute();
      case 6 ->
          dsl.update(CHANNEL)
              .set(CHANNEL.FRAME, random.nextBoolean() ? "event" : "content")
              .where(CHANNEL.ID.eq(origins.get(random.nextInt(origins.size()))))
              .execute();
      default -> changeTouches(world, random);
    }
  }

  private void changeTouches(World world, Random random) {
    switch (random.nextInt(7)) {
      case 0 ->
          dsl.update(TOUCH)
              .set(TOUCH.SCENE, SCENES.get(random.nextInt(SCENES.size())))
              .set(TOUCH.CONTENT, pick(random, List.of("白皮书", "案例", " ")))
              .set(TOUCH.HAPPENED_AT, START.plusSeconds(random.nextInt(10_000_000)))
              .where(TOUCH.LEAD_ID.eq(one(world, random)))
              .execute();
      case 1 ->
          dsl.update(TOUCH)
              .set(TOUCH.WITHDRAWN_AT, random.nextBoolean() ? START : null)
              .where(TOUCH.LEAD_ID.eq(one(world, random)))
              .execute();
      case 2 -> dsl.deleteFrom(TOUCH).where(TOUCH.LEAD_ID.eq(one(world, random))).execute();
      case 3 -> {
        // as when persons are found to be one
        World.Lead other = any(world, random);
        if (other != null) {
          dsl.update(TOUCH)
              .set(TOUCH.PERSON_ID, other.person())
              .set(TOUCH.LEAD_ID, random.nextBoolean() ? other.id() : null)
              .where(TOUCH.LEAD_ID.eq(one(world, random)))
              .execute();
        }
      }
      default -> {
        World.Lead lead = any(world, random);
        for (int n = random.nextInt(4); lead != null && n >= 0; n--) {
          touch(
              lead,
              SCENES.get(random.nextInt(SCENES.size())),
              START.plusSeconds(random.nextInt(10_000_000)));
          dsl.update(TOUCH)
              .set(TOUCH.CHANNEL_ID, pick(random, origins))
              .set(TOUCH.CAMPAIGN_ID, pick(random, occasions))
              .where(TOUCH.LEAD_ID.eq(lead.id()))
              .and(TOUCH.CHANNEL_ID.isNull())
              .execute();
        }
      }
    }
  }

  private void touch(World.Lead lead, String scene, Instant at) {
    dsl.insertInto(TOUCH)
        .set(TOUCH.ID, Ids.next())
        .set(TOUCH.PERSON_ID, lead.person())
        .set(TOUCH.LEAD_ID, lead.id())
        .set(TOUCH.SCENE, scene)
        .set(TOUCH.HAPPENED_AT, at)
        .execute();
  }

  private static World.@Nullable Lead any(World world, Random random) {
    return world.leads.isEmpty() ? null : world.leads.get(random.nextInt(world.leads.size()));
  }

  private static UUID one(World world, Random random) {
    World.Lead lead = any(world, random);
    return lead == null ? Ids.next() : lead.id();
  }

  private void recountAll() {
    dsl.update(CHANNEL).set(CHANNEL.FRAME, "other").where(CHANNEL.FRAME.ne("other")).execute();
    dsl.update(CHANNEL)
        .set(CHANNEL.FRAME, "digital")
        .where(CHANNEL.ID.eq(origins.getFirst()))
        .execute();
  }

  private void assertThatTallyIsRight() {
    for (TouchCut cut : TouchCut.values()) {
      TouchCounts.Lines read = reading.of(ever(cut), EVERYTHING);
      assertThat(touches.lines(cut).orElseThrow())
          .as("%s", cut)
          .usingRecursiveComparison()
          .isEqualTo(read);
    }
  }

  private static TouchQuestion ever(TouchCut cut) {
    return new TouchQuestion(cut, Period.ever(), null, null, ReportFilter.all());
  }
}
