package io.leadwell.pool.leads;

import io.leadwell.pool.leads.Observation.TouchSeen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who says who they are, by a form, a WeCom contact, a call of another system.
 *
 * @param source the system it comes through, such as {@code form:demo-request}
 * @param key the source's own key: the same arrival again is a no-op
 * @param raw what was received, field by field
 * @param facts phone as E.164 and e-mail as normalised by {@code ContactWays}; what says where the
 *     lead came from is what first brought the person, not the way it took now
 * @param touch how the person was met now; null where somebody else told more about the person
 * @param identities WeCom id, unionid, the browser's cookie
 * @param lead false for a follower who left nothing: a person without a lead
 */
public record Arrival(
    String source,
    String key,
    Instant at,
    @Nullable UUID actorId,
    Map<String, String> raw,
    Facts facts,
    @Nullable TouchSeen touch,
    List<Identity> identities,
    List<String> tags,
    boolean lead) {}
