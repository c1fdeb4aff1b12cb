package io.leadwell.nurture.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, as plain text: the HTML of it is made here, so nothing that somebody typed is
 * ever markup.
 *
 * @param link where the one button leads; http or https
 */
public record MailText(
    String subject, List<String> paragraphs, @Nullable String link, @Nullable String linkLabel) {

  public MailText {
    paragraphs = List.copyOf(paragraphs);
  }
}
