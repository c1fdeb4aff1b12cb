package io.leadwell.pool.leads.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.leads.Merges;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of people made one, and two again. */
@RestController
class MergesController {

  private final Merges merges;

  MergesController(Merges merges) {
    this.merges = merges;
  }

  /** The people of two leads are one. */
  @PostMapping("/api/v1/leads/{id}/merges")
  @Allow(Permission.LEADS_MERGE)
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, UUID> merge(@PathVariable UUID id, @RequestBody MergeBody body, Caller caller) {
    return Map.of("id", merges.merge(id, body.with(), caller));
  }

  @GetMapping("/api/v1/leads/{id}/merges")
  @Allow(Permission.LEADS_READ)
  List<Merges.Merged> of(@PathVariable UUID id, Caller caller) {
    return merges.of(id, caller);
  }

  @PostMapping("/api/v1/merges/{id}/undo")
  @Allow(Permission.LEADS_MERGE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void undo(@PathVariable UUID id, Caller caller) {
    merges.undo(id, caller);
  }

  /**
   * @param with the other lead
   */
  record MergeBody(UUID with) {}
}
