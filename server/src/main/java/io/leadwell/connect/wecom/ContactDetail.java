package io.leadwell.connect.wecom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What WeCom knows of a contact now, and of the bond with each colleague. */
record ContactDetail(
    String externalId,
    @Nullable String name,
    int kind,
    @Nullable String title,
    @Nullable String corpName,
    @Nullable String avatar,
    @Nullable String unionId,
    List<Bond> bonds) {

  /** The side of one colleague. */
  record Bond(
      String userId,
      @Nullable Instant since,
      @Nullable String state,
      int addWay,
      @Nullable String remark,
      @Nullable String description,
      @Nullable String corp,
      List<String> mobiles,
      List<String> tags) {}

  private static final int LONG = 200;
  private static final int TAG = 40;

  /** The first page of an answer; more bonds are on the following ones. */
  static ContactDetail of(JsonNode answer) {
    JsonNode contact = answer.path("external_contact");
    String full = text(contact, "corp_full_name", LONG);
    return new ContactDetail(
        contact.path("external_userid").asString(""),
        text(contact, "name", LONG),
        contact.path("type").asInt(0),
        text(contact, "position", LONG),
        full == null ? text(contact, "corp_name", LONG) : full,
        text(contact, "avatar", 1000),
        text(contact, "unionid", LONG),
        bonds(answer));
  }

  ContactDetail with(List<Bond> more) {
    List<Bond> all = new ArrayList<>(bonds);
    all.addAll(more);
    return new ContactDetail(
        externalId, name, kind, title, corpName, avatar, unionId, List.copyOf(all));
  }

  static List<Bond> bonds(JsonNode answer) {
    List<Bond> bonds = new ArrayList<>();
    for (JsonNode follow : answer.path("follow_user")) {
      String user = follow.path("userid").asString("");
      if (!user.isEmpty() && user.length() <= LONG) {
        bonds.add(bond(user, follow));
      }
    }
    return bonds;
  }

  private static Bond bond(String user, JsonNode follow) {
    List<String> mobiles = new ArrayList<>();
    follow.path("remark_mobiles").forEach(mobile -> mobiles.add(mobile.asString("")));
    List<String> tags = new ArrayList<>();
    for (JsonNode tag : follow.path("tags")) {
      String name = text(tag, "tag_name", TAG);
      if (name != null && !tags.contains(name)) {
        tags.add(name);
      }
    }
    long created = follow.path("createtime").asLong(0);
    return new Bond(
        user,
        created > 0 ? Instant.ofEpochSecond(created) : null,
        text(follow, "state", LONG),
        follow.path("add_way").asInt(0),
        text(follow, "remark", LONG),
        text(follow, "description", 1000),
        text(follow, "remark_corp_name", LONG),
        mobiles.stream().filter(mobile -> !mobile.isBlank()).limit(20).toList(),
        tags.stream().limit(100).toList());
  }

  private static @Nullable String text(JsonNode node, String field, int longest) {
    String text = node.path(field).asString("").strip().replace("\0", "");
    return text.isEmpty() ? null : text.substring(0, Math.min(longest, text.length()));
  }
}
