package io.leadwell.pool.leads.web;

import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.leads.CertainPairs;
import io.leadwell.pool.leads.Duplicates;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of the queue of pairs that may be one person. */
@RestController
@RequestMapping("/api/v1/duplicates")
class DuplicatesController {

  private final Duplicates duplicates;
  private final CertainPairs certain;

  DuplicatesController(Duplicates duplicates, CertainPairs certain) {
    this.duplicates = duplicates;
    this.certain = certain;
  }

  @GetMapping
  @Allow(Permission.LEADS_MERGE)
  Page<Duplicates.Pair> page(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "20") int limit,
      Caller caller) {
    return duplicates.page(cursor, Math.clamp(limit, 1, 50), caller);
  }

  /** The search of the whole pool: how many people it has still to look at. */
  @GetMapping("/search")
  @Allow(Permission.LEADS_MERGE)
  Searching searching(Caller caller) {
    return new Searching(duplicates.searching(caller));
  }

  @PostMapping("/search")
  @Allow(Permission.LEADS_MERGE)
  Searching search(Caller caller) {
    return new Searching(duplicates.search(caller));
  }

  @DeleteMapping("/search")
  @Allow(Permission.LEADS_MERGE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void stop(Caller caller) {
    duplicates.stop(caller);
  }

  /** How many pairs of the queue are certain. */
  @GetMapping("/certain")
  @Allow(Permission.LEADS_MERGE)
  Counted certain(Caller caller) {
    return new Counted(certain.count(caller));
  }

  /** Merges the next twenty of them behind {@code after}; asked again until that is null. */
  @PostMapping("/certain")
  @Allow(Permission.LEADS_MERGE)
  CertainPairs.Done merge(@RequestBody Next next, Caller caller) {
    return certain.merge(next.after(), caller);
  }

  @PostMapping("/{id}")
  @Allow(Permission.LEADS_MERGE)
  Decided decide(@PathVariable UUID id, @RequestBody AnswerBody body, Caller caller) {
    return new Decided(duplicates.decide(id, body.same(), caller));
  }

  /** Asks again about two who were said to be two. */
  @PostMapping("/{id}/undo")
  @Allow(Permission.LEADS_MERGE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void undo(@PathVariable UUID id, Caller caller) {
    duplicates.ask(id, caller);
  }

  record Counted(int count) {}

  /**
   * @param after where the answer before ended; none to begin
   */
  record Next(@Nullable UUID after) {}

  /**
   * @param left people to be looked at
   */
  record Searching(int left) {}

  /**
   * @param same whether the two are one person
   */
  record AnswerBody(boolean same) {}

  /**
   * @param merge what takes the merge back; none where the two are two
   */
  record Decided(@Nullable UUID merge) {}
}
