package io.leadwell.connect.wecom;

import io.leadwell.base.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first words to somebody: a text, and up to nine things below it. */
public record WelcomeMessage(String text, List<Attachment> attachments) {

  static final int MOST_ATTACHMENTS = 9;
  static final int TEXT_BYTES = 4000;
  private static final int LINK_TITLE_BYTES = 128;
  private static final int LINK_TEXT_BYTES = 512;
  private static final int MINI_TITLE_BYTES = 64;
  private static final int ADDRESS_BYTES = 2048;
  private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"]+");
  private static final Pattern APP_ID = Pattern.compile("wx[0-9a-f]{16}");

  public enum Type {
    IMAGE,
    LINK,
    MINIPROGRAM
  }

  /** What each needs: an image its picture, a link title and address, a mini-program all of it. */
  public record Attachment(
      Type type,
      @Nullable String title,
      @Nullable String description,
      @Nullable String address,
      @Nullable String appId,
      @Nullable UUID pictureId) {}

  boolean isEmpty() {
    return text.isBlank() && attachments.isEmpty();
  }

  /** Refuses what Tencent would refuse, before somebody is waiting for it. */
  void check(CodeKind kind) {
    if (bytes(text) > TEXT_BYTES) {
      throw invalid("welcome.text", "wecom.welcomeText", TEXT_BYTES);
    }
    if (attachments.size() > MOST_ATTACHMENTS) {
      throw invalid("welcome.attachments", "wecom.welcomeAttachments", MOST_ATTACHMENTS);
    }
    if (kind == CodeKind.FOLLOW && !attachments.isEmpty()) {
      throw invalid("welcome.attachments", "wecom.welcomeTextOnly");
    }
    attachments.forEach(WelcomeMessage::check);
  }

  private static void check(Attachment one) {
    switch (one.type()) {
      case IMAGE -> need(one.pictureId() != null, "wecom.welcomePicture");
      case LINK -> {
        need(within(one.title(), 1, LINK_TITLE_BYTES), "wecom.welcomeTitle", LINK_TITLE_BYTES);
        need(within(one.description(), 0, LINK_TEXT_BYTES), "wecom.welcomeLine", LINK_TEXT_BYTES);
        need(
            within(one.address(), 1, ADDRESS_BYTES)
                && WEB.matcher(orEmpty(one.address())).matches(),
            "wecom.welcomeAddress");
      }
      case MINIPROGRAM -> {
        need(within(one.title(), 1, MINI_TITLE_BYTES), "wecom.welcomeTitle", MINI_TITLE_BYTES);
        need(APP_ID.matcher(orEmpty(one.appId())).matches(), "wecom.appIdForm");
        need(within(one.address(), 1, ADDRESS_BYTES), "wecom.welcomePage");
        need(one.pictureId() != null, "wecom.welcomePicture");
      }
    }
  }

  private static void need(boolean right, String text, Object... arguments) {
    if (!right) {
      throw invalid("welcome.attachments", text, arguments);
    }
  }

  private static boolean within(@Nullable String text, int fewest, int most) {
    int bytes = bytes(orEmpty(text).strip());
    return bytes >= fewest && bytes <= most;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Problem invalid(String field, String text, Object... arguments) {
    return Problem.field(WecomProblem.CODE_INVALID, field, text, arguments);
  }
}
