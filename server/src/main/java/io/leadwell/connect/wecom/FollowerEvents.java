package io.leadwell.connect.wecom;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.base.platform.Database;
import io.leadwell.connect.wecom.FollowerStore.Kept;
import io.leadwell.pool.leads.CameFrom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What an official account tells of its followers. */
@Component
class FollowerEvents {

  private static final String BEFORE_SCENE = "qrscene_";
  private static final int PATIENCE = 4;
  private static final int WHAT_LENGTH = 200;

  private final ConnectionStore connections;
  private final FollowerStore followers;
  private final FollowerArrivals pool;
  private final CodeStore codes;
  private final Campaigns campaigns;
  private final Tencent tencent;
  private final Database database;
  private final Clock clock;

  FollowerEvents(
      ConnectionStore connections,
      FollowerStore followers,
      FollowerArrivals pool,
      CodeStore codes,
      Campaigns campaigns,
      Tencent tencent,
      Database database,
      Clock clock) {
    this.connections = connections;
    this.followers = followers;
    this.pool = pool;
    this.codes = codes;
    this.campaigns = campaigns;
    this.tencent = tencent;
    this.database = database;
    this.clock = clock;
  }

  /** What was done, by which interaction if by one, and the state of the code if by one. */
  private record Deed(
      String move,
      @Nullable Interaction interaction,
      @Nullable String what,
      @Nullable String state) {}

  private record Info(@Nullable String unionId, @Nullable String scene, @Nullable String remark) {}

  Optional<Runnable> understand(Incoming incoming, EventText fields) {
    String openId = fields.get("FromUserName");
    Deed deed = deed(incoming.event(), fields);
    if (openId == null || deed == null) {
      return Optional.empty();
    }
    Connection connection = connections.find(incoming.connectionId()).orElseThrow();
    boolean known = followers.find(connection.appId(), openId).map(Kept::fetched).orElse(false);
    Info info =
        deed.move().equals("follow") || !known && !deed.move().equals("leave")
            ? ask(incoming, openId)
            : null;
    return Optional.of(() -> take(connection, incoming, openId, deed, info));
  }

  private static @Nullable Deed deed(String event, EventText fields) {
    String key = fields.get("EventKey");
    return switch (event) {
      case "subscribe" ->
          new Deed(
              "follow",
              null,
              null,
              key != null && key.startsWith(BEFORE_SCENE)
                  ? key.substring(BEFORE_SCENE.length())
                  : null);
      case "unsubscribe" -> new Deed("leave", null, null, null);
      case "scan" -> new Deed("scan", Interaction.SCAN, null, key);
      case "click", "view", "view_miniprogram" ->
          new Deed("click", Interaction.CLICK, cut(key), null);
      case "message/text" ->
          new Deed("message", Interaction.MESSAGE, cut(fields.get("Content")), null);
      case "message/image",
          "message/voice",
          "message/video",
          "message/shortvideo",
          "message/location",
          "message/link" ->
          new Deed("message", Interaction.MESSAGE, null, null);
      default -> null;
    };
  }

  /** Who this is beyond the open id. An account that may not ask goes without. */
  private @Nullable Info ask(Incoming incoming, String openId) {
    Credentials as = connections.credentials(incoming.connectionId()).orElse(null);
    if (as == null) {
      return null;
    }
    try {
      JsonNode user =
          tencent.get(as, "/cgi-bin/user/info", Map.of("openid", openId, "lang", "zh_CN"));
      return new Info(text(user, "unionid"), text(user, "subscribe_scene"), text(user, "remark"));
    } catch (TencentFailure failure) {
      if (failure.passing() && incoming.attempts() < PATIENCE) {
        throw failure;
      }
      return null;
    }
  }

  private void take(
      Connection connection, Incoming incoming, String openId, Deed deed, @Nullable Info info) {
    database.lock("wecom.follower." + connection.appId() + "." + openId);
    Kept follower =
        followers.follower(
            connection.id(),
            FollowerSource.OFFICIAL,
            connection.appId(),
            openId,
            incoming.happenedAt());
    if (info != null) {
      followers.learn(follower.id(), info.unionId(), info.scene(), info.remark(), clock.instant());
    }
    Code code =
        deed.state() == null ? null : codes.byState(connection.id(), deed.state()).orElse(null);
    if (!followers.move(
        incoming.id(),
        follower.id(),
        deed.move(),
        incoming.happenedAt(),
        deed.what(),
        code == null ? null : code.id())) {
      return;
    }
    followers.fold(follower.id());
    if (deed.move().equals("leave")) {
      return;
    }
    CameFrom from = code == null ? Origins.of(connection) : Origins.of(code, campaigns);
    followers.cameFrom(follower.id(), from.channelId(), from.campaignId());
    pool.tell(
        connection,
        followers.find(connection.appId(), openId).orElseThrow(),
        openId,
        new FollowerArrivals.Done(
            incoming.id(),
            deed.move(),
            deed.interaction(),
            incoming.happenedAt(),
            deed.what(),
            from));
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null ? null : text.substring(0, Math.min(WHAT_LENGTH, text.length()));
  }

  private static @Nullable String text(JsonNode node, String field) {
    String text = node.path(field).asString("").strip();
    return text.isEmpty() ? null : cut(text);
  }
}
