package io.leadwell.pool.scoring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A model as people write it and as it is stored.
 *
 * @param halfLifeDays after so many days a deed is worth half
 * @param fitFrom the least fit for A, B, C
 * @param engagementFrom the least engagement for 1, 2, 3
 * @param routes where leads of a grade go; grades that are missing go nowhere in particular
 */
public record ModelDefinition(
    int halfLifeDays,
    List<FitPart> fit,
    List<EngagementPart> engagement,
    List<Integer> fitFrom,
    List<Integer> engagementFrom,
    Map<String, String> routes) {

  /**
   * @param key names the rule within the model, for ever
   * @param group what it looks at: region, city, industry, size, title, interest, completeness …
   * @param zh what it is called; one of the two languages suffices
   * @param when a condition as rules write them
   */
  public record FitPart(
      String key,
      String group,
      @Nullable String zh,
      @Nullable String en,
      JsonNode when,
      int points) {}

  /**
   * @param where what is asked of a deed, all of it
   * @param most so many of the latest count
   */
  public record EngagementPart(
      String key, @Nullable String zh, @Nullable String en, JsonNode where, int points, int most) {}
}
