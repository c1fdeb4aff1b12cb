package io.leadwell.pool.leads.web;

import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.leads.Companies;
import io.leadwell.pool.leads.CompanyFilter;
import io.leadwell.pool.leads.CompanyMerges;
import io.leadwell.pool.leads.CompanyOrder;
import io.leadwell.pool.leads.CompanyOrder.Sort;
import io.leadwell.pool.leads.CompanyRow;
import io.leadwell.pool.leads.FieldCondition;
import io.leadwell.pool.leads.LeadQuery;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of companies. */
@RestController
@RequestMapping("/api/v1/companies")
class CompaniesController {

  private static final int LARGEST_PAGE = 200;

  private static final Map<String, Sort> SORTS =
      Map.of(
          "createdAt", Sort.CREATED_AT,
          "name", Sort.NAME,
          "leads", Sort.LEADS,
          "revenue", Sort.REVENUE,
          "lastTouchAt", Sort.LAST_TOUCH_AT);

  private final Companies companies;
  private final CompanyMerges merges;
  private final LeadQuery query;

  CompaniesController(Companies companies, CompanyMerges merges, LeadQuery query) {
    this.companies = companies;
    this.merges = merges;
    this.query = query;
  }

  @GetMapping
  @Allow(Permission.LEADS_READ)
  Page<CompanyRow> list(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String province,
      @RequestParam(required = false) @Nullable String industry,
      @RequestParam(required = false) @Nullable Boolean customer,
      @RequestParam Map<String, String> asked,
      @RequestParam(required = false) @Nullable String sort,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    return companies.page(
        new CompanyFilter(q, province, industry, customer, custom(asked)),
        order(sort),
        cursor,
        Math.clamp(limit, 1, LARGEST_PAGE),
        caller);
  }

  @GetMapping("/{id}")
  @Allow(Permission.LEADS_READ)
  Companies.Profile profile(@PathVariable UUID id, Caller caller) {
    return companies.profile(id, caller);
  }

  /** Another company is this one in another spelling. */
  @PostMapping("/{id}/merges")
  @Allow(Permission.LEADS_MERGE)
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, UUID> merge(@PathVariable UUID id, @RequestBody MergeBody body, Caller caller) {
    return Map.of("id", merges.merge(id, body.with(), caller));
  }

  @GetMapping("/{id}/merges")
  @Allow(Permission.LEADS_READ)
  List<CompanyMerges.Merged> merges(@PathVariable UUID id, Caller caller) {
    return merges.of(id, caller);
  }

  @PostMapping("/merges/{merge}/undo")
  @Allow(Permission.LEADS_MERGE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void undo(@PathVariable UUID merge, Caller caller) {
    merges.undo(merge, caller);
  }

  /**
   * @param with the company that goes
   */
  record MergeBody(UUID with) {}

  /** Of a company's own fields only. */
  private List<FieldCondition> custom(Map<String, String> asked) {
    List<FieldCondition> conditions = query.custom(asked);
    conditions.stream()
        .filter(condition -> condition.field().entity() != FieldEntity.COMPANY)
        .findFirst()
        .ifPresent(condition -> {
          throw LeadQuery.refused("custom." + condition.field().name());
        });
    return conditions;
  }

  private static CompanyOrder order(@Nullable String sort) {
    if (sort == null || sort.isBlank()) {
      return CompanyOrder.NEWEST_FIRST;
    }
    boolean descending = sort.startsWith("-");
    Sort known = SORTS.get(descending ? sort.substring(1) : sort);
    if (known == null) {
      throw LeadQuery.refused("sort");
    }
    return new CompanyOrder(known, descending);
  }
}
