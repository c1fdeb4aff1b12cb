package io.leadwell.demo.tencent;

import io.leadwell.demo.tencent.StandIn.Call;
import io.leadwell.demo.tencent.StandIn.Refusal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A corp of WeCom: its people, its contacts, its codes, and what it has been asked to say. */
public final class StandInCorp {

  public static final String CORP_ID = "ww8d2f6c1e90ab35c7";
  public static final String SECRET = "k3V9qX-72bLmT_0dRzEw5sYhCfUaPnGj81Ni46oBt";

  /** Somebody who works there. */
  public record User(String id, String name, String email, String mobile) {}

  /** The bond of a contact with a user. */
  public record Bond(
      String user,
      long since,
      @Nullable String state,
      int addWay,
      @Nullable String remark,
      @Nullable String corp,
      List<String> mobiles,
      List<String> tags) {}

  /** Somebody outside. */
  public record Contact(
      String id, String name, @Nullable String unionId, Map<String, Bond> bonds) {}

  /** A welcome that was said. */
  public record Said(String code, JsonNode message) {}

  private static final String CONTACTS = "/cgi-bin/externalcontact/";

  private final URI address;
  private final StandInCodes codes;
  private final Map<String, User> users = new ConcurrentHashMap<>();
  private final Map<String, Contact> contacts = new ConcurrentHashMap<>();
  private final Map<String, Boolean> welcomeCodes = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Said> said = new ConcurrentLinkedQueue<>();
  private volatile boolean callable = true;
  private volatile @Nullable String allowedIp;

  StandInCorp(URI address) {
    this.address = address;
    this.codes = new StandInCodes(address);
  }

  void reset() {
    users.clear();
    contacts.clear();
    codes.reset();
    welcomeCodes.clear();
    said.clear();
    callable = true;
    allowedIp = null;
  }

  public void hire(User user) {
    users.put(user.id(), user);
  }

  /** Whether the app stands among those that may call customer contact. */
  public void callable(boolean may) {
    callable = may;
  }

  /** Only this address may call; null for everybody. */
  public void allowOnly(@Nullable String ip) {
    allowedIp = ip;
  }

  public List<Said> said() {
    return List.copyOf(said);
  }

  public Map<String, Map<String, Object>> ways() {
    return codes.ways();
  }

  public Map<String, Map<String, Object>> links() {
    return codes.links();
  }

  public @Nullable Contact contact(String id) {
    return contacts.get(id);
  }

  /** A contact is there, as if somebody had been added. */
  public void meet(String id, String name, @Nullable String unionId, Bond bond) {
    contacts.compute(
        id,
        (_, known) -> {
          Map<String, Bond> bonds =
              known == null ? new LinkedHashMap<>() : new LinkedHashMap<>(known.bonds());
          bonds.put(bond.user(), bond);
          return new Contact(id, name, unionId, bonds);
        });
  }

  public void part(String id, String user) {
    contacts.computeIfPresent(
        id,
        (_, known) -> {
          Map<String, Bond> bonds = new LinkedHashMap<>(known.bonds());
          bonds.remove(user);
          return bonds.isEmpty() ? null : new Contact(id, known.name(), known.unionId(), bonds);
        });
  }

  /** A code that was made before this began. */
  public void keep(String id, boolean link, String state) {
    codes.keep(id, link, state);
  }

  /** A code that may be used once to say the first words. */
  public String welcomeCode() {
    String code = "WC" + UUID.randomUUID().toString().replace("-", "");
    welcomeCodes.put(code, false);
    return code;
  }

  String admit(String corpId, String secret) {
    if (!corpId.equals(CORP_ID)) {
      throw new Refusal(40013, "invalid corpid");
    }
    if (!secret.equals(SECRET)) {
      throw new Refusal(40001, "invalid credential, hint: [1764]");
    }
    return "corp";
  }

  Map<String, Object> answer(Call call) {
    if (allowedIp != null) {
      throw new Refusal(60020, "not allow to access from your ip, from ip: 203.0.113.9, more info");
    }
    if (!callable && call.path().startsWith(CONTACTS)) {
      throw new Refusal(48002, "api forbidden");
    }
    return switch (call.path()) {
      case CONTACTS + "get" -> contact(call);
      case CONTACTS + "get_follow_user_list" ->
          Map.of("follow_user", users.keySet().stream().sorted().toList());
      case CONTACTS + "batch/get_by_user" -> pairs(call);
      case CONTACTS + "send_welcome_msg" -> say(call);
      case "/cgi-bin/user/get" ->
          Map.of("name", user(call.query().getOrDefault("userid", "")).name());
      case "/cgi-bin/user/getuserid" ->
          Map.of("userid", find(user -> user.mobile().equals(call.text("mobile"))));
      case "/cgi-bin/user/get_userid_by_email" ->
          Map.of("userid", find(user -> user.email().equals(call.text("email"))));
      case "/cgi-bin/media/uploadimg" -> Map.of("url", address + "/pic/" + UUID.randomUUID());
      case "/cgi-bin/media/upload" -> Map.of("media_id", "MEDIA" + UUID.randomUUID());
      default -> codes.answer(call, id -> user(id));
    };
  }

  private Map<String, Object> contact(Call call) {
    Contact contact = contacts.get(call.query().getOrDefault("external_userid", ""));
    if (contact == null) {
      throw new Refusal(84061, "not external contact");
    }
    Map<String, Object> outside = new LinkedHashMap<>();
    outside.put("external_userid", contact.id());
    outside.put("name", contact.name());
    outside.put("type", 1);
    if (contact.unionId() != null) {
      outside.put("unionid", contact.unionId());
    }
    List<Map<String, Object>> follows = new ArrayList<>();
    contact.bonds().values().forEach(bond -> follows.add(told(bond)));
    // A page is small here, so that the cursor is used.
    int size = 2;
    int from = Integer.parseInt(call.query().getOrDefault("cursor", "0"));
    int to = Math.min(follows.size(), from + size);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("external_contact", outside);
    answer.put("follow_user", follows.subList(from, to));
    if (to < follows.size()) {
      answer.put("next_cursor", String.valueOf(to));
    }
    return answer;
  }

  private static Map<String, Object> told(Bond bond) {
    Map<String, Object> follow = new LinkedHashMap<>();
    follow.put("userid", bond.user());
    follow.put("createtime", bond.since());
    follow.put("add_way", bond.addWay());
    follow.put("remark", Objects.requireNonNullElse(bond.remark(), ""));
    follow.put("remark_corp_name", Objects.requireNonNullElse(bond.corp(), ""));
    follow.put("remark_mobiles", bond.mobiles());
    follow.put("tags", bond.tags().stream().map(tag -> Map.of("tag_name", tag)).toList());
    if (bond.state() != null) {
      follow.put("state", bond.state());
    }
    return follow;
  }

  private Map<String, Object> pairs(Call call) {
    List<Map<String, Object>> pairs = new ArrayList<>();
    for (JsonNode user : call.body().path("userid_list")) {
      for (Contact contact : contacts.values()) {
        Bond bond = contact.bonds().get(user.asString(""));
        if (bond != null) {
          pairs.add(
              Map.of(
                  "external_contact", Map.of("external_userid", contact.id()),
                  "follow_info", told(bond)));
        }
      }
    }
    return Map.of("external_contact_list", pairs, "next_cursor", "");
  }

  private Map<String, Object> say(Call call) {
    String code = call.text("welcome_code");
    if (!welcomeCodes.replace(code, false, true)) {
      throw new Refusal(41050, "invalid welcome code");
    }
    said.add(new Said(code, call.body()));
    return Map.of();
  }

  private User user(String id) {
    User user = users.get(id);
    if (user == null) {
      throw new Refusal(60111, "userid not found");
    }
    return user;
  }

  private String find(Predicate<User> wanted) {
    return users.values().stream()
        .filter(wanted)
        .findFirst()
        .map(User::id)
        .orElseThrow(() -> new Refusal(46004, "user not exist"));
  }
}
