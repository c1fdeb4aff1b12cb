package io.leadwell.pool.leads.web;

import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.leads.CompanyFacts;
import io.leadwell.pool.leads.CompanyRow;
import io.leadwell.pool.leads.FactHistory;
import io.leadwell.pool.leads.Portrait;
import io.leadwell.pool.leads.Portraits;
import io.leadwell.pool.leads.TimelineItem;
import io.leadwell.pool.leads.Timelines;
import io.leadwell.pool.leads.TypedValues;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is told of a company, and its story. */
@RestController
@RequestMapping("/api/v1/companies/{id}")
class CompanyFactsController {

  private static final int LARGEST_PAGE = 200;

  private final CompanyFacts facts;
  private final Timelines timelines;
  private final Portraits portraits;

  CompanyFactsController(CompanyFacts facts, Timelines timelines, Portraits portraits) {
    this.facts = facts;
    this.timelines = timelines;
    this.portraits = portraits;
  }

  /** Values by the names of fields, such as {@code company.industry}; null empties one. */
  @PatchMapping
  @Allow(Permission.LEADS_EDIT)
  CompanyFacts.Edited edit(
      @PathVariable UUID id, @RequestBody Map<String, @Nullable Object> body, Caller caller) {
    return facts.edit(id, TypedValues.of(body), caller);
  }

  @PostMapping("/undo")
  @Allow(Permission.LEADS_EDIT)
  CompanyRow undo(@PathVariable UUID id, @RequestBody Undo undo, Caller caller) {
    return facts.undo(id, undo.undo(), caller);
  }

  @GetMapping("/facts/{field}")
  @Allow(Permission.LEADS_READ)
  FactHistory.Story story(@PathVariable UUID id, @PathVariable String field, Caller caller) {
    return facts.story(id, field, caller);
  }

  @GetMapping("/timeline")
  @Allow(Permission.LEADS_READ)
  Page<TimelineItem> timeline(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String kinds,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    return timelines.ofCompany(
        id, TimelineKinds.of(kinds), cursor, Math.clamp(limit, 1, LARGEST_PAGE), caller);
  }

  @GetMapping("/portrait")
  @Allow(Permission.LEADS_READ)
  Portrait portrait(@PathVariable UUID id, Caller caller) {
    return portraits.ofCompany(id, caller);
  }

  record Undo(UUID undo) {}
}
