package io.leadwell.pool.leads.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.leads.ListQuestions;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of rows that wait for a decision. */
@RestController
@RequestMapping("/api/v1/imports/{importId}/questions")
class ListQuestionsController {

  private final ListQuestions questions;

  ListQuestionsController(ListQuestions questions) {
    this.questions = questions;
  }

  @GetMapping
  @Allow(Permission.IMPORTS_RUN)
  ListQuestions.Open open(@PathVariable UUID importId, Caller caller) {
    return questions.open(importId, caller);
  }

  @PostMapping("/{question}")
  @Allow(Permission.IMPORTS_RUN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decide(
      @PathVariable UUID importId,
      @PathVariable UUID question,
      @RequestBody DecisionBody body,
      Caller caller) {
    questions.decide(importId, question, Objects.requireNonNullElse(body.decision(), ""), caller);
  }

  @PostMapping
  @Allow(Permission.IMPORTS_RUN)
  Map<String, Integer> decideAll(
      @PathVariable UUID importId, @RequestBody DecisionBody body, Caller caller) {
    return Map.of(
        "decided",
        questions.decideAll(
            importId,
            Objects.requireNonNullElse(body.met(), ""),
            Objects.requireNonNullElse(body.decision(), ""),
            caller));
  }

  /**
   * @param met the case that is decided as a whole
   * @param decision {@code keep}, {@code overwrite}, {@code add} or {@code skip}
   */
  record DecisionBody(@Nullable String met, @Nullable String decision) {}
}
