package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a lead.
 *
 * @param kind a touch, a stage entered, or an edit
 * @param subject the scene of a touch, the word of a stage, the source of an edit
 * @param detail keyword, plan, reason, pages of a visit … by name
 */
public record TimelineItem(
    UUID id,
    Instant at,
    String kind,
    String subject,
    @Nullable String channel,
    @Nullable String campaign,
    @Nullable String content,
    Map<String, Object> detail,
    @Nullable String actor) {

  /** What a timeline may be narrowed to. */
  public enum Kind {
    TOUCH,
    STAGE,
    EDIT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
