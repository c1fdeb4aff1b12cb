package io.leadwell.pool.scoring.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.scoring.Learned;
import io.leadwell.pool.scoring.LearnedScores;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of scores learned from our own wins. */
@RestController
@RequestMapping("/api/v1/scoring/learned")
class LearnedController {

  private final LearnedScores learned;

  LearnedController(LearnedScores learned) {
    this.learned = learned;
  }

  @GetMapping
  @Allow(Permission.SCORING_EDIT)
  List<Learned> all() {
    return learned.all();
  }

  @PostMapping
  @Allow(Permission.SCORING_EDIT)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Learned train(Caller caller) {
    return learned.train(caller);
  }

  @PostMapping("/{version}/cancel")
  @Allow(Permission.SCORING_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(@PathVariable int version) {
    learned.cancel(version);
  }

  @PostMapping("/{version}/apply")
  @Allow(Permission.SCORING_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void apply(@PathVariable int version, Caller caller) {
    learned.apply(version, caller);
  }

  @DeleteMapping("/applied")
  @Allow(Permission.SCORING_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unapply(Caller caller) {
    learned.unapply(caller);
  }
}
