package io.leadwell.acquire.capture;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a form stands in.
 *
 * @param contentId the content it opens; null where it stands by itself
 * @param eventId the event it registers for
 * @param content what the lead's content says: the title of either
 * @param channelId where neither the visit nor the form knows one; campaign likewise
 */
public record FormContext(
    @Nullable String contentId,
    @Nullable String eventId,
    @Nullable String content,
    @Nullable UUID channelId,
    @Nullable UUID campaignId) {

  public static final FormContext NONE = new FormContext(null, null, null);

  public FormContext(
      @Nullable String contentId, @Nullable String eventId, @Nullable String content) {
    this(contentId, eventId, content, null, null);
  }

  boolean isNone() {
    return contentId == null && eventId == null && content == null;
  }
}
