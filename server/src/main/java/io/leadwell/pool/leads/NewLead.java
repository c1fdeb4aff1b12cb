package io.leadwell.pool.leads;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lead typed by hand. Phone and e-mail as typed; one of name, phone and e-mail is needed. */
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
    @Nullable String note) {}
