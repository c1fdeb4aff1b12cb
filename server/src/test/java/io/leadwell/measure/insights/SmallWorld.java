package io.leadwell.measure.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.ChannelDraft;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.campaigns.Frame;
import io.leadwell.acquire.campaigns.SourceClass;
import io.leadwell.acquire.campaigns.Spend;
import io.leadwell.acquire.campaigns.SpendDraft;
import io.leadwell.acquire.campaigns.Spending;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A world small enough to be counted by hand, with the questions that are asked of it. */
abstract class SmallWorld {

  static final Caller WHO = Caller.system();
  static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

  /** The last second of February in Shanghai, and the first of March. */
  static final Instant FEBRUARY = Instant.parse("2026-02-28T15:59:59Z");

  static final Instant MARCH = Instant.parse("2026-02-28T16:00:00Z");
  static final Instant MARCH_END = Instant.parse("2026-03-31T15:59:59Z");
  static final Instant APRIL = Instant.parse("2026-03-31T16:00:00Z");
  static final Period IN_MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

  @Autowired Reports reports;
  @Autowired Channels channels;
  @Autowired Spending spending;
  @Autowired DSLContext dsl;
  World world = new World(DSL.using(SQLDialect.POSTGRES));

  @BeforeEach
  void begin() {
    world = new World(dsl);
  }

  static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  World.Lead won(UUID company, UUID channel, Instant at) {
    return world.lead(
        new World.Lead(
            Ids.next(),
            Ids.next(),
            company,
            channel,
            null,
            null,
            null,
            null,
            null,
            at,
            new @Nullable Instant[] {at, null, null, null, null, null, at}));
  }

  static World.Lead owned(UUID channel, @Nullable UUID owner, @Nullable UUID sdr) {
    return new World.Lead(
        Ids.next(),
        Ids.next(),
        null,
        channel,
        null,
        null,
        null,
        owner,
        sdr,
        MARCH,
        new @Nullable Instant[] {MARCH, null, null, null, null, null, null});
  }

  static World.Lead content(@Nullable String content) {
    return new World.Lead(
        Ids.next(),
        Ids.next(),
        null,
        null,
        null,
        content,
        null,
        null,
        null,
        MARCH,
        new @Nullable Instant[7]);
  }

  long open(Dimension by, String row, Figure figure) {
    return reports
        .leads(
            new Behind(question(by, Basis.COHORT, Period.ever()), row, figure, false, null),
            WHO,
            null,
            10)
        .total();
  }

  Funnel funnel(Dimension by, Basis basis, Period period) {
    return reports.funnel(question(by, basis, period), WHO, ZH);
  }

  Sheet sheet(Dimension by, Period period, Caller caller) {
    return reports.channels(question(by, Basis.COHORT, period), caller, ZH);
  }

  static Question question(Dimension by, Basis basis, Period period) {
    return new Question(by, basis, period, ReportFilter.all());
  }

  static SheetRow row(Sheet sheet, String key) {
    return sheet.rows().stream().filter(r -> r.key().equals(key)).findAny().orElseThrow();
  }

  static DurationRow.Step step(DurationRow row, String from, String to) {
    return row.steps().stream()
        .filter(s -> s.from().equals(from) && s.to().equals(to))
        .findAny()
        .orElseThrow();
  }

  UUID channel(String name, @Nullable UUID parent) {
    return channels
        .add(new ChannelDraft(name, parent, Frame.DIGITAL, SourceClass.MARKETING), WHO)
        .id();
  }

  void spend(@Nullable UUID channel, LocalDate day, long fen) {
    Spend added =
        spending.add(
            new SpendDraft(day, day, channel, null, null, null, null, null, fen, null, null, null),
            WHO);
    assertThat(added.amountFen()).isEqualTo(fen);
  }
}
