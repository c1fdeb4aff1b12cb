package io.leadwell.pool.rules;

import io.leadwell.base.platform.Problem;
import io.leadwell.kernel.rules.Condition;
import io.leadwell.kernel.rules.Condition.Asks;
import io.leadwell.kernel.rules.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conditions as they are stored and sent: {@code {"all": […]}}, {@code {"any": […]}}, {@code
 * {"not": …}}, {@code {"field": "person.title", "is": "contains", "values": ["总监"]}}, {@code
 * {"did": [asks…], "least": 2, "most": null, "days": 30}}.
 */
final class ConditionJson {

  /** Beyond what any rule may be: nobody is to make us read for ever. */
  private static final int DEEPEST = 20;

  private ConditionJson() {}

  static Condition read(JsonNode node) {
    return read(node, 1);
  }

  private static Condition read(JsonNode node, int depth) {
    if (!node.isObject() || depth > DEEPEST) {
      throw refused();
    }
    if (node.has("all")) {
      return new Condition.All(several(node.get("all"), depth));
    }
    if (node.has("any")) {
      return new Condition.Any(several(node.get("any"), depth));
    }
    if (node.has("not")) {
      return new Condition.Not(read(node.get("not"), depth + 1));
    }
    if (node.has("did")) {
      return did(node);
    }
    return asks(node);
  }

  private static List<Condition> several(JsonNode nodes, int depth) {
    if (!nodes.isArray()) {
      throw refused();
    }
    List<Condition> all = new ArrayList<>();
    nodes.forEach(node -> all.add(read(node, depth + 1)));
    return all;
  }

  private static Condition.Did did(JsonNode node) {
    if (!node.get("did").isArray()) {
      throw refused();
    }
    List<Asks> where = new ArrayList<>();
    node.get("did").forEach(each -> where.add(asks(each)));
    Integer least = whole(node.get("least"));
    return new Condition.Did(
        where, least == null ? 0 : least, whole(node.get("most")), whole(node.get("days")));
  }

  private static @Nullable Integer whole(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isInt()) {
      throw refused();
    }
    return node.intValue();
  }

  private static Asks asks(JsonNode node) {
    JsonNode field = node.get("field");
    JsonNode is = node.get("is");
    JsonNode values = node.get("values");
    if (field == null || !field.isString() || is == null || !is.isString()) {
      throw refused();
    }
    List<String> told = new ArrayList<>();
    if (values != null && values.isArray()) {
      values.forEach(value -> {
        if (!value.isValueNode() || value.isNull()) {
          throw refused();
        }
        told.add(value.asString());
      });
    }
    return new Asks(
        field.stringValue(),
        Operator.of(is.stringValue()).orElseThrow(ConditionJson::refused),
        told);
  }

  static JsonNode write(Condition condition, JsonMapper json) {
    ObjectNode node = json.createObjectNode();
    switch (condition) {
      case Condition.All all -> node.set("all", several(all.of(), json));
      case Condition.Any any -> node.set("any", several(any.of(), json));
      case Condition.Not not -> node.set("not", write(not.of(), json));
      case Asks asks -> {
        node.put("field", asks.field()).put("is", asks.operator().word());
        asks.values().forEach(node.putArray("values")::add);
      }
      case Condition.Did did -> {
        node.set("did", several(did.where(), json));
        node.put("least", did.least()).put("most", did.most()).put("days", did.days());
      }
    }
    return node;
  }

  private static ArrayNode several(List<? extends Condition> of, JsonMapper json) {
    ArrayNode nodes = json.createArrayNode();
    of.forEach(each -> nodes.add(write(each, json)));
    return nodes;
  }

  private static Problem refused() {
    return Problem.field(RulesProblem.RULE_INVALID, "rule", "rules.unreadable");
  }
}
