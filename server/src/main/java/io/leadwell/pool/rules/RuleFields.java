package io.leadwell.pool.rules;

import java.util.List;

/** The fields that one module lets rules ask about; each module that has some offers them. */
public interface RuleFields {

  /** Of leads; they may be others tomorrow. */
  default List<RuleField> ofLeads() {
    return List.of();
  }

  /** Of deeds. */
  default List<RuleField> ofDeeds() {
    return List.of();
  }
}
