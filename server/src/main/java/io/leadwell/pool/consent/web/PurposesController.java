package io.leadwell.pool.consent.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.consent.Purpose;
import io.leadwell.pool.consent.PurposeDraft;
import io.leadwell.pool.consent.Purposes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of what people are asked to agree to. */
@RestController
@RequestMapping("/api/v1/consent/purposes")
class PurposesController {

  private final Purposes purposes;

  PurposesController(Purposes purposes) {
    this.purposes = purposes;
  }

  /** With all versions of their texts, the newest first; archived ones last. */
  @GetMapping
  @Allow(Permission.LEADS_READ)
  List<PurposeView> all() {
    return purposes.all().stream().map(PurposeView::of).toList();
  }

  @PostMapping
  @Allow(Permission.PRIVACY_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  PurposeView add(@RequestBody PurposeDraft body, Caller caller) {
    return PurposeView.of(purposes.add(body, caller));
  }

  /** Another text than the last one becomes another version; the key stays. */
  @PutMapping("/{id}")
  @Allow(Permission.PRIVACY_EDIT)
  PurposeView save(@PathVariable UUID id, @RequestBody PurposeDraft body, Caller caller) {
    return PurposeView.of(purposes.save(id, body, caller));
  }

  record TextView(int number, String zh, String en, String publishedBy, Instant publishedAt) {}

  record PurposeView(
      UUID id,
      String key,
      String nameZh,
      String nameEn,
      String rule,
      boolean archived,
      List<TextView> texts) {

    static PurposeView of(Purpose purpose) {
      return new PurposeView(
          purpose.id(),
          purpose.key(),
          purpose.nameZh(),
          purpose.nameEn(),
          purpose.rule().word(),
          purpose.archived(),
          purpose.texts().stream()
              .map(text ->
                  new TextView(
                      text.number(), text.zh(), text.en(), text.publishedBy(), text.publishedAt()))
              .toList());
    }
  }
}
