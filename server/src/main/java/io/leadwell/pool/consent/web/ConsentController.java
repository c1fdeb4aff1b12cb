package io.leadwell.pool.consent.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.consent.ConsentEntry;
import io.leadwell.pool.consent.ConsentState;
import io.leadwell.pool.consent.Consents;
import io.leadwell.pool.consent.Means;
import java.time.Instant;
import java.util.List;
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

/** Routes of what the person of a lead agreed to. */
@RestController
@RequestMapping("/api/v1/leads/{lead}/consent")
class ConsentController {

  private final Consents consents;

  ConsentController(Consents consents) {
    this.consents = consents;
  }

  @GetMapping
  @Allow(Permission.LEADS_READ)
  StandingView standing(@PathVariable UUID lead, Caller caller) {
    return StandingView.of(consents.of(lead, caller));
  }

  /** Everything that was ever said, newest first. */
  @GetMapping("/history")
  @Allow(Permission.LEADS_READ)
  List<EntryView> history(@PathVariable UUID lead, Caller caller) {
    return consents.history(lead, caller).stream().map(EntryView::of).toList();
  }

  /** A colleague writes down what somebody said; the note is the proof. */
  @PostMapping
  @Allow(Permission.LEADS_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void type(@PathVariable UUID lead, @RequestBody WordBody body, Caller caller) {
    consents.typed(
        lead, body.purposeId(), Means.of(body.means()), body.given(), body.note(), caller);
  }

  record WordBody(UUID purposeId, String means, boolean given, @Nullable String note) {}

  record StateView(
      UUID purposeId,
      String means,
      boolean given,
      String source,
      Instant at,
      @Nullable String by) {}

  record BlockedView(String means, String address, String reason, Instant since) {}

  record StandingView(List<StateView> states, List<BlockedView> blocked, boolean erased) {

    static StandingView of(ConsentState state) {
      return new StandingView(
          state.states().stream()
              .map(one ->
                  new StateView(
                      one.purposeId(),
                      one.means().word(),
                      one.given(),
                      one.source(),
                      one.at(),
                      one.by()))
              .toList(),
          state.blocked().stream()
              .map(one ->
                  new BlockedView(one.means().word(), one.address(), one.reason(), one.since()))
              .toList(),
          state.erased());
    }
  }

  record EntryView(
      UUID id,
      UUID purposeId,
      String means,
      boolean given,
      String source,
      @Nullable UUID proofId,
      @Nullable String note,
      @Nullable String textOf,
      @Nullable Integer textNumber,
      @Nullable String by,
      Instant at,
      Instant recordedAt,
      @Nullable Instant undoneAt) {

    static EntryView of(ConsentEntry entry) {
      return new EntryView(
          entry.id(),
          entry.purposeId(),
          entry.means().word(),
          entry.given(),
          entry.source(),
          entry.proofId(),
          entry.note(),
          entry.textOf(),
          entry.textNumber(),
          entry.by(),
          entry.happenedAt(),
          entry.recordedAt(),
          entry.undoneAt());
    }
  }
}
