package io.leadwell.pool.qualification.web;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.qualification.MqlDefinition;
import io.leadwell.pool.qualification.MqlDefinitions;
import io.leadwell.pool.qualification.QualificationProblem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Routes of what an MQL is. */
@RestController
@RequestMapping("/api/v1/mql-definitions")
class MqlDefinitionsController {

  private final MqlDefinitions definitions;
  private final JsonMapper json;

  MqlDefinitionsController(MqlDefinitions definitions, JsonMapper json) {
    this.definitions = definitions;
    this.json = json;
  }

  @GetMapping
  @Allow(Permission.LEADS_READ)
  List<DefinitionView> all() {
    return definitions.all().stream().map(this::view).toList();
  }

  @PostMapping
  @Allow(Permission.QUALIFICATION_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  DefinitionView draft(@RequestBody DefinitionBody body, Caller caller) {
    return view(definitions.draft(body.words(), body.asked(), body.fields(), caller));
  }

  @PutMapping("/{id}")
  @Allow(Permission.QUALIFICATION_EDIT)
  DefinitionView change(@PathVariable UUID id, @RequestBody DefinitionBody body, Caller caller) {
    return view(definitions.change(id, body.words(), body.asked(), body.fields(), caller));
  }

  @DeleteMapping("/{id}")
  @Allow(Permission.QUALIFICATION_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable UUID id, Caller caller) {
    definitions.discard(id, caller);
  }

  /** For the side that the caller is the head of. */
  @PostMapping("/{id}/sign")
  @Allow(Permission.QUALIFICATION_EDIT)
  DefinitionView sign(@PathVariable UUID id, Caller caller) {
    return view(definitions.sign(id, caller));
  }

  @PostMapping("/{id}/unsign")
  @Allow(Permission.QUALIFICATION_EDIT)
  DefinitionView unsign(@PathVariable UUID id, Caller caller) {
    return view(definitions.unsign(id, caller));
  }

  private DefinitionView view(MqlDefinition definition) {
    return new DefinitionView(
        definition.id(),
        definition.version(),
        definition.state().word(),
        definition.said(),
        json.readTree(definition.rule()),
        definition.required(),
        definition.createdBy(),
        definition.createdAt(),
        definition.inForceAt(),
        definition.replacedAt(),
        definition.signatures().stream()
            .map(each -> new SignatureView(each.role(), each.by(), each.at()))
            .toList(),
        definition.leads());
  }

  record DefinitionView(
      UUID id,
      int version,
      String state,
      String said,
      JsonNode rule,
      List<String> required,
      @Nullable String createdBy,
      Instant createdAt,
      @Nullable Instant inForceAt,
      @Nullable Instant replacedAt,
      List<SignatureView> signatures,
      int leads) {}

  record SignatureView(String role, String by, Instant at) {}

  record DefinitionBody(
      @Nullable String said, @Nullable JsonNode rule, @Nullable List<String> required) {

    String words() {
      return said == null ? "" : said;
    }

    JsonNode asked() {
      if (rule == null || rule.isNull()) {
        throw Problem.field(QualificationProblem.DEFINITION_INVALID, "rule", "rules.unreadable");
      }
      return rule;
    }

    List<String> fields() {
      return required == null ? List.of() : required;
    }
  }
}
