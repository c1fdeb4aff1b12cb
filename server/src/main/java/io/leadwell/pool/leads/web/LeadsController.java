package io.leadwell.pool.leads.web;

import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.leads.LeadQuery;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.LeadsProblem;
import io.leadwell.pool.leads.NewLead;
import io.leadwell.pool.leads.Stage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes of the pool. */
@RestController
@RequestMapping("/api/v1/leads")
class LeadsController {

  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  private final Leads leads;
  private final LeadQuery query;

  LeadsController(Leads leads, LeadQuery query) {
    this.leads = leads;
    this.query = query;
  }

  @GetMapping
  @Allow(Permission.LEADS_READ)
  Page<LeadRow> list(
      @RequestParam Map<String, String> asked,
      @RequestParam(defaultValue = "" + PAGE) int limit,
      Caller caller) {
    return leads.page(
        query.filter(asked),
        query.order(asked.get("sort")),
        asked.get("cursor"),
        Math.clamp(limit, 1, LARGEST_PAGE),
        caller);
  }

  @GetMapping("/facets")
  @Allow(Permission.LEADS_READ)
  Leads.Facets facets(Caller caller) {
    return leads.facets(caller);
  }

  @PostMapping
  @Allow(Permission.LEADS_EDIT)
  ResponseEntity<CapturedView> capture(@RequestBody NewLead wanted, Caller caller) {
    Leads.Captured captured = leads.capture(wanted, caller);
    return ResponseEntity.status(captured.existing() ? HttpStatus.OK : HttpStatus.CREATED)
        .body(new CapturedView(captured.lead(), captured.existing()));
  }

  @PatchMapping("/{id}")
  @Allow(Permission.LEADS_EDIT)
  Leads.Edited edit(
      @PathVariable UUID id, @RequestBody Map<String, @Nullable Object> body, Caller caller) {
    return leads.edit(id, Edits.of(body), caller);
  }

  @PostMapping("/{id}/undo")
  @Allow(Permission.LEADS_EDIT)
  ResponseEntity<LeadRow> undo(@PathVariable UUID id, @RequestBody Undo undo, Caller caller) {
    return leads
        .undo(id, undo.undo(), caller)
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @PostMapping("/{id}/stage")
  @Allow(Permission.LEADS_EDIT)
  Leads.Edited move(@PathVariable UUID id, @RequestBody Move move, Caller caller) {
    try {
      return leads.move(
          id, Stage.of(move.stage() == null ? "" : move.stage()), move.reason(), caller);
    } catch (IllegalArgumentException e) {
      throw new Problem(LeadsProblem.INVALID_FILTER, "stage");
    }
  }

  @PostMapping("/{id}/reveal")
  @Allow(Permission.CONTACT_REVEAL)
  Leads.ContactDetails reveal(@PathVariable UUID id, Caller caller) {
    return leads.reveal(id, caller);
  }

  @PostMapping("/tags")
  @Allow(Permission.LEADS_EDIT)
  Leads.Tagged tag(@RequestBody Tagging tagging, Caller caller) {
    List<String> add = tagging.add() == null ? List.of() : tagging.add();
    List<UUID> remove = tagging.remove() == null ? List.of() : tagging.remove();
    if (tagging.ids() != null) {
      return leads.tag(tagging.ids(), add, remove, caller);
    }
    if (tagging.filter() != null) {
      return leads.tag(query.filter(tagging.filter()), add, remove, caller);
    }
    throw new Problem(LeadsProblem.INVALID_FILTER, "ids");
  }

  @PostMapping("/tags/undo")
  @Allow(Permission.LEADS_EDIT)
  Map<String, Integer> undoTagging(@RequestBody Undo undo, Caller caller) {
    return Map.of("changed", leads.undoTagging(undo.undo(), caller));
  }

  record Undo(UUID undo) {}

  record Move(@Nullable String stage, @Nullable String reason) {}

  record Tagging(
      @Nullable List<UUID> ids,
      @Nullable Map<String, String> filter,
      @Nullable List<String> add,
      @Nullable List<UUID> remove) {}

  record CapturedView(
      @com.fasterxml.jackson.annotation.JsonUnwrapped LeadRow lead, boolean existing) {}
}
