package io.leadwell.pool.consent.web;

import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.consent.Means;
import io.leadwell.pool.consent.Suppression;
import io.leadwell.pool.consent.SuppressionReason;
import io.leadwell.pool.consent.Suppressions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** Routes of the addresses that nobody may contact. */
@RestController
@RequestMapping("/api/v1/suppressions")
class SuppressionsController {

  private static final int LARGEST_PAGE = 200;

  private final Suppressions suppressions;

  SuppressionsController(Suppressions suppressions) {
    this.suppressions = suppressions;
  }

  /** Newest first; a whole address finds also the hash of it. */
  @GetMapping
  @Allow(Permission.PRIVACY_EDIT)
  Page<SuppressionView> page(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String means,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    return suppressions
        .page(
            q,
            means == null ? null : Means.of(means),
            reason == null ? null : SuppressionReason.of(reason),
            cursor,
            Math.clamp(limit, 1, LARGEST_PAGE),
            caller)
        .map(SuppressionView::of);
  }

  /** Adds all addresses of a text: one, a pasted list, the content of a file. */
  @PostMapping
  @Allow(Permission.PRIVACY_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  Suppressions.Added add(@RequestBody SuppressionsBody body, Caller caller) {
    Set<Means> means =
        body.means() == null
            ? Set.of()
            : body.means().stream().map(Means::of).collect(Collectors.toSet());
    String reason = body.reason() == null ? "" : body.reason();
    return suppressions.add(
        body.text() == null ? "" : body.text(),
        means,
        SuppressionReason.of(reason),
        body.note(),
        caller);
  }

  /** Takes one off the list; the reason goes on record. */
  @PostMapping("/{id}/remove")
  @Allow(Permission.PRIVACY_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, @RequestBody RemoveBody body, Caller caller) {
    suppressions.remove(id, body.reason(), caller);
  }

  /**
   * @param means by which they may not be contacted; all that an address is good for, unless told
   */
  record SuppressionsBody(
      @Nullable String text,
      @Nullable List<String> means,
      @Nullable String reason,
      @Nullable String note) {}

  record RemoveBody(@Nullable String reason) {}

  record SuppressionView(
      UUID id,
      String means,
      @Nullable String address,
      String reason,
      @Nullable String note,
      @Nullable String by,
      Instant since) {

    static SuppressionView of(Suppression one) {
      return new SuppressionView(
          one.id(),
          one.means().word(),
          one.address(),
          one.reason().word(),
          one.note(),
          one.by(),
          one.since());
    }
  }
}
