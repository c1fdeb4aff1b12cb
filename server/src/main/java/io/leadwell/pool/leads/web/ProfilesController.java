package io.leadwell.pool.leads.web;

import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.leads.FactHistory;
import io.leadwell.pool.leads.LeadProfile;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.Portrait;
import io.leadwell.pool.leads.Portraits;
import io.leadwell.pool.leads.Profiles;
import io.leadwell.pool.leads.TimelineItem;
import io.leadwell.pool.leads.Timelines;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One lead's story. */
@RestController
@RequestMapping("/api/v1/leads/{id}")
class ProfilesController {

  private static final int LARGEST_PAGE = 200;

  private final Profiles profiles;
  private final Timelines timelines;
  private final Portraits portraits;
  private final FactHistory history;

  ProfilesController(
      Profiles profiles, Timelines timelines, Portraits portraits, FactHistory history) {
    this.profiles = profiles;
    this.timelines = timelines;
    this.portraits = portraits;
    this.history = history;
  }

  @GetMapping
  @Allow(Permission.LEADS_READ)
  LeadProfile profile(@PathVariable UUID id, Caller caller) {
    return profiles.of(id, caller);
  }

  @GetMapping("/timeline")
  @Allow(Permission.LEADS_READ)
  Page<TimelineItem> timeline(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String of,
      @RequestParam(required = false) @Nullable String kinds,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    return timelines.ofLead(
        id,
        "person".equals(of),
        TimelineKinds.of(kinds),
        cursor,
        Math.clamp(limit, 1, LARGEST_PAGE),
        caller);
  }

  /** What the touches of the person come to, and who is connected. */
  @GetMapping("/portrait")
  @Allow(Permission.LEADS_READ)
  Portrait portrait(@PathVariable UUID id, Caller caller) {
    return portraits.ofPerson(id, caller);
  }

  /** Every value a field ever had. */
  @GetMapping("/facts/{field}")
  @Allow(Permission.LEADS_READ)
  FactHistory.Story story(@PathVariable UUID id, @PathVariable String field, Caller caller) {
    return history.of(id, field, caller);
  }

  /** Shows this value from now on. */
  @PostMapping("/facts/{field}/choose")
  @Allow(Permission.LEADS_EDIT)
  Leads.Edited choose(
      @PathVariable UUID id,
      @PathVariable String field,
      @RequestBody Choice choice,
      Caller caller) {
    return history.choose(id, field, choice.record(), caller);
  }

  /**
   * @param record the one that told the value
   */
  record Choice(UUID record) {}
}
