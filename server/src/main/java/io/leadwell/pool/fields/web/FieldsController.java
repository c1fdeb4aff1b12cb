package io.leadwell.pool.fields.web;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.fields.FieldDraft;
import io.leadwell.pool.fields.FieldDraft.OptionDraft;
import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.fields.FieldText;
import io.leadwell.pool.fields.FieldType;
import io.leadwell.pool.fields.Fields;
import io.leadwell.pool.fields.FieldsProblem;
import io.leadwell.pool.fields.ProfileField;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of fields. */
@RestController
@RequestMapping("/api/v1/fields")
class FieldsController {

  private final Fields fields;

  FieldsController(Fields fields) {
    this.fields = fields;
  }

  /** What may be told of leads, people and companies. */
  @GetMapping
  @Allow(Permission.LEADS_READ)
  List<ProfileField> all() {
    return fields.all();
  }

  /** The house's own, those that are archived too. */
  @GetMapping("/custom")
  @Allow(Permission.LEADS_READ)
  List<ProfileField> custom(@RequestParam(defaultValue = "true") boolean archived) {
    return fields.custom(archived);
  }

  @PostMapping("/custom")
  @Allow(Permission.SETTINGS_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  ProfileField add(@RequestBody NewField wanted, Caller caller) {
    if (wanted.entity() == null || wanted.type() == null) {
      throw Problem.field(FieldsProblem.FIELD_INVALID, "type", "fields.type");
    }
    return fields.add(
        wanted.entity(),
        wanted.key() == null ? "" : wanted.key().strip(),
        wanted.type(),
        new FieldDraft(wanted.label(), wanted.help(), wanted.required(), false, wanted.options()),
        caller);
  }

  @PatchMapping("/custom/{id}")
  @Allow(Permission.SETTINGS_EDIT)
  ProfileField change(@PathVariable UUID id, @RequestBody FieldDraft draft, Caller caller) {
    return fields.change(id, draft, caller);
  }

  @PutMapping("/custom/order")
  @Allow(Permission.SETTINGS_EDIT)
  List<ProfileField> order(@RequestBody Order order, Caller caller) {
    return fields.order(order.ordered(), order.inOrder(), caller);
  }

  record NewField(
      @Nullable FieldEntity entity,
      @Nullable String key,
      @Nullable FieldType type,
      @Nullable FieldText label,
      @Nullable FieldText help,
      @Nullable Boolean required,
      @Nullable List<OptionDraft> options) {}

  record Order(@Nullable FieldEntity entity, @Nullable List<String> keys) {

    FieldEntity ordered() {
      if (entity == null) {
        throw Problem.field(FieldsProblem.FIELD_INVALID, "entity", "fields.type");
      }
      return entity;
    }

    List<String> inOrder() {
      return keys == null ? List.of() : keys.stream().filter(Objects::nonNull).toList();
    }
  }
}
