package io.leadwell.pool.leads.web;

import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.leads.LeadProfile;
import io.leadwell.pool.leads.LeadsProblem;
import io.leadwell.pool.leads.Profiles;
import io.leadwell.pool.leads.TimelineItem;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One lead's story. */
@RestController
@RequestMapping("/api/v1/leads/{id}")
class ProfilesController {

  private static final int LARGEST_PAGE = 200;

  private final Profiles profiles;

  ProfilesController(Profiles profiles) {
    this.profiles = profiles;
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
      @RequestParam(required = false) @Nullable String kinds,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    return profiles.timeline(id, kinds(kinds), cursor, Math.clamp(limit, 1, LARGEST_PAGE), caller);
  }

  private static Set<TimelineItem.Kind> kinds(@Nullable String asked) {
    Set<TimelineItem.Kind> kinds = EnumSet.noneOf(TimelineItem.Kind.class);
    if (asked != null && !asked.isBlank()) {
      for (String word : asked.split(",")) {
        try {
          kinds.add(TimelineItem.Kind.of(word));
        } catch (IllegalArgumentException e) {
          throw new Problem(LeadsProblem.INVALID_FILTER, "kinds");
        }
      }
    }
    return kinds;
  }
}
