package io.leadwell.pool.scoring.web;

import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.scoring.LeadScore;
import io.leadwell.pool.scoring.Scores;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes of scores: of one lead with its reasons, and who went where. */
@RestController
@RequestMapping("/api/v1")
class ScoresController {

  private static final int LARGEST_PAGE = 200;

  private final Scores scores;

  ScoresController(Scores scores) {
    this.scores = scores;
  }

  @GetMapping("/leads/{id}/score")
  @Allow(Permission.LEADS_READ)
  LeadScore score(@PathVariable UUID id, Caller caller) {
    return scores.of(id, caller);
  }

  @GetMapping("/scoring/moves")
  @Allow(Permission.LEADS_READ)
  Page<Scores.Moved> moved(
      @RequestParam(required = false) @Nullable String route,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    return scores.moved(route, cursor, Math.clamp(limit, 1, LARGEST_PAGE), caller);
  }
}
