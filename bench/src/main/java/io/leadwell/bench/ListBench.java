package io.leadwell.bench;

import io.leadwell.base.workspace.Caller;
import io.leadwell.measure.insights.Basis;
import io.leadwell.measure.insights.Behind;
import io.leadwell.measure.insights.Dimension;
import io.leadwell.measure.insights.Figure;
import io.leadwell.measure.insights.Period;
import io.leadwell.measure.insights.Question;
import io.leadwell.measure.insights.ReportFilter;
import io.leadwell.measure.insights.Reports;
import io.leadwell.pool.leads.Companies;
import io.leadwell.pool.leads.CompanyFilter;
import io.leadwell.pool.leads.CompanyOrder;
import io.leadwell.pool.leads.LeadFilter;
import io.leadwell.pool.leads.LeadFilter.Order;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.Stage;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Lists, searches and reports through their doors, in turns with the bare SQL. */
final class ListBench {

  private static final int REPETITIONS = 200;
  private static final int WARM_UP = 10;
  private static final int HOT = 400;
  // A slow question is asked less often, so that a run over millions ends.
  private static final long PATIENCE_NANOS = 40_000_000_000L;
  private static final int PAGE = 50;
  private static final double LIMIT = 2;
  private static final Caller READER = Caller.system();

  /** Asks a question once. */
  private interface Asking<T> {
    void ask(T parameter) throws SQLException;
  }

  private final Leads leads;
  private final Companies companies;
  private final Reports reports;
  private final Anchors anchors;
  private final Options options;
  private final Report report;
  private final LeadFile people;

  ListBench(
      Leads leads,
      Companies companies,
      Reports reports,
      Anchors anchors,
      Options options,
      Report report) {
    this.leads = leads;
    this.companies = companies;
    this.reports = reports;
    this.anchors = anchors;
    this.options = options;
    this.report = report;
    this.people = new LeadFile(options.seed());
  }

  void run() throws SQLException {
    heat();
    if (options.wants("lists")) {
      lists();
      searches();
    }
    if (options.wants("reports")) {
      reports();
    }
  }

  /** Compiles what every list shares: a server that people work with is long past that. */
  private void heat() throws SQLException {
    for (int i = 0; i < HOT; i++) {
      String typed = people.company(i).substring(2, 6);
      page(filter(typed, null, null, null));
      companies.page(
          new CompanyFilter(typed, null, null, null),
          CompanyOrder.NEWEST_FIRST,
          null,
          PAGE,
          READER);
      anchors.found(typed);
      anchors.companies(typed);
    }
  }

  private void lists() throws SQLException {
    List<UUID> channels =
        ids("select channel_id from leads.lead group by 1 order by count(*) desc");
    List<UUID> owners =
        ids("select owner_id from leads.lead where owner_id is not null group by 1 order by 1");
    List<String> stages = List.of("mql", "sal", "sql");
    compare(
        "list, newest first",
        i -> i,
        i -> page(filter(null, null, null, null)),
        i -> anchors.leads("true"));
    compare(
        "list of a channel and a stage",
        i -> i,
        i ->
            page(
                filter(null, Stage.of(stages.get(i % 3)), channels.get(i % channels.size()), null)),
        i ->
            anchors.leads(
                "stage = ? and channel_id = ?",
                stages.get(i % 3),
                channels.get(i % channels.size())));
    compare(
        "list of an owner",
        i -> owners.get(i % owners.size()),
        owner -> page(filter(null, null, null, owner)),
        owner -> anchors.leads("owner_id = ?", owner));
  }

  private void searches() throws SQLException {
    search("search, 1 Chinese character", i -> people.name(i).substring(1, 2));
    search("search, 2 Chinese characters", i -> people.name(i).substring(1));
    search("search, 4 Chinese characters", i -> people.company(i).substring(2, 6));
    search("search, last 4 digits of a phone", i -> LeadFile.phone(i).substring(7));
    search("search, part of a mailbox", i -> LeadFile.mailbox(i).substring(0, 14));
    compare(
        "company search, 4 Chinese characters",
        drawn(i -> people.company(i).substring(2, 6)),
        typed ->
            companies.page(
                new CompanyFilter(typed, null, null, null),
                CompanyOrder.NEWEST_FIRST,
                null,
                PAGE,
                READER),
        anchors::companies);
  }

  private void search(String work, IntFunction<String> typed) throws SQLException {
    compare(work, drawn(typed), text -> page(filter(text, null, null, null)), anchors::found);
  }

  private void reports() throws SQLException {
    Question question =
        new Question(Dimension.CHANNEL, Basis.COHORT, Period.ever(), ReportFilter.all());
    compare(
        "funnel by channel",
        i -> i,
        _ -> reports.funnel(question, READER, Locale.SIMPLIFIED_CHINESE),
        _ -> anchors.funnel());
    compare(
        "cockpit of all times",
        i -> i,
        _ -> reports.cockpit(question, READER, Locale.SIMPLIFIED_CHINESE),
        _ -> anchors.funnel());
    Question month =
        new Question(
            Dimension.CHANNEL,
            Basis.PERIOD,
            new Period(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30)),
            ReportFilter.all());
    compare(
        "cockpit of a month",
        i -> i,
        _ -> reports.cockpit(month, READER, Locale.SIMPLIFIED_CHINESE),
        _ -> anchors.funnel());
    compare("values that filters offer", i -> i, _ -> leads.facets(READER), _ -> anchors.facets());
    Question year =
        new Question(
            Dimension.CHANNEL,
            Basis.PERIOD,
            new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
            ReportFilter.all());
    compare(
        "cockpit of a year",
        i -> i,
        _ -> reports.cockpit(year, READER, Locale.SIMPLIFIED_CHINESE),
        _ -> anchors.funnel());
    compare(
        "leads behind the MQLs of all channels",
        i -> i,
        _ -> reports.leads(new Behind(question, "*", Figure.MQL, false, null), READER, null, PAGE),
        _ -> anchors.behind());
  }

  /** A parameter about somebody of the pool, another one each time, the same for every run. */
  private IntFunction<String> drawn(IntFunction<String> about) {
    return i -> about.apply(new Random(options.seed() + i).nextInt(options.rows() / 2));
  }

  private <T> void compare(String work, IntFunction<T> parameters, Asking<T> door, Asking<T> bare)
      throws SQLException {
    long[] byDoor = new long[REPETITIONS];
    long[] bySql = new long[REPETITIONS];
    int done = 0;
    long until = System.nanoTime() + PATIENCE_NANOS;
    for (int i = -WARM_UP; i < REPETITIONS && System.nanoTime() < until; i++) {
      T parameter = parameters.apply(Math.abs(i));
      long began = System.nanoTime();
      door.ask(parameter);
      long between = System.nanoTime();
      bare.ask(parameter);
      if (i >= 0) {
        byDoor[i] = between - began;
        bySql[i] = System.nanoTime() - between;
        done++;
      }
    }
    Latencies through = Latencies.of(Arrays.copyOf(byDoor, done));
    Latencies sql = Latencies.of(Arrays.copyOf(bySql, done));
    report.add(
        Measure.ratio(
            work,
            through.text(),
            through.p95Millis(),
            "bare SQL",
            sql.text(),
            sql.p95Millis(),
            LIMIT));
  }

  private void page(LeadFilter filter) {
    leads.page(filter, Order.NEWEST_FIRST, null, PAGE, READER);
  }

  private static LeadFilter filter(
      @Nullable String search,
      @Nullable Stage stage,
      @Nullable UUID channel,
      @Nullable UUID owner) {
    return new LeadFilter(
        search,
        stage == null ? Set.of() : Set.of(stage),
        null,
        channel == null ? Set.of() : Set.of(channel),
        false,
        null,
        false,
        null,
        null,
        null,
        owner,
        false,
        null,
        false,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private List<UUID> ids(String sql) throws SQLException {
    return anchors.column(sql).stream().map(UUID::fromString).toList();
  }
}
