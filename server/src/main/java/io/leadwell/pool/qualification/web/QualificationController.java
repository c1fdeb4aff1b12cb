package io.leadwell.pool.qualification.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.kernel.rules.Reasons;
import io.leadwell.pool.qualification.Bant;
import io.leadwell.pool.qualification.Bant.Answer;
import io.leadwell.pool.qualification.Qualification;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Routes of a lead's qualification. */
@RestController
@RequestMapping("/api/v1/leads/{lead}")
class QualificationController {

  private final Qualification qualification;
  private final JsonMapper json;

  QualificationController(Qualification qualification, JsonMapper json) {
    this.qualification = qualification;
    this.json = json;
  }

  @GetMapping("/qualification")
  @Allow(Permission.LEADS_READ)
  StandingView of(@PathVariable UUID lead, Caller caller) {
    return view(qualification.of(lead, caller));
  }

  @PutMapping("/bant")
  @Allow(Permission.LEADS_EDIT)
  StandingView answer(@PathVariable UUID lead, @RequestBody BantView body, Caller caller) {
    return view(qualification.answer(lead, body.toBant(), caller));
  }

  private StandingView view(Qualification.Standing standing) {
    Qualification.Check check = standing.check();
    Qualification.Became became = standing.became();
    return new StandingView(
        BantView.of(standing.bant()),
        check.version(),
        check.condition() == null ? null : json.readTree(check.condition()),
        check.reasons() == null ? null : check.reasons().told(),
        became == null ? null : new BecameView(became.version(), became.met()));
  }

  record StandingView(
      BantView bant,
      @Nullable Integer version,
      @Nullable JsonNode condition,
      Reasons.@Nullable Told reasons,
      @Nullable BecameView became) {}

  record BecameView(@Nullable Integer version, @Nullable Boolean met) {}

  record BantView(
      @Nullable String budget,
      @Nullable String budgetNote,
      @Nullable String authority,
      @Nullable String contact,
      @Nullable String authorityNote,
      @Nullable String need,
      @Nullable String needNote,
      @Nullable String timing,
      @Nullable String timingNote,
      int version,
      @Nullable String changedBy,
      @Nullable Instant changedAt) {

    static BantView of(Bant bant) {
      return new BantView(
          word(bant.budget()),
          bant.budgetNote(),
          word(bant.authority()),
          bant.contact(),
          bant.authorityNote(),
          word(bant.need()),
          bant.needNote(),
          word(bant.timing()),
          bant.timingNote(),
          bant.version(),
          bant.changedBy(),
          bant.changedAt());
    }

    Bant toBant() {
      return new Bant(
          answer(budget),
          budgetNote,
          answer(authority),
          contact,
          authorityNote,
          answer(need),
          needNote,
          answer(timing),
          timingNote,
          version,
          null,
          null);
    }

    private static @Nullable String word(@Nullable Answer answer) {
      return answer == null ? null : answer.word();
    }

    /** What is no answer is none. */
    private static @Nullable Answer answer(@Nullable String word) {
      for (Answer answer : Answer.values()) {
        if (word != null && answer.word().equals(word.toLowerCase(Locale.ROOT))) {
          return answer;
        }
      }
      return null;
    }
  }
}
