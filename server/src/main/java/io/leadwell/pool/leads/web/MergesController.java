package io.leadwell.pool.leads.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.leads.Merges;
import io.leadwell.pool.leads.Provenance;
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
  private final Provenance provenance;

  MergesController(Merges merges, Provenance provenance) {
    this.merges = merges;
    this.provenance = provenance;
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

  /** What told of the person of a lead, and why it is taken for theirs. */
  @GetMapping("/api/v1/leads/{id}/sources")
  @Allow(Permission.LEADS_READ)
  List<Provenance.Source> sources(@PathVariable UUID id, Caller caller) {
    return provenance.of(id, caller);
  }

  /** One of them is about somebody else, who gets a lead of their own. */
  @PostMapping("/api/v1/leads/{id}/sources/{record}/separate")
  @Allow(Permission.LEADS_MERGE)
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, UUID> separate(@PathVariable UUID id, @PathVariable UUID record, Caller caller) {
    return Map.of("leadId", provenance.separate(id, record, caller));
  }

  /**
   * @param with the other lead
   */
  record MergeBody(UUID with) {}
}
