package io.leadwell.acquire.capture;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a form, where, and how they got there.
 *
 * @param url the page's whole address with its parameters; of the page around it, where it stands
 *     in a frame
 * @param visitor the browser, by its cookie {@code lw_v}
 * @param action where the form is sent
 * @param again the same page with every question asked, for somebody else at the same browser
 */
public record FormVisit(
    Way way,
    Locale language,
    @Nullable String url,
    @Nullable String referrer,
    @Nullable UUID visitor,
    @Nullable String ip,
    @Nullable String agent,
    FormContext context,
    String action,
    String again) {

  private static final int ADDRESS = 2_000;

  public FormVisit(
      Way way,
      Locale language,
      @Nullable String url,
      @Nullable String referrer,
      @Nullable UUID visitor,
      @Nullable String ip,
      @Nullable String agent,
      FormContext context,
      String action,
      String again) {
    this.way = way;
    this.language = language;
    this.url = Plain.cut(url, ADDRESS);
    this.referrer = Plain.cut(referrer, ADDRESS);
    this.visitor = visitor;
    this.ip = Plain.cut(ip, 60);
    this.agent = Plain.cut(agent, 400);
    this.context = context;
    this.action = action;
    this.again = again;
  }

  /** What the form carried along from the moment it was shown, where that is more. */
  FormVisit carried(Posted posted) {
    String carriedUrl = posted.orNull(Posted.LANDING);
    return new FormVisit(
        way,
        language,
        carriedUrl == null ? url : carriedUrl,
        carriedUrl == null ? referrer : posted.orNull(Posted.REFERRER),
        way == Way.FRAME ? uuid(posted.orNull(Posted.VISITOR)) : visitor,
        ip,
        agent,
        context,
        action,
        again);
  }

  /** Null when it is none. */
  public static @Nullable UUID uuid(@Nullable String text) {
    if (text == null || text.length() != 36) {
      return null;
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
