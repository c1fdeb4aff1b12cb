package io.leadwell.kernel.grading;

import io.leadwell.kernel.rules.Rule;

/**
 * Points for each deed of a kind.
 *
 * @param key names the rule within its model
 * @param deed holds for facts that have one such deed
 * @param points when it happens; they halve with every half-life of the model
 * @param most so many of the latest count
 */
public record EngagementRule(String key, Rule.Deeds deed, int points, int most) {

  public EngagementRule {
    if (most < 1) {
      throw new IllegalArgumentException("A rule counts one deed at least");
    }
  }
}
