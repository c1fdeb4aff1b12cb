package io.leadwell.pool.leads.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.leads.Tags;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of tags. */
@RestController
@RequestMapping("/api/v1/tags")
class TagsController {

  private final Tags tags;

  TagsController(Tags tags) {
    this.tags = tags;
  }

  @GetMapping
  @Allow(Permission.LEADS_READ)
  List<Tags.Tag> all() {
    return tags.all();
  }

  @PostMapping
  @Allow(Permission.LEADS_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  Tags.Tag add(@RequestBody TagDraft draft, Caller caller) {
    return tags.add(draft.name() == null ? "" : draft.name(), draft.color(), caller);
  }

  @PatchMapping("/{id}")
  @Allow(Permission.LEADS_EDIT)
  Tags.Tag change(@PathVariable UUID id, @RequestBody TagDraft draft, Caller caller) {
    return tags.change(id, draft.name(), draft.color(), caller);
  }

  @DeleteMapping("/{id}")
  @Allow(Permission.LEADS_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id, Caller caller) {
    tags.delete(id, caller);
  }

  record TagDraft(@Nullable String name, @Nullable String color) {}
}
