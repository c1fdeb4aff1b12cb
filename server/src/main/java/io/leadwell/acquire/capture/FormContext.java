package io.leadwell.acquire.capture;

import org.jspecify.annotations.Nullable;

/**
 * What a form stands in.
 *
 * @param contentId the content it opens; null where it stands by itself
 * @param eventId the event it registers for
 * @param content what the lead's content says: the title of either
 */
public record FormContext(
    @Nullable String contentId, @Nullable String eventId, @Nullable String content) {

  public static final FormContext NONE = new FormContext(null, null, null);

  boolean isNone() {
    return contentId == null && eventId == null && content == null;
  }
}
