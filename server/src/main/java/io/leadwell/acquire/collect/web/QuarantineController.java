package io.leadwell.acquire.collect.web;

import io.leadwell.acquire.collect.Quarantine;
import io.leadwell.acquire.collect.Quarantined;
import io.leadwell.acquire.collect.Replayed;
import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes of hits that could not be taken. */
@RestController
@RequestMapping("/api/v1/sites/{site}/quarantine")
class QuarantineController {

  record QuarantinedView(
      UUID id,
      String step,
      String reason,
      String pointer,
      String body,
      @Nullable String origin,
      Instant receivedAt) {

    static QuarantinedView of(Quarantined hit) {
      return new QuarantinedView(
          hit.id(),
          hit.step(),
          hit.reason().word(),
          hit.pointer(),
          hit.body(),
          hit.origin(),
          hit.receivedAt());
    }
  }

  /** Which hits; none named means all of the site. */
  record Chosen(@Nullable List<UUID> ids) {

    List<UUID> orAll() {
      return ids == null ? List.of() : ids;
    }
  }

  private static final int LONGEST_PAGE = 200;

  private final Quarantine quarantine;

  QuarantineController(Quarantine quarantine) {
    this.quarantine = quarantine;
  }

  @GetMapping
  @Allow(Permission.CAMPAIGNS_EDIT)
  Page<QuarantinedView> list(
      @PathVariable UUID site,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    return quarantine
        .list(site, cursor, Math.clamp(limit, 1, LONGEST_PAGE))
        .map(QuarantinedView::of);
  }

  @PostMapping("/again")
  @Allow(Permission.CAMPAIGNS_EDIT)
  Replayed again(@PathVariable UUID site, @RequestBody Chosen chosen, Caller caller) {
    return quarantine.again(site, chosen.orAll(), caller);
  }

  @PostMapping("/drop")
  @Allow(Permission.CAMPAIGNS_EDIT)
  Map<String, Integer> drop(@PathVariable UUID site, @RequestBody Chosen chosen, Caller caller) {
    return Map.of("dropped", quarantine.drop(site, chosen.orAll(), caller));
  }
}
