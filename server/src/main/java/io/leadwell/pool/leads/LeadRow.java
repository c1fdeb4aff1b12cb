package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead as lists show it.
 *
 * @param key what its source calls it; the only name of a lead that came without one
 * @param phone masked unless the reader may see contacts
 * @param verdict what the duplicate check said as the lead came in; none for somebody new
 * @param grade {@code A1} to {@code D4}; none before it is scored
 * @param route where leads of its grade go
 * @param erased the person asked to be forgotten: nobody, who still counts
 * @param revenueFen what its contracts sum to, in fen
 * @param custom values of a house's own fields of the lead, its person and its company, by names
 *     such as {@code lead.budget}; several choices as a list
 */
public record LeadRow(
    UUID id,
    UUID personId,
    @Nullable String key,
    @Nullable String name,
    @Nullable UUID companyId,
    @Nullable String company,
    @Nullable String title,
    @Nullable String phone,
    @Nullable String email,
    @Nullable UUID channelId,
    @Nullable String channel,
    @Nullable UUID campaignId,
    @Nullable String campaign,
    @Nullable String content,
    @Nullable String sourceClass,
    String stage,
    @Nullable UUID ownerId,
    @Nullable String owner,
    @Nullable UUID sdrId,
    @Nullable String sdr,
    @Nullable String province,
    @Nullable String city,
    @Nullable String industry,
    @Nullable String note,
    Instant firstContactAt,
    Instant lastTouchAt,
    Instant stageSince,
    long revenueFen,
    @Nullable String verdict,
    @Nullable String grade,
    @Nullable String route,
    boolean erased,
    List<TagView> tags,
    Map<String, Object> custom) {

  /** The name, or else the key its source gave it. */
  public @Nullable String calledBy() {
    return name == null ? key : name;
  }

  /** A tag on a person. */
  public record TagView(UUID id, String name, String color) {}
}
