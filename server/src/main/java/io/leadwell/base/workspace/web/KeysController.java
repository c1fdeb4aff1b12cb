package io.leadwell.base.workspace.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.ApiKey;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.NewKey;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Role;
import java.time.Instant;
import java.util.List;
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
import tools.jackson.databind.JsonNode;

/** Routes of the keys for programs. */
@RestController
@RequestMapping("/api/v1/keys")
class KeysController {

  private final Keys keys;

  KeysController(Keys keys) {
    this.keys = keys;
  }

  @GetMapping
  @Allow(Permission.KEYS_EDIT)
  List<View> all() {
    return keys.all().stream().map(key -> View.of(key, null)).toList();
  }

  @PostMapping
  @Allow(Permission.KEYS_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  View create(@RequestBody JsonNode body, Caller caller) {
    NewKey created =
        keys.create(
            Words.orEmpty(Words.text(body, "name")),
            Words.needed(body, "role", Role::of),
            Words.instant(body, "expiresAt"),
            caller);
    return View.of(created.key(), created.secret());
  }

  @DeleteMapping("/{id}")
  @Allow(Permission.KEYS_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable UUID id, Caller caller) {
    keys.revoke(id, caller);
  }

  record View(
      UUID id,
      String name,
      String role,
      String prefix,
      Instant createdAt,
      String createdBy,
      @Nullable Instant lastUsedAt,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt,
      @Nullable String key) {

    static View of(ApiKey key, @Nullable String secret) {
      return new View(
          key.id(),
          key.name(),
          key.role().word(),
          key.prefix(),
          key.createdAt(),
          key.createdBy(),
          key.lastUsedAt(),
          key.expiresAt(),
          key.revokedAt(),
          secret);
    }
  }
}
