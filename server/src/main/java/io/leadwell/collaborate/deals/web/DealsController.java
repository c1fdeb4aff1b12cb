package io.leadwell.collaborate.deals.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.collaborate.deals.Deals;
import io.leadwell.collaborate.deals.Opportunity;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The deals of a lead and of a company. */
@RestController
@RequestMapping("/api/v1")
class DealsController {

  private final Deals deals;

  DealsController(Deals deals) {
    this.deals = deals;
  }

  @GetMapping("/leads/{id}/deals")
  @Allow(Permission.DEALS_READ)
  Opportunities ofLead(@PathVariable UUID id, Caller caller) {
    return new Opportunities(deals.ofLead(id, caller));
  }

  @GetMapping("/companies/{id}/deals")
  @Allow(Permission.DEALS_READ)
  Opportunities ofCompany(@PathVariable UUID id, Caller caller) {
    return new Opportunities(deals.ofCompany(id, caller));
  }

  record Opportunities(List<Opportunity> opportunities) {}
}
