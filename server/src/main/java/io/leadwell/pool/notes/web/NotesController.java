package io.leadwell.pool.notes.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.notes.Note;
import io.leadwell.pool.notes.Notes;
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

/** Routes of notes. */
@RestController
@RequestMapping("/api/v1")
class NotesController {

  private final Notes notes;

  NotesController(Notes notes) {
    this.notes = notes;
  }

  @GetMapping("/leads/{id}/notes")
  @Allow(Permission.LEADS_READ)
  List<Note> ofLead(@PathVariable UUID id, Caller caller) {
    return notes.ofLead(id, caller);
  }

  @PostMapping("/leads/{id}/notes")
  @Allow(Permission.LEADS_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  Note writeAtLead(@PathVariable UUID id, @RequestBody Written written, Caller caller) {
    return notes.writeAtLead(id, written.body(), Boolean.TRUE.equals(written.pinned()), caller);
  }

  @GetMapping("/companies/{id}/notes")
  @Allow(Permission.LEADS_READ)
  List<Note> ofCompany(@PathVariable UUID id, Caller caller) {
    return notes.ofCompany(id, caller);
  }

  @PostMapping("/companies/{id}/notes")
  @Allow(Permission.LEADS_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  Note writeAtCompany(@PathVariable UUID id, @RequestBody Written written, Caller caller) {
    return notes.writeAtCompany(id, written.body(), Boolean.TRUE.equals(written.pinned()), caller);
  }

  @PatchMapping("/notes/{id}")
  @Allow(Permission.LEADS_EDIT)
  Note change(@PathVariable UUID id, @RequestBody Written written, Caller caller) {
    return notes.change(id, written.body(), written.pinned(), caller);
  }

  @DeleteMapping("/notes/{id}")
  @Allow(Permission.LEADS_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id, Caller caller) {
    notes.delete(id, caller);
  }

  @PostMapping("/notes/{id}/restore")
  @Allow(Permission.LEADS_EDIT)
  Note restore(@PathVariable UUID id, Caller caller) {
    return notes.restore(id, caller);
  }

  record Written(@Nullable String body, @Nullable Boolean pinned) {}
}
