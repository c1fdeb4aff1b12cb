package io.leadwell.collaborate.deals.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.collaborate.deals.Deals;
import io.leadwell.collaborate.deals.Opportunity;
import io.leadwell.collaborate.deals.OpportunityDraft;
import io.leadwell.pool.leads.CompanyTouches;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The deals of a lead and of a company, and what people change about them. */
@RestController
@RequestMapping("/api/v1")
class DealsController {

  private final Deals deals;

  DealsController(Deals deals) {
    this.deals = deals;
  }

  /** The opportunities of a lead with their POCs and contracts, newest first. */
  @GetMapping("/leads/{id}/deals")
  @Allow(Permission.DEALS_READ)
  Opportunities ofLead(@PathVariable UUID id, Caller caller) {
    return new Opportunities(deals.ofLead(id, caller));
  }

  /** The opportunities of all leads of a company that the caller may see. */
  @GetMapping("/companies/{id}/deals")
  @Allow(Permission.DEALS_READ)
  Opportunities ofCompany(@PathVariable UUID id, Caller caller) {
    return new Opportunities(deals.ofCompany(id, caller));
  }

  /** The latest that people of the company did while the opportunity was open, and how much. */
  @GetMapping("/deals/{id}/moves")
  @Allow(Permission.DEALS_READ)
  CompanyTouches.Moves moves(@PathVariable UUID id, Caller caller) {
    return deals.moves(id, caller);
  }

  /** Opens an opportunity of a lead; the lead moves to the stages that its dates tell. */
  @PostMapping("/leads/{id}/deals")
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.DEALS_EDIT)
  Deals.Changed add(@PathVariable UUID id, @RequestBody OpportunityDraft draft, Caller caller) {
    return deals.add(id, draft, caller);
  }

  /**
   * Replaces an opportunity by the draft: corrects it, wins it with a contract, loses it with a
   * reason. Later files leave it alone from then on.
   */
  @PutMapping("/deals/{id}")
  @Allow(Permission.DEALS_EDIT)
  Deals.Changed change(@PathVariable UUID id, @RequestBody OpportunityDraft draft, Caller caller) {
    return deals.change(id, draft, caller);
  }

  /** Removes an opportunity with its POCs and contracts, until that is undone. */
  @DeleteMapping("/deals/{id}")
  @Allow(Permission.DEALS_EDIT)
  Undo remove(@PathVariable UUID id, Caller caller) {
    return new Undo(deals.remove(id, caller));
  }

  /** Takes one change by hand back, whatever happened since. */
  @PostMapping("/deals/{id}/undo")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Permission.DEALS_EDIT)
  void undo(@PathVariable UUID id, @RequestBody Undo undo, Caller caller) {
    deals.undo(id, undo.undo(), caller);
  }

  record Opportunities(List<Opportunity> opportunities) {}

  record Undo(UUID undo) {}
}
