package io.leadwell.connect.wecom;

import io.leadwell.connect.wecom.WelcomeMessage.Attachment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands a welcome message to Tencent in the form it wants. */
@Component
class WelcomeCall {

  private final Tencent tencent;
  private final PictureCopies pictures;

  WelcomeCall(Tencent tencent, PictureCopies pictures) {
    this.tencent = tencent;
    this.pictures = pictures;
  }

  void send(Credentials as, WelcomeMessage message, String to, @Nullable String welcomeCode) {
    if (as.kind() == ConnectionKind.OFFICIAL) {
      tencent.post(
          as,
          "/cgi-bin/message/custom/send",
          Map.of("touser", to, "msgtype", "text", "text", Map.of("content", message.text())));
      return;
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("welcome_code", welcomeCode == null ? "" : welcomeCode);
    if (!message.text().isBlank()) {
      body.put("text", Map.of("content", message.text()));
    }
    List<Map<String, Object>> attachments = new ArrayList<>();
    message.attachments().forEach(one -> attachments.add(attachment(as, one)));
    if (!attachments.isEmpty()) {
      body.put("attachments", attachments);
    }
    tencent.post(as, "/cgi-bin/externalcontact/send_welcome_msg", body);
  }

  /** Makes ready what takes time, so that the message itself is one call. */
  void prepare(Credentials as, WelcomeMessage message) {
    message.attachments().forEach(one -> attachment(as, one));
  }

  private Map<String, Object> attachment(Credentials as, Attachment one) {
    Map<String, Object> inner = new LinkedHashMap<>();
    switch (one.type()) {
      case IMAGE -> put(inner, "pic_url", pictureUrl(as, one));
      case LINK -> {
        put(inner, "title", one.title());
        put(inner, "desc", one.description());
        put(inner, "url", one.address());
        put(inner, "picurl", pictureUrl(as, one));
      }
      case MINIPROGRAM -> {
        put(inner, "title", one.title());
        put(inner, "appid", one.appId());
        put(inner, "page", one.address());
        if (one.pictureId() != null) {
          put(inner, "pic_media_id", pictures.mediaId(as, one.pictureId()));
        }
      }
    }
    String type = one.type().name().toLowerCase(Locale.ROOT);
    return Map.of("msgtype", type, type, inner);
  }

  private @Nullable String pictureUrl(Credentials as, Attachment one) {
    return one.pictureId() == null ? null : pictures.url(as, one.pictureId());
  }

  private static void put(Map<String, Object> inner, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      inner.put(name, value);
    }
  }
}
