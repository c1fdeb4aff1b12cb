package io.leadwell.acquire.campaigns;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Landings of this kind belong to a channel.
 *
 * @param pattern the {@code utm_source}, with {@code *} for anything; the name of a click id's
 *     parameter; or a host, which stands for those below it as well ({@code google.*} for any
 *     country). Empty where nothing is asked
 * @param medium the {@code utm_medium}, with {@code *} for anything; empty for any
 * @param channelId null only for what is ignored
 */
public record SourceRule(
    UUID id, SourceKind kind, String pattern, String medium, @Nullable UUID channelId) {

  SourceRuleDraft draft() {
    return new SourceRuleDraft(kind, pattern, medium);
  }
}
