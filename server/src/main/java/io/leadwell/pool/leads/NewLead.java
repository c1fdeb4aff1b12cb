package io.leadwell.pool.leads;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead typed by hand. Phone and e-mail as typed; one of name, phone and e-mail is needed.
 *
 * @param custom a house's own fields, as typed, by names such as {@code lead.budget}
 */
public record NewLead(
    @Nullable String name,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String company,
    @Nullable String title,
    @Nullable UUID channelId,
    @Nullable UUID campaignId,
    @Nullable String province,
    @Nullable String city,
    @Nullable String industry,
    @Nullable String note,
    @Nullable Map<String, @Nullable Object> custom) {

  public NewLead(
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String company,
      @Nullable String title,
      @Nullable UUID channelId,
      @Nullable UUID campaignId,
      @Nullable String province,
      @Nullable String city,
      @Nullable String industry,
      @Nullable String note) {
    this(
        name,
        phone,
        email,
        company,
        title,
        channelId,
        campaignId,
        province,
        city,
        industry,
        note,
        null);
  }
}
