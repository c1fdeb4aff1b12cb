package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.COMPANY_MERGE;
import static io.leadwell.tables.leads.Tables.EMPLOYMENT;
import static io.leadwell.tables.leads.Tables.LEAD;
import static org.jooq.impl.DSL.select;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One company in two spellings made one, and two again. Which company a person or lead belongs to
 * is told by the names in their records, so it is enough that the merged company's name leads to
 * the other, and that everybody who named it is folded anew.
 */
@Service
public class CompanyMerges {

  /** A merge that holds. */
  public record Merged(UUID id, String merged, Instant at, @Nullable String by) {}

  private static final int AT_ONCE = 1_000;

  private final DSLContext dsl;
  private final CompanyList companies;
  private final Refolding refolding;
  private final CompanyFolding folding;
  private final Database database;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CompanyMerges(
      DSLContext dsl,
      CompanyList companies,
      Refolding refolding,
      CompanyFolding folding,
      Database database,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.dsl = dsl;
    this.companies = companies;
    this.refolding = refolding;
    this.folding = folding;
    this.database = database;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** The other company is this one in another spelling. */
  @Transactional
  public UUID merge(UUID survivor, UUID merged, Caller who) {
    database.lock("leads.intake");
    CompanyRow stays = seen(survivor, who);
    CompanyRow goes = seen(merged, who);
    if (stays.id().equals(goes.id())) {
      throw new Problem(LeadsProblem.SAME_COMPANY);
    }
    if (stays.uscc() != null && goes.uscc() != null && !stays.uscc().equals(goes.uscc())) {
      throw new Problem(LeadsProblem.COMPANIES_DIFFER, stays.uscc(), goes.uscc());
    }
    UUID id = Ids.next();
    dsl.insertInto(COMPANY_MERGE)
        .set(COMPANY_MERGE.ID, id)
        .set(COMPANY_MERGE.SURVIVOR_ID, survivor)
        .set(COMPANY_MERGE.MERGED_ID, merged)
        .set(COMPANY_MERGE.MERGED_AT, now())
        .set(COMPANY_MERGE.MERGED_BY, who.memberId())
        .set(COMPANY_MERGE.MERGED_BY_NAME, who.name())
        .execute();
    List<UUID> people = people(merged);
    dsl.update(COMPANY).set(COMPANY.REDIRECT_TO, survivor).where(COMPANY.ID.eq(merged)).execute();
    refold(people);
    folding.moved(Set.of(survivor));
    events.publishEvent(new CompanyMerged(merged, survivor));
    audit.record(
        who,
        "company.merged",
        "company",
        survivor.toString(),
        stays.name(),
        Map.of("with", goes.name()));
    return id;
  }

  /** The merges that hold of a company; the newest first. */
  @Transactional(readOnly = true)
  public List<Merged> of(UUID company, Caller reader) {
    seen(company, reader);
    return dsl.select(
            COMPANY_MERGE.ID, COMPANY.NAME, COMPANY_MERGE.MERGED_AT, COMPANY_MERGE.MERGED_BY_NAME)
        .from(COMPANY_MERGE)
        .join(COMPANY)
        .on(COMPANY.ID.eq(COMPANY_MERGE.MERGED_ID))
        .where(COMPANY_MERGE.SURVIVOR_ID.eq(company))
        .and(COMPANY_MERGE.UNDONE_AT.isNull())
        .orderBy(COMPANY_MERGE.MERGED_AT.desc(), COMPANY_MERGE.ID.desc())
        .fetch(row -> new Merged(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  /** They are two firms after all. Who named the merged one stands under it again. */
  @Transactional
  public void undo(UUID merge, Caller who) {
    database.lock("leads.intake");
    Record row =
        dsl.selectFrom(COMPANY_MERGE)
            .where(COMPANY_MERGE.ID.eq(merge))
            .and(COMPANY_MERGE.UNDONE_AT.isNull())
            .fetchOptional()
            .orElseThrow(() -> new Problem(LeadsProblem.MERGE_NOT_FOUND));
    UUID merged = row.get(COMPANY_MERGE.MERGED_ID);
    UUID survivor = row.get(COMPANY_MERGE.SURVIVOR_ID);
    dsl.update(COMPANY_MERGE)
        .set(COMPANY_MERGE.UNDONE_AT, now())
        .set(COMPANY_MERGE.UNDONE_BY, who.memberId())
        .set(COMPANY_MERGE.UNDONE_BY_NAME, who.name())
        .where(COMPANY_MERGE.ID.eq(merge))
        .execute();
    // The survivor may have gone into a third one since.
    List<UUID> people = people(current(survivor));
    dsl.update(COMPANY).setNull(COMPANY.REDIRECT_TO).where(COMPANY.ID.eq(merged)).execute();
    refold(people);
    folding.moved(Set.of(current(survivor), merged));
    List<UUID> leads =
        dsl.select(LEAD.ID).from(LEAD).where(LEAD.COMPANY_ID.eq(merged)).fetch(LEAD.ID);
    events.publishEvent(new CompanyUnmerged(merged, survivor, leads));
    audit.record(who, "company.unmerged", "company", merged.toString(), name(merged), Map.of());
  }

  private UUID current(UUID company) {
    UUID next =
        dsl.select(COMPANY.REDIRECT_TO)
            .from(COMPANY)
            .where(COMPANY.ID.eq(company))
            .fetchOne(COMPANY.REDIRECT_TO);
    return next == null ? company : current(next);
  }

  private @Nullable String name(UUID company) {
    return dsl.select(COMPANY.NAME)
        .from(COMPANY)
        .where(COMPANY.ID.eq(company))
        .fetchOne(COMPANY.NAME);
  }

  private CompanyRow seen(UUID company, Caller reader) {
    CompanyRow row = companies.find(company, reader.visible());
    if (row == null) {
      throw new Problem(LeadsProblem.COMPANY_NOT_FOUND);
    }
    return row;
  }

  private List<UUID> people(UUID company) {
    return dsl.select(EMPLOYMENT.PERSON_ID)
        .from(EMPLOYMENT)
        .where(EMPLOYMENT.COMPANY_ID.eq(company))
        .union(select(LEAD.PERSON_ID).from(LEAD).where(LEAD.COMPANY_ID.eq(company)))
        .fetch(EMPLOYMENT.PERSON_ID);
  }

  private void refold(List<UUID> people) {
    for (int from = 0; from < people.size(); from += AT_ONCE) {
      refolding.people(people.subList(from, Math.min(from + AT_ONCE, people.size())));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
