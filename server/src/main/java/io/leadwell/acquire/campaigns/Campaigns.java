package io.leadwell.acquire.campaigns;

import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What marketing does: digital promotions, events, content pushes. */
@Service
public class Campaigns {

  /** The longest name; a longer one is no campaign's. */
  public static final int NAME_LENGTH = 200;

  /**
   * Goes into addresses and is typed into spreadsheets: no blanks, nothing with a meaning there.
   */
  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._~-]{1,100}");

  private final CampaignStore store;
  private final Channels channels;
  private final Members members;
  private final Audit audit;
  private final CurrentRules rules;

  Campaigns(
      CampaignStore store, Channels channels, Members members, Audit audit, CurrentRules rules) {
    this.rules = rules;
    this.store = store;
    this.channels = channels;
    this.members = members;
    this.audit = audit;
  }

  public Page<CampaignLine> list(CampaignFilter filter, @Nullable String cursor, int limit) {
    return store.page(filter, cursor, limit);
  }

  public Optional<Campaign> find(UUID id) {
    return store.find(id);
  }

  /** A campaign with what it has cost. */
  public CampaignLine line(UUID id) {
    return store.line(id).orElseThrow(() -> new Problem(CampaignsProblem.CAMPAIGN_NOT_FOUND));
  }

  /** Names by id; unknown ids have no entry. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : store.names(ids);
  }

  /** The channel of each campaign that has one. */
  public Map<UUID, UUID> channels(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : store.channels(ids);
  }

  /**
   * Ids by the names as given, however they are typed; two imports may ask at once. With {@code
   * make}, missing campaigns are made as running ones without a channel, their kind guessed from
   * the name. Blank names and those longer than {@link #NAME_LENGTH} have no entry.
   */
  @Transactional
  public Map<String, UUID> named(Collection<String> names, boolean make) {
    SortedMap<String, String> wanted = Names.byKey(names, NAME_LENGTH);
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Map<String, UUID> ids = new HashMap<>(store.idsByKey(wanted.keySet()));
    if (make && ids.size() < wanted.size()) {
      rules.changed();
      wanted.forEach((key, name) -> {
        if (!ids.containsKey(key)) {
          store.insert(guessed(name)).ifPresent(id -> ids.put(key, id));
        }
      });
      if (ids.size() < wanted.size()) {
        // another import made it between our look and our insert
        ids.putAll(store.idsByKey(wanted.keySet()));
      }
    }
    Map<String, UUID> byName = new HashMap<>();
    for (String name : names) {
      UUID id = ids.get(Names.key(name));
      if (id != null) {
        byName.put(name, id);
      }
    }
    return byName;
  }

  @Transactional
  public Campaign add(CampaignDraft wanted, Caller who) {
    CampaignDraft draft = checked(wanted);
    requireCode(draft, null);
    rules.changed();
    UUID id =
        store
            .insert(draft)
            .orElseThrow(() -> new Problem(CampaignsProblem.CAMPAIGN_NAME_TAKEN, draft.name()));
    audit.record(who, "campaign.add", "campaign", id.toString(), draft.name(), Map.of());
    return store.find(id).orElseThrow();
  }

  /** Changes a campaign: {@code edit} turns its present state into the wanted one. */
  @Transactional
  public Campaign change(UUID id, UnaryOperator<CampaignDraft> edit, Caller who) {
    Campaign before =
        store.findForUpdate(id).orElseThrow(() -> new Problem(CampaignsProblem.CAMPAIGN_NOT_FOUND));
    CampaignDraft draft = checked(edit.apply(before.draft()));
    UUID holder = store.idsByKey(Set.of(Names.key(draft.name()))).get(Names.key(draft.name()));
    if (holder != null && !holder.equals(id)) {
      throw new Problem(CampaignsProblem.CAMPAIGN_NAME_TAKEN, draft.name());
    }
    requireCode(draft, id);
    rules.changed();
    store.update(id, draft);
    audit.record(
        who,
        "campaign.change",
        "campaign",
        id.toString(),
        draft.name(),
        Changes.between(before.draft(), draft));
    return store.find(id).orElseThrow();
  }

  private void requireCode(CampaignDraft draft, @Nullable UUID own) {
    String code = draft.code();
    if (code == null) {
      return;
    }
    if (!CODE.matcher(code).matches()) {
      throw Problem.field(
          CampaignsProblem.CAMPAIGN_CODE_INVALID, "code", "problem.CAMPAIGN_CODE_INVALID");
    }
    store
        .idByCode(code)
        .filter(holder -> !holder.equals(own))
        .ifPresent(holder -> {
          throw new Problem(CampaignsProblem.CAMPAIGN_CODE_TAKEN, code);
        });
  }

  private static CampaignDraft guessed(String name) {
    return new CampaignDraft(
        name,
        CampaignKind.of(FrameGuess.of(name).frame()),
        null,
        null,
        null,
        null,
        CampaignStatus.RUNNING,
        null,
        null);
  }

  private CampaignDraft checked(CampaignDraft draft) {
    String name = Names.clean(draft.name());
    if (Names.key(name).isEmpty() || name.length() > NAME_LENGTH) {
      throw Problem.field(
          CampaignsProblem.CAMPAIGN_NAME_INVALID, "name", "problem.CAMPAIGN_NAME_INVALID");
    }
    LocalDate starts = draft.startsOn();
    LocalDate ends = draft.endsOn();
    if (starts != null && ends != null && ends.isBefore(starts)) {
      throw Problem.field(
          CampaignsProblem.CAMPAIGN_ENDS_BEFORE_START,
          "endsOn",
          "problem.CAMPAIGN_ENDS_BEFORE_START");
    }
    Long budget = draft.budgetFen();
    if (budget != null && budget < 0) {
      throw Problem.field(CampaignsProblem.BUDGET_NEGATIVE, "budgetFen", "problem.BUDGET_NEGATIVE");
    }
    if (draft.channelId() != null && channels.find(draft.channelId()).isEmpty()) {
      throw new Problem(CampaignsProblem.CHANNEL_NOT_FOUND);
    }
    if (draft.ownerId() != null && members.find(draft.ownerId()).isEmpty()) {
      throw new Problem(CampaignsProblem.OWNER_NOT_FOUND);
    }
    return new CampaignDraft(
        name,
        draft.kind(),
        draft.channelId(),
        starts,
        ends,
        budget,
        draft.status(),
        draft.ownerId(),
        Names.text(draft.note(), "note"),
        Names.text(draft.code(), "code"));
  }
}
