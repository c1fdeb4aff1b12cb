package io.leadwell.acquire.links;

import io.leadwell.acquire.campaigns.ClickId;
import io.leadwell.acquire.campaigns.Landing;
import io.leadwell.acquire.campaigns.Origin;
import io.leadwell.acquire.campaigns.Sources;
import io.leadwell.acquire.collect.Visits;
import io.leadwell.base.platform.Ids;
import io.leadwell.nurture.messaging.Outbox;
import io.leadwell.pool.leads.CameFrom;
import io.leadwell.pool.leads.NewTouch;
import io.leadwell.pool.leads.People;
import io.leadwell.pool.leads.Touches;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What following a link means for the pool: a touch of the person, where one is known. The only
 * place that decides whether it was a person at all.
 */
@Component
class LinkHits {

  private static final String CLICK = "link_click";
  private static final String SCAN = "code_scan";

  private final Bearers bearers;
  private final People people;
  private final Touches touches;
  private final Sources sources;
  private final Visits visits;
  private final Outbox outbox;

  LinkHits(
      Bearers bearers,
      People people,
      Touches touches,
      Sources sources,
      Visits visits,
      Outbox outbox) {
    this.bearers = bearers;
    this.people = people;
    this.touches = touches;
    this.sources = sources;
    this.visits = visits;
    this.outbox = outbox;
  }

  /** True when it was a person, as far as can be told, and not a robot. */
  boolean tell(Link link, Bearers.@Nullable Bearer bearer, Passer passer) {
    if (Agents.robot(passer.agent())) {
      return false;
    }
    boolean reader = bearer != null && bearers.take(bearer, passer);
    UUID person = reader && bearer != null ? bearer.personId() : known(passer.visitor());
    if (reader && bearer != null) {
      // What they read where the link leads is theirs.
      visits.join(passer.visitor(), bearer.personId(), passer.at());
      outbox.clicked(bearer.message(), bearer.personId(), passer.at());
    }
    if (person != null) {
      touches.put(List.of(touch(person, link, reader ? bearer : null, passer)));
    }
    return true;
  }

  private @Nullable UUID known(UUID visitor) {
    return people.ofVisitors(List.of(visitor.toString())).get(visitor.toString());
  }

  private NewTouch touch(UUID person, Link link, Bearers.@Nullable Bearer bearer, Passer passer) {
    Origin origin = sources.tryOut(new Landing(link.target(), passer.referrer()));
    ClickId clickId = origin.clickId();
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put(Links.DETAIL, link.id().toString());
    detail.put("linkName", link.name());
    if (bearer != null) {
      detail.put("message", bearer.sending() == null ? bearer.message() : bearer.sending());
    }
    String scene = passer.scanned() ? SCAN : CLICK;
    return new NewTouch(
        person,
        scene + ":" + Ids.next(),
        scene,
        passer.at(),
        new CameFrom(
            origin.direct() ? null : origin.channelId(),
            origin.campaignId(),
            link.placement().content(),
            origin.plan(),
            origin.unit(),
            origin.keyword()),
        origin.utm(),
        clickId == null ? null : clickId.value(),
        detail);
  }
}
