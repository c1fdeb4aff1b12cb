package io.leadwell.pool.scoring.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.scoring.ModelDefinition;
import io.leadwell.pool.scoring.ScoreModels;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of scoring models; {@code line} is a business line, empty for all that have none. */
@RestController
@RequestMapping("/api/v1/scoring")
class ScoreModelsController {

  private final ScoreModels models;

  ScoreModelsController(ScoreModels models) {
    this.models = models;
  }

  @GetMapping("/models")
  @Allow(Permission.LEADS_READ)
  ScoreModels.Line line(@RequestParam(defaultValue = "") String line) {
    return models.line(line);
  }

  @GetMapping("/models/{version}")
  @Allow(Permission.LEADS_READ)
  ModelDefinition version(@PathVariable int version, @RequestParam(defaultValue = "") String line) {
    return models.definition(line, version);
  }

  @PutMapping("/draft")
  @Allow(Permission.SCORING_EDIT)
  ScoreModels.Draft keep(@RequestBody DraftBody body, Caller caller) {
    return models.keep(told(body.line()), number(body.revision()), body.definition(), caller);
  }

  @DeleteMapping("/draft")
  @Allow(Permission.SCORING_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@RequestParam(defaultValue = "") String line, Caller caller) {
    models.discard(line, caller);
  }

  @PostMapping("/publish")
  @Allow(Permission.SCORING_EDIT)
  Map<String, Integer> publish(@RequestBody PublishBody body, Caller caller) {
    int version = models.publish(told(body.line()), number(body.revision()), body.note(), caller);
    return Map.of("version", version);
  }

  @PostMapping("/activate")
  @Allow(Permission.SCORING_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void activate(@RequestBody ActivateBody body, Caller caller) {
    // Without a version nothing is meant: none is called −1.
    models.activate(told(body.line()), Objects.requireNonNullElse(body.version(), -1), caller);
  }

  /** How many leads or changes are still to be looked at. */
  @GetMapping("/progress")
  @Allow(Permission.LEADS_READ)
  Map<String, Integer> progress() {
    return Map.of("waiting", models.waiting());
  }

  private static String told(@Nullable String told) {
    return Objects.requireNonNullElse(told, "");
  }

  private static int number(@Nullable Integer told) {
    return Objects.requireNonNullElse(told, 0);
  }

  record DraftBody(
      @Nullable String line, @Nullable Integer revision, @Nullable ModelDefinition definition) {}

  record PublishBody(@Nullable String line, @Nullable Integer revision, @Nullable String note) {}

  record ActivateBody(@Nullable String line, @Nullable Integer version) {}
}
