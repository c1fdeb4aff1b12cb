package io.leadwell.pool.scoring.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.scoring.Simulation;
import io.leadwell.pool.scoring.Simulations;
import java.util.List;
import java.util.Objects;
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

/** Routes of simulations: what a draft would change. */
@RestController
@RequestMapping("/api/v1/scoring/simulations")
class SimulationsController {

  private final Simulations simulations;

  SimulationsController(Simulations simulations) {
    this.simulations = simulations;
  }

  /** The latest of the line, if there is one. */
  @GetMapping
  @Allow(Permission.SCORING_EDIT)
  List<Simulation> latest(@RequestParam(defaultValue = "") String line, Caller caller) {
    return simulations.latest(line, caller).stream().toList();
  }

  @PostMapping
  @Allow(Permission.SCORING_EDIT)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Simulation start(@RequestBody StartBody body, Caller caller) {
    return simulations.start(Objects.requireNonNullElse(body.line(), ""), caller);
  }

  @PostMapping("/{id}/cancel")
  @Allow(Permission.SCORING_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(@PathVariable UUID id) {
    simulations.cancel(id);
  }

  record StartBody(@Nullable String line) {}
}
