package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.jooq.impl.DSL.any;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.tables.leads.tables.records.SurvivorshipRunRow;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds people and companies anew after the rules changed, some at a time: each part is one
 * transaction with its progress, so that a server that stops goes on where it was.
 */
@Component
public class SurvivorshipWork {

  /** A run and how far it is. */
  public record Run(
      UUID id,
      String state,
      long total,
      long done,
      long changed,
      Instant startedAt,
      @Nullable Instant endedAt,
      String startedBy) {}

  private static final Logger LOG = LoggerFactory.getLogger(SurvivorshipWork.class);
  private static final long LOOK_EVERY_MS = 2_000;
  private static final int AT_ONCE = 500;
  private static final String PEOPLE = "people";
  private static final String COMPANIES = "companies";

  private final SurvivorshipStore store;
  private final Refolding refolding;
  private final CompanyFolding companies;
  private final CompanyWords words;
  private final DSLContext dsl;
  private final Database database;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final AtomicBoolean running = new AtomicBoolean();

  SurvivorshipWork(
      SurvivorshipStore store,
      Refolding refolding,
      CompanyFolding companies,
      CompanyWords words,
      DSLContext dsl,
      Database database,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.refolding = refolding;
    this.companies = companies;
    this.words = words;
    this.dsl = dsl;
    this.database = database;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A run that is under way begins anew: the rules it went by are of the past. */
  void begin(Caller who) {
    cancel();
    SurvivorshipRunRow run = new SurvivorshipRunRow();
    run.setId(Ids.next());
    run.setState(SurvivorshipStore.RUNNING);
    run.setPart(PEOPLE);
    run.setTotal(store.countPeople() + store.countCompanies());
    run.setDone(0L);
    run.setChanged(0L);
    run.setStartedAt(clock.instant());
    run.setStartedBy(who.memberId());
    run.setStartedByName(who.name());
    store.begin(run);
  }

  void cancel() {
    store.running().ifPresent(run -> store.end(run.getId(), "cancelled", clock.instant()));
  }

  @Nullable Run last() {
    return store
        .last()
        .map(run ->
            new Run(
                run.getId(),
                run.getState(),
                run.getTotal(),
                run.getDone(),
                run.getChanged(),
                run.getStartedAt(),
                run.getEndedAt(),
                run.getStartedByName()))
        .orElse(null);
  }

  @Scheduled(fixedDelay = LOOK_EVERY_MS)
  void look() {
    if (store.running().isEmpty() || !running.compareAndSet(false, true)) {
      return;
    }
    Thread.ofVirtual()
        .name("survivorship")
        .start(() -> {
          try {
            while (step()) {
              // as long as there is somebody left
            }
          } catch (RuntimeException e) {
            // Whatever it is, it comes round again.
            LOG.warn("Fields are folded anew later: {}", e.toString());
          } finally {
            running.set(false);
          }
        });
  }

  /** Folds some; whether anybody is left. */
  boolean step() {
    return Boolean.TRUE.equals(
        transactions.execute(_ -> {
          database.lock("leads.intake");
          return store.running().map(this::step).orElse(false);
        }));
  }

  private boolean step(SurvivorshipRunRow run) {
    boolean people = run.getPart().equals(PEOPLE);
    List<UUID> page =
        people ? store.people(run.getLastId(), AT_ONCE) : store.companies(run.getLastId(), AT_ONCE);
    if (page.isEmpty() && !people) {
      store.end(run.getId(), "done", clock.instant());
      return false;
    }
    if (page.isEmpty()) {
      store.went(run.getId(), COMPANIES, null, 0, 0);
      return true;
    }
    int changed = people ? people(page) : companies.fold(page, names(page), store.rules());
    store.went(run.getId(), run.getPart(), page.getLast(), page.size(), changed);
    return true;
  }

  private Set<String> names(List<UUID> page) {
    Set<String> names = new TreeSet<>(words.customNames(page));
    for (CompanyColumn column : CompanyColumn.values()) {
      if (column != CompanyColumn.DOMAIN) {
        names.add(column.fieldName());
      }
    }
    return names;
  }

  private int people(List<UUID> page) {
    Map<UUID, List<List<Object>>> before = rows(page);
    refolding.people(page);
    Map<UUID, List<List<Object>>> after = rows(page);
    Set<UUID> changed = new HashSet<>();
    before.forEach((person, rows) -> {
      if (!rows.equals(after.get(person))) {
        changed.add(person);
      }
    });
    return changed.size();
  }

  private Map<UUID, List<List<Object>>> rows(List<UUID> page) {
    UUID[] ids = page.toArray(UUID[]::new);
    Map<UUID, List<List<Object>>> rows = new HashMap<>();
    dsl.select(PERSON.ID)
        .select(FactColumns.OF_PERSON)
        .from(PERSON)
        .where(PERSON.ID.eq(any(ids)))
        .forEach(row -> add(rows, row.get(PERSON.ID), row));
    dsl.select(LEAD.PERSON_ID)
        .select(FactColumns.OF_LEAD)
        .from(LEAD)
        .where(LEAD.PERSON_ID.eq(any(ids)))
        .orderBy(LEAD.ID)
        .forEach(row -> add(rows, row.get(LEAD.PERSON_ID), row));
    return rows;
  }

  private static void add(Map<UUID, List<List<Object>>> rows, UUID person, Record row) {
    rows.computeIfAbsent(person, _ -> new java.util.ArrayList<>())
        .add(
            Arrays.stream(row.intoArray())
                .map(value -> value instanceof Object[] array ? Arrays.asList(array) : value)
                .map(value -> (Object) String.valueOf(value))
                .toList());
  }
}
