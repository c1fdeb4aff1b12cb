package io.leadwell.connect.wecom.web;

import io.leadwell.connect.wecom.WelcomeMessage;
import io.leadwell.connect.wecom.WelcomeMessage.Attachment;
import io.leadwell.connect.wecom.WelcomeMessage.Type;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A welcome message as the API spells it. */
final class WelcomeWords {

  record AttachmentView(
      String type,
      @Nullable String title,
      @Nullable String description,
      @Nullable String address,
      @Nullable String appId,
      @Nullable UUID pictureId) {}

  record WelcomeView(String text, List<AttachmentView> attachments) {}

  private WelcomeWords() {}

  static WelcomeMessage read(Body body) {
    return new WelcomeMessage(
        body.textOrEmpty("text"),
        body.bodies("attachments").stream()
            .map(one ->
                new Attachment(
                    one.word("type", word -> Type.valueOf(word.toUpperCase(Locale.ROOT))),
                    one.text("title"),
                    one.text("description"),
                    one.text("address"),
                    one.text("appId"),
                    one.id("pictureId")))
            .toList());
  }

  static WelcomeView view(WelcomeMessage message) {
    return new WelcomeView(
        message.text(),
        message.attachments().stream()
            .map(one ->
                new AttachmentView(
                    one.type().name().toLowerCase(Locale.ROOT),
                    one.title(),
                    one.description(),
                    one.address(),
                    one.appId(),
                    one.pictureId()))
            .toList());
  }
}
