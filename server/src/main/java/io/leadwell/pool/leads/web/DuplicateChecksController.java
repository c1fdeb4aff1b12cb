package io.leadwell.pool.leads.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.leads.DuplicateChecks;
import io.leadwell.pool.leads.KnownParties;
import io.leadwell.pool.leads.KnownParty;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of the duplicate check and of whom it knows by name. */
@RestController
@RequestMapping("/api/v1")
class DuplicateChecksController {

  private final DuplicateChecks checks;
  private final KnownParties parties;

  DuplicateChecksController(DuplicateChecks checks, KnownParties parties) {
    this.checks = checks;
    this.parties = parties;
  }

  /** By POST: what is asked for is somebody's phone, and belongs in no log of addresses. */
  @PostMapping("/duplicate-checks")
  @Allow(Permission.LEADS_READ)
  List<DuplicateChecks.Answer> check(@RequestBody CheckBody body, Caller caller) {
    return checks.check(Objects.requireNonNullElse(body.q(), ""), caller);
  }

  @GetMapping("/known-parties")
  @Allow(Permission.LEADS_READ)
  List<KnownParty> parties() {
    return parties.all();
  }

  @PostMapping("/known-parties")
  @Allow(Permission.LEADS_MERGE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void add(@RequestBody PartyBody body, Caller caller) {
    parties.add(
        Objects.requireNonNullElse(body.kind(), ""),
        Objects.requireNonNullElse(body.what(), ""),
        Objects.requireNonNullElse(body.value(), ""),
        body.note(),
        caller);
  }

  @DeleteMapping("/known-parties/{id}")
  @Allow(Permission.LEADS_MERGE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, Caller caller) {
    parties.remove(id, caller);
  }

  /**
   * @param q phone, mailbox, credit code, or a company's name or part of it
   */
  record CheckBody(@Nullable String q) {}

  /**
   * @param kind {@code competitor}, {@code peer} or {@code blocked}
   * @param what {@code company}, {@code domain}, {@code phone} or {@code email}
   */
  record PartyBody(
      @Nullable String kind,
      @Nullable String what,
      @Nullable String value,
      @Nullable String note) {}
}
