package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a lead.
 *
 * @param kind a touch, a stage entered, an edit, a note, a task, a message or a deal
 * @param subject the scene of a touch, the word of a stage, the source of an edit; of the others
 *     what became of them
 * @param detail keyword, plan, reason, pages of a visit … by name
 * @param leadId the lead it happened to, where it is one
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
    @Nullable String actor,
    @Nullable UUID leadId) {

  /** As PostgreSQL orders them: ids byte by byte. */
  static final Comparator<TimelineItem> NEWEST_FIRST =
      Comparator.comparing(TimelineItem::at).thenComparing(item -> item.id().toString()).reversed();

  /** What a timeline may be narrowed to. */
  public enum Kind {
    TOUCH,
    STAGE,
    EDIT,
    NOTE,
    TASK,
    MESSAGE,
    DEAL;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Of another module, which has no channel, campaign or content to tell. */
  public static TimelineItem of(
      Kind kind,
      UUID id,
      Instant at,
      String subject,
      Map<String, Object> detail,
      @Nullable String actor,
      @Nullable UUID leadId) {
    return new TimelineItem(id, at, kind.word(), subject, null, null, null, detail, actor, leadId);
  }
}
