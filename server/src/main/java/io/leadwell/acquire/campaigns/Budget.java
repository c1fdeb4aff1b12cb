package io.leadwell.acquire.campaigns;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be spent in a month on a channel; without a channel, on everything else. */
public record Budget(YearMonth month, @Nullable UUID channelId, long amountFen) {}
