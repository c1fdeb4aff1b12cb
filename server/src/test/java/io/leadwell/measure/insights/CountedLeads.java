package io.leadwell.measure.insights;

import static io.leadwell.tables.leads.Tables.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.ChannelDraft;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.campaigns.Frame;
import io.leadwell.acquire.campaigns.SourceClass;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads that come, change and go, and the tally of them against reading them one by one. */
abstract class CountedLeads {

  static final Instant START = Instant.parse("2025-11-20T00:00:00Z");
  static final List<Dimension> KNOWN =
      List.of(
          Dimension.NONE,
          Dimension.CHANNEL,
          Dimension.FRAME,
          Dimension.SOURCE_CLASS,
          Dimension.CAMPAIGN,
          Dimension.MONTH);

  /** Lets every lead through; the tally knows no filter, so all are read. */
  static final ReportFilter READ_ALL =
      new ReportFilter(null, null, null, new Wanted<>(Set.of("浙江", "上海"), true), null, null, null);

  @Autowired Reports reports;
  @Autowired Channels channels;
  @Autowired Campaigns campaigns;
  @Autowired LeadTally tally;
  @Autowired DSLContext dsl;
  @Autowired TransactionTemplate transaction;

  final List<UUID> origins = new ArrayList<>();
  final List<UUID> occasions = new ArrayList<>();

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

  void assertEqualToReading() {
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

  static Question question(Dimension by, Basis basis, ReportFilter filter) {
    return new Question(by, basis, Period.ever(), filter);
  }

  void foldNow() {
    dsl.execute("select insights.fold_lead_tally()");
  }

  void recountNow() {
    dsl.execute("select insights.recount_leads()");
  }

  /** Some leads come, change or go, in one statement or several. */
  void change(World world, Random random) {
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

  void arrive(World world, Random random) {
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

  static List<UUID> some(World world, Random random) {
    return world.leads.stream().map(World.Lead::id).filter(_ -> random.nextInt(4) == 0).toList();
  }

  static @Nullable Instant moment(Random random) {
    return random.nextInt(4) == 0 ? null : START.plusSeconds(random.nextInt(10_000_000));
  }

  static <T> @Nullable T pick(Random random, List<T> of) {
    int i = random.nextInt(of.size() + 1);
    return i == of.size() ? null : of.get(i);
  }
}
