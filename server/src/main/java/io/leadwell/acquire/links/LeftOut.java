package io.leadwell.acquire.links;

import java.util.Locale;

/** Why somebody who was chosen gets no link. */
public enum LeftOut {
  NO_PHONE,
  /** A switchboard takes no SMS. */
  NOT_MOBILE,
  NO_EMAIL,
  /** They have told us that they want none, or nobody may contact the address. */
  UNSUBSCRIBED,
  /** They never agreed, and such messages need a yes. */
  NO_CONSENT,
  /** Somebody else on the list has the same phone or mailbox, and one message is enough. */
  SAME_ADDRESS;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static LeftOut of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
