package io.leadwell.connect.wecom;

import io.leadwell.connect.wecom.FollowerStore.Kept;
import io.leadwell.pool.leads.Arrival;
import io.leadwell.pool.leads.Arrivals;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.CameFrom;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import io.leadwell.pool.leads.Identity;
import io.leadwell.pool.leads.NewTouch;
import io.leadwell.pool.leads.Observation.TouchSeen;
import io.leadwell.pool.leads.Touches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the pool of followers: following makes a person without a lead, doing something makes the
 * lead, and what a lead does later is a touch.
 */
@Component
class FollowerArrivals {

  /** Something a follower did, by the callback that told it. */
  record Done(
      UUID id,
      String move,
      @Nullable Interaction interaction,
      Instant at,
      @Nullable String what,
      CameFrom from) {}

  private final FollowerStore followers;
  private final Arrivals arrivals;
  private final Touches touches;

  FollowerArrivals(FollowerStore followers, Arrivals arrivals, Touches touches) {
    this.followers = followers;
    this.arrivals = arrivals;
    this.touches = touches;
  }

  /** In the transaction that put it on record. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(Connection connection, Kept follower, String openId, Done done) {
    boolean making =
        done.interaction() != null && connection.interactions().contains(done.interaction());
    UUID person = follower.personId();
    if (follower.leadId() != null && person != null) {
      touch(person, connection, done);
      return;
    }
    if (!making && done.at().isBefore(connection.since())) {
      return;
    }
    if (!making && person != null) {
      touch(person, connection, done);
      return;
    }
    Facts.Builder facts =
        Facts.build()
            .with(Fact.NAME, follower.name() == null ? follower.remark() : follower.name());
    Origins.state(facts, origin(follower, done.from()));
    Arrived arrived =
        arrivals.bring(
            new Arrival(
                "official:" + connection.appId(),
                done.move() + ":" + done.id(),
                done.at(),
                null,
                raw(openId, done),
                facts.done(),
                new TouchSeen(
                    scene(done.move()), done.at(), done.from(), Map.of(), null, detail(done)),
                identities(connection.appId(), openId, follower.unionId()),
                List.of(),
                making));
    if (arrived.leadId() == null) {
      followers.belongsTo(follower.id(), arrived.personId());
    } else {
      followers.became(
          follower.id(),
          arrived.personId(),
          arrived.leadId(),
          making ? done.move() : "contact",
          done.at());
    }
  }

  /** What brought the follower counts, not what they did when they became a lead. */
  private static CameFrom origin(Kept follower, CameFrom now) {
    return follower.channelId() == null && follower.campaignId() == null
        ? now
        : new CameFrom(
            follower.channelId(), follower.campaignId(), now.content(), null, null, null);
  }

  private void touch(UUID person, Connection connection, Done done) {
    touches.put(
        List.of(
            new NewTouch(
                person,
                "official:" + connection.appId() + ":" + done.id(),
                scene(done.move()),
                done.at(),
                done.from(),
                Map.of(),
                null,
                detail(done))));
  }

  static List<Identity> identities(String appId, String openId, @Nullable String unionId) {
    List<Identity> identities = new ArrayList<>();
    identities.add(new Identity(Identity.Kind.OPENID, appId, openId));
    if (unionId != null) {
      identities.add(new Identity(Identity.Kind.UNIONID, "", unionId));
    }
    return identities;
  }

  private static String scene(String move) {
    return switch (move) {
      case "scan" -> "code_scan";
      case "click" -> "menu_click";
      case "message" -> "message";
      default -> "follow";
    };
  }

  private static Map<String, Object> detail(Done done) {
    String what = done.what();
    return what == null ? Map.of() : Map.of("what", what);
  }

  private static Map<String, String> raw(String openId, Done done) {
    String what = done.what();
    return what == null
        ? Map.of("openid", openId, "move", done.move())
        : Map.of("openid", openId, "move", done.move(), "what", what);
  }
}
