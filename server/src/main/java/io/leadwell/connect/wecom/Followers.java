package io.leadwell.connect.wecom;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.People;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Half-private contacts: they follow an account of ours. They have no owner, so only those who see
 * everybody's records see them; once leads, they are seen like every lead.
 */
@Service
public class Followers {

  private static final int LENGTH = 200;
  private static final int AT_ONCE = 2_000;
  private static final int MOVES = 200;

  private final FollowerList list;
  private final FollowerStore store;
  private final FollowerIntake intake;
  private final People people;
  private final Channels channels;
  private final Campaigns campaigns;
  private final Clock clock;
  private final Chore noticing = new Chore("Noticing leads of followers", this::notice);

  Followers(
      FollowerList list,
      FollowerStore store,
      FollowerIntake intake,
      People people,
      Channels channels,
      Campaigns campaigns,
      Clock clock) {
    this.list = list;
    this.store = store;
    this.intake = intake;
    this.people = people;
    this.channels = channels;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  public Page<Follower> page(
      FollowerFilter filter, @Nullable String cursor, int limit, Caller reader) {
    return seesAll(reader)
        ? list.page(filter, cursor, limit)
        : new Page<>(List.of(), null, 0, false);
  }

  public Follower get(UUID id, Caller reader) {
    if (!seesAll(reader)) {
      throw new Problem(WecomProblem.FOLLOWER_NOT_FOUND);
    }
    return list.find(id).orElseThrow(() -> new Problem(WecomProblem.FOLLOWER_NOT_FOUND));
  }

  /** What a follower did, the last first. */
  public List<Follower.Move> moves(UUID id, Caller reader) {
    return list.moves(get(id, reader).id(), MOVES);
  }

  /** The accounts there are followers of. */
  public List<String> accounts(Caller reader) {
    return seesAll(reader) ? list.accounts() : List.of();
  }

  /** From another system: the same again changes what it says differently and makes none twice. */
  @Transactional
  public Follower bring(FollowerDraft draft, Caller who) {
    check(draft);
    UUID id = intake.bring(draft, null, who.memberId()).id();
    return list.find(id).orElseThrow();
  }

  /** Leads open in many ways; a follower whom one was opened for elsewhere is noticed here. */
  void notice() {
    UUID after = null;
    Map<UUID, UUID> waiting = store.withoutLead(null, AT_ONCE);
    while (!waiting.isEmpty()) {
      Map<UUID, UUID> leads = people.newestLeads(waiting.values());
      for (Map.Entry<UUID, UUID> one : waiting.entrySet()) {
        UUID lead = leads.get(one.getValue());
        if (lead != null) {
          store.became(one.getKey(), one.getValue(), lead, "details", clock.instant());
        }
        after = one.getKey();
      }
      waiting = store.withoutLead(after, AT_ONCE);
    }
  }

  @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
  void noticeAgain() {
    noticing.begin();
  }

  private static boolean seesAll(Caller reader) {
    return reader.visible() instanceof Visible.Everything;
  }

  private void check(FollowerDraft draft) {
    need(within(draft.account(), 1), "account", "wecom.accountMissing");
    need(
        draft.openId() != null || draft.unionId() != null || draft.name() != null,
        "openId",
        "wecom.followerOfNobody");
    need(
        within(draft.openId(), 0) && within(draft.unionId(), 0) && within(draft.name(), 0),
        "openId",
        "wecom.followerTooLong");
    need(
        draft.channelId() == null || channels.find(draft.channelId()).isPresent(),
        "channelId",
        "wecom.channelUnknown");
    need(
        draft.campaignId() == null || campaigns.find(draft.campaignId()).isPresent(),
        "campaignId",
        "wecom.campaignUnknown");
  }

  private static boolean within(@Nullable String text, int fewest) {
    int length = text == null ? 0 : text.length();
    return length >= fewest && length < LENGTH - 10;
  }

  private static void need(boolean right, String field, String text) {
    if (!right) {
      throw Problem.field(WecomProblem.FOLLOWER_INVALID, field, text);
    }
  }
}
