package io.leadwell.acquire.content;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the reader is asked to do next: follow a link, or fill a form.
 *
 * @param text the words on the button; null is no call
 */
public record CallToAction(@Nullable String text, @Nullable String link, @Nullable UUID formId) {

  public static final CallToAction NONE = new CallToAction(null, null, null);
}
