package io.leadwell.acquire.events;

import io.leadwell.nurture.messaging.Mailed;
import io.leadwell.nurture.messaging.Message;
import java.util.Locale;

/** What became of a mail about an event. */
public enum MailOutcome {
  WAITING,
  SENT,
  /** Refused, of unknown end, or too late to be of use. */
  NOT_SENT,
  /** Sent with a link that knows its reader. */
  LINKED,
  CLICKED,
  /** Sent with such a link, and not followed as far as can be told. */
  UNCLICKED;

  public static MailOutcome of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  boolean is(Mailed mail) {
    boolean clicked = mail.clickedAt() != null;
    boolean waiting = mail.state() == Message.State.QUEUED || mail.state() == Message.State.SENDING;
    boolean sent = mail.state() == Message.State.SENT;
    return switch (this) {
      case WAITING -> waiting;
      case SENT -> sent;
      case NOT_SENT -> !waiting && !sent;
      // one of unknown end that was followed has arrived after all
      case LINKED -> mail.linked() && (sent || clicked);
      case CLICKED -> clicked;
      case UNCLICKED -> mail.linked() && sent && !clicked;
    };
  }
}
