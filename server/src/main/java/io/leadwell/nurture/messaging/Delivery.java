package io.leadwell.nurture.messaging;

import io.leadwell.pool.consent.Refusal;
import org.jspecify.annotations.Nullable;

/** How handing over a mail ended. */
sealed interface Delivery {

  /** The other server has taken it. */
  record Accepted(@Nullable String answer) implements Delivery {}

  /** Not taken, and may be taken later. */
  record Later(Trouble trouble, @Nullable String answer) implements Delivery {}

  /** Not taken, and won't be. */
  record Refused(Trouble trouble, @Nullable String answer) implements Delivery {}

  /** All of it was handed over, and no answer came. */
  record Unknown(@Nullable String answer) implements Delivery {}

  /** The reader wants it no more: nothing was handed over. */
  record Unwanted(Refusal refusal) implements Delivery {}
}
