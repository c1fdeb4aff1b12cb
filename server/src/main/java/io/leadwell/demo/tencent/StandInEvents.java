package io.leadwell.demo.tencent;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of callbacks, before they are encrypted. */
public final class StandInEvents {

  private StandInEvents() {}

  /** Of {@code change_external_contact}. */
  public static String contact(
      String change,
      String externalId,
      String user,
      Instant at,
      @Nullable String state,
      @Nullable String welcomeCode) {
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    fields.put("ToUserName", StandInCorp.CORP_ID);
    fields.put("FromUserName", "sys");
    fields.put("CreateTime", String.valueOf(at.getEpochSecond()));
    fields.put("MsgType", "event");
    fields.put("Event", "change_external_contact");
    fields.put("ChangeType", change);
    fields.put("UserID", user);
    fields.put("ExternalUserID", externalId);
    fields.put("State", state);
    fields.put("WelcomeCode", welcomeCode);
    return xml(fields);
  }

  /** Of a follower of an official account. */
  public static String follower(String event, String openId, Instant at, @Nullable String key) {
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    fields.put("ToUserName", "gh_0a1b2c3d4e5f");
    fields.put("FromUserName", openId);
    fields.put("CreateTime", String.valueOf(at.getEpochSecond()));
    fields.put("MsgType", "event");
    fields.put("Event", event);
    fields.put("EventKey", key);
    return xml(fields);
  }

  public static String message(String openId, Instant at, String text, long id) {
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    fields.put("ToUserName", "gh_0a1b2c3d4e5f");
    fields.put("FromUserName", openId);
    fields.put("CreateTime", String.valueOf(at.getEpochSecond()));
    fields.put("MsgType", "text");
    fields.put("Content", text);
    fields.put("MsgId", String.valueOf(id));
    return xml(fields);
  }

  public static String xml(Map<String, @Nullable String> fields) {
    StringBuilder xml = new StringBuilder("<xml>");
    fields.forEach((name, value) -> {
      if (value != null) {
        xml.append('<').append(name).append("><![CDATA[");
        xml.append(value.replace("]]>", "]]]]><![CDATA[>"));
        xml.append("]]></").append(name).append('>');
      }
    });
    return xml.append("</xml>").toString();
  }
}
