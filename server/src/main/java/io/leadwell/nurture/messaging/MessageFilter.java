package io.leadwell.nurture.messaging;

import org.jspecify.annotations.Nullable;

/**
 * Which messages; null is no limit.
 *
 * @param clicked their reader followed the link in it, or had one and did not
 */
public record MessageFilter(
    Message.@Nullable State state, @Nullable String purpose, @Nullable Boolean clicked) {

  public static final MessageFilter ALL = new MessageFilter(null, null, null);
}
