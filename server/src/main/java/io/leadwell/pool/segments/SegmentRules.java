package io.leadwell.pool.segments;

import io.leadwell.base.platform.Problem;
import io.leadwell.kernel.rules.Condition;
import io.leadwell.kernel.rules.Operator;
import io.leadwell.kernel.rules.Rule;
import io.leadwell.pool.rules.Catalogue;
import io.leadwell.pool.rules.Rules;
import io.leadwell.tables.segments.tables.records.SegmentRow;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The rules of segments, as they are written, kept and understood. */
@Component
class SegmentRules {

  private final Rules rules;
  private final SegmentStore store;

  SegmentRules(Rules rules, SegmentStore store) {
    this.rules = rules;
    this.store = store;
  }

  /** As it will be kept, when it can be understood. */
  String checked(JsonNode written) {
    Condition condition = rules.read(written);
    understand(condition);
    return rules.write(condition).toString();
  }

  Rule understand(Condition condition) {
    Set<String> dynamic =
        store.dynamic().stream().map(each -> each.getId().toString()).collect(Collectors.toSet());
    if (asked(condition).stream().anyMatch(dynamic::contains)) {
      // One rule of rules that wait for each other would never come to rest.
      throw Problem.field(
          SegmentsProblem.SEGMENT_INVALID,
          SegmentRuleFields.SEGMENT_FIELD,
          "segments.dynamicInDynamic");
    }
    return rules.understand(condition);
  }

  Rule of(SegmentRow segment) {
    return of(segment, rules.catalogue());
  }

  Rule of(SegmentRow segment, Catalogue catalogue) {
    return rules.understand(
        rules.read(Objects.requireNonNull(segment.getRule()).data()), catalogue);
  }

  /** The segments that a condition asks for. */
  private static Set<String> asked(Condition condition) {
    Set<String> segments = new HashSet<>();
    switch (condition) {
      case Condition.All all -> all.of().forEach(each -> segments.addAll(asked(each)));
      case Condition.Any any -> any.of().forEach(each -> segments.addAll(asked(each)));
      case Condition.Not not -> segments.addAll(asked(not.of()));
      case Condition.Did _ -> {
        // Deeds know no segments.
      }
      case Condition.Asks asks -> {
        if (asks.field().equals(SegmentRuleFields.SEGMENT_FIELD)) {
          segments.addAll(asks.values());
        }
      }
    }
    return segments;
  }

  static Condition inSegment(UUID segment) {
    return new Condition.Asks(
        SegmentRuleFields.SEGMENT_FIELD, Operator.IS, List.of(segment.toString()));
  }
}
