package io.leadwell.acquire.collect.web;

import io.leadwell.acquire.collect.Visit;
import io.leadwell.acquire.collect.VisitDetail;
import io.leadwell.acquire.collect.Visits;
import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Permission;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes of visits. */
@RestController
@RequestMapping("/api/v1/visits")
class VisitsController {

  private static final int LONGEST_PAGE = 200;

  private final Visits visits;

  VisitsController(Visits visits) {
    this.visits = visits;
  }

  /** Newest first; of one site by its key. */
  @GetMapping
  @Allow(Permission.CAMPAIGNS_EDIT)
  Page<Visit> list(
      @RequestParam(required = false) @Nullable String site,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    return visits.list(site, cursor, Math.clamp(limit, 1, LONGEST_PAGE));
  }

  @GetMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_EDIT)
  VisitDetail find(@PathVariable UUID id) {
    return visits.find(id);
  }
}
