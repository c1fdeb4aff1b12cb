package io.leadwell.pool.qualification;

import io.leadwell.kernel.rules.Condition;
import io.leadwell.kernel.rules.Condition.Asks;
import io.leadwell.kernel.rules.Operator;
import io.leadwell.kernel.rules.Rule;
import io.leadwell.pool.rules.Catalogue;
import io.leadwell.pool.rules.Rules;
import io.leadwell.tables.qualification.tables.records.DefinitionRow;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A definition as one condition: what must be known, and then what must hold. */
@Component
class DefinitionRules {

  private final Rules rules;

  DefinitionRules(Rules rules) {
    this.rules = rules;
  }

  /** The condition as it will be kept, when it and the required fields can be understood. */
  String checked(JsonNode rule, List<String> required) {
    Condition condition = rules.read(rule);
    rules.understand(whole(condition, required));
    return rules.write(condition).toString();
  }

  Condition condition(DefinitionRow definition) {
    return whole(rules.read(definition.getRule().data()), List.of(definition.getRequired()));
  }

  Rule of(DefinitionRow definition, Catalogue catalogue) {
    return rules.understand(condition(definition), catalogue);
  }

  private static Condition whole(Condition condition, List<String> required) {
    List<Condition> all = new ArrayList<>();
    required.forEach(field -> all.add(new Asks(field, Operator.KNOWN, List.of())));
    all.add(condition);
    return new Condition.All(all);
  }
}
