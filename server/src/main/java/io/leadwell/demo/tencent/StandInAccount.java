package io.leadwell.demo.tencent;

import io.leadwell.demo.tencent.StandIn.Call;
import io.leadwell.demo.tencent.StandIn.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** An official account and a mini-program of the same firm. */
public final class StandInAccount {

  public static final String APP_ID = "wx5f3a9c0d7e1b2468";
  public static final String MINI_ID = "wx0b8e4d2f6a1c3579";
  public static final String SECRET = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";

  private record Fan(@Nullable String unionId, @Nullable String scene, boolean follows) {}

  private final Map<String, Fan> fans = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> queries = new ConcurrentLinkedQueue<>();
  private volatile boolean certified = true;

  void reset() {
    fans.clear();
    said.clear();
    queries.clear();
    certified = true;
  }

  /** Whether the account may ask who its followers are. */
  public void certified(boolean is) {
    certified = is;
  }

  public void follow(String openId, @Nullable String unionId, @Nullable String scene) {
    fans.put(openId, new Fan(unionId, scene, true));
  }

  public void unfollow(String openId) {
    fans.computeIfPresent(openId, (_, fan) -> new Fan(fan.unionId(), fan.scene(), false));
  }

  /** What was said to followers. */
  public List<String> said() {
    return List.copyOf(said);
  }

  /** The parameters of the links that were made. */
  public List<String> queries() {
    return List.copyOf(queries);
  }

  String admit(String appId, String secret) {
    if (!appId.equals(APP_ID) && !appId.equals(MINI_ID)) {
      throw new Refusal(40013, "invalid appid");
    }
    if (!secret.equals(SECRET)) {
      throw new Refusal(40125, "invalid appsecret");
    }
    return "account";
  }

  Map<String, Object> answer(Call call) {
    if (!certified && call.path().startsWith("/cgi-bin/user/")) {
      throw new Refusal(48001, "api unauthorized");
    }
    return switch (call.path()) {
      case "/cgi-bin/user/info" -> info(call.query().getOrDefault("openid", ""));
      case "/cgi-bin/user/get" ->
          Map.of("total", fans.values().stream().filter(Fan::follows).count());
      case "/cgi-bin/qrcode/create" -> {
        String scene = call.body().path("action_info").path("scene").path("scene_str").asString("");
        if (scene.isEmpty() || scene.length() > 64) {
          throw new Refusal(40097, "invalid args");
        }
        yield Map.of(
            "ticket", UUID.randomUUID().toString(), "url", "http://weixin.qq.com/q/" + scene);
      }
      case "/cgi-bin/message/custom/send" -> {
        said.add(call.body().path("text").path("content").asString(""));
        yield Map.of();
      }
      case "/wxa/generate_urllink" -> link(call);
      default -> throw new Refusal(40066, "invalid url");
    };
  }

  private Map<String, Object> info(String openId) {
    Fan fan = fans.get(openId);
    if (fan == null) {
      throw new Refusal(40003, "invalid openid");
    }
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("openid", openId);
    info.put("subscribe", fan.follows() ? 1 : 0);
    if (fan.unionId() != null) {
      info.put("unionid", fan.unionId());
    }
    if (fan.scene() != null) {
      info.put("subscribe_scene", fan.scene());
    }
    return info;
  }

  private Map<String, Object> link(Call call) {
    if (call.text("path").contains("?")) {
      throw new Refusal(40165, "invalid weapp pagepath");
    }
    if (call.text("query").length() > 1024) {
      throw new Refusal(40212, "invalid query");
    }
    queries.add(call.text("query"));
    return Map.of("url_link", "https://wxaurl.cn/" + UUID.randomUUID().toString().substring(0, 10));
  }
}
