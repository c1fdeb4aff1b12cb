package io.leadwell.acquire.links;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a link stands: what its visitors will be said to come from. */
public record Placement(
    @Nullable UUID channelId,
    @Nullable UUID campaignId,
    @Nullable String content,
    @Nullable String plan,
    @Nullable String unit,
    @Nullable String keyword) {

  public static final Placement NOWHERE = new Placement(null, null, null, null, null, null);
}
