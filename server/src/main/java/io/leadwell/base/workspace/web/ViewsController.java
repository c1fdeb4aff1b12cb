package io.leadwell.base.workspace.web;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Open;
import io.leadwell.base.workspace.SavedView;
import io.leadwell.base.workspace.Views;
import java.util.List;
import java.util.Map;
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

/** Routes of saved views. */
@RestController
@RequestMapping("/api/v1/views")
class ViewsController {

  private final Views views;

  ViewsController(Views views) {
    this.views = views;
  }

  @GetMapping
  @Open(Open.To.SIGNED_IN)
  List<SavedView> of(@RequestParam String page, Caller caller) {
    return views.of(page, caller);
  }

  @PostMapping
  @Open(Open.To.SIGNED_IN)
  @ResponseStatus(HttpStatus.CREATED)
  SavedView save(@RequestBody Draft draft, Caller caller) {
    return views.save(
        Words.orEmpty(draft.page()),
        Words.orEmpty(draft.name()),
        draft.filter() == null ? Map.of() : draft.filter(),
        draft.shared() != null && draft.shared(),
        caller);
  }

  @DeleteMapping("/{id}")
  @Open(Open.To.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id, Caller caller) {
    views.delete(id, caller);
  }

  record Draft(
      @Nullable String page,
      @Nullable String name,
      @Nullable Map<String, Object> filter,
      @Nullable Boolean shared) {}
}
