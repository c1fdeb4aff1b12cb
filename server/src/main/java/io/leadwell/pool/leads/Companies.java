package io.leadwell.pool.leads;

import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.fields.Fields;
import io.leadwell.pool.leads.LeadFilter.Order;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Companies of the pool, seen through the leads a reader may see. */
@Service
public class Companies {

  /** Somebody at a company. */
  public record Colleague(
      UUID id,
      @Nullable String name,
      @Nullable String title,
      @Nullable UUID leadId,
      @Nullable String leadKey,
      @Nullable String stage) {}

  /** A company with its people and leads. */
  public record Profile(CompanyRow company, List<Colleague> people, List<LeadRow> leads) {}

  private static final int SHOWN = 200;

  private final CompanyList list;
  private final LeadStore leadStore;
  private final LeadRows rows;
  private final Fields fields;

  Companies(CompanyList list, LeadStore leadStore, LeadRows rows, Fields fields) {
    this.list = list;
    this.leadStore = leadStore;
    this.rows = rows;
    this.fields = fields;
  }

  @Transactional(readOnly = true)
  public Page<CompanyRow> page(
      CompanyFilter filter, CompanyOrder order, @Nullable String cursor, int limit, Caller reader) {
    CustomView custom = new CustomView(fields, reader);
    return list.page(filter, order, reader.visible(), cursor, limit)
        .map(company -> company.showing(custom.shown(company.custom())));
  }

  @Transactional(readOnly = true)
  public Profile profile(UUID id, Caller reader) {
    CompanyRow company = row(id, reader);
    if (company == null) {
      throw new Problem(LeadsProblem.COMPANY_NOT_FOUND);
    }
    List<LeadStore.Found> leads =
        leadStore
            .page(LeadFilter.ofCompany(id), reader.visible(), Order.NEWEST_FIRST, null, SHOWN)
            .items();
    return new Profile(company, list.people(id, reader.visible(), SHOWN), rows.of(leads, reader));
  }

  @Nullable CompanyRow row(UUID id, Caller reader) {
    CompanyRow company = list.find(id, reader.visible());
    return company == null
        ? null
        : company.showing(new CustomView(fields, reader).shown(company.custom()));
  }
}
