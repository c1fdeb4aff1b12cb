package io.leadwell.acquire.campaigns;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The channel tree: where traffic comes from. */
@Service
public class Channels {

  /** The longest name; a longer one is no channel's. */
  public static final int NAME_LENGTH = 120;

  private static final String TREE = "campaigns.channel-tree";

  private final ChannelStore store;
  private final Database database;
  private final Audit audit;
  private final CurrentRules rules;

  Channels(ChannelStore store, Database database, Audit audit, CurrentRules rules) {
    this.rules = rules;
    this.store = store;
    this.database = database;
    this.audit = audit;
  }

  /** Every channel, archived ones too, in the order they were made. */
  public List<Channel> all() {
    return store.all();
  }

  public Optional<Channel> find(UUID id) {
    return store.find(id);
  }

  /** Names by id; unknown ids have no entry. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : store.names(ids);
  }

  /** What each channel itself has cost, without what hangs under it; no entry is no spend. */
  public Map<UUID, Long> spent() {
    return store.spent();
  }

  /** The channel and everything under it; empty when there is no such channel. */
  public Set<UUID> withDescendants(UUID id) {
    return store.withDescendants(id);
  }

  /**
   * Ids by the names as given, however they are typed; two imports may ask at once. With {@code
   * make}, missing channels are made under no parent, their frame guessed from the name. Blank
   * names and those longer than {@link #NAME_LENGTH} have no entry.
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
  public Channel add(ChannelDraft wanted, Caller who) {
    ChannelDraft draft = checked(wanted);
    requireParent(draft);
    rules.changed();
    UUID id =
        store
            .insert(draft)
            .orElseThrow(() -> new Problem(CampaignsProblem.CHANNEL_NAME_TAKEN, draft.name()));
    audit.record(who, "channel.add", "channel", id.toString(), draft.name(), Map.of());
    return store.find(id).orElseThrow();
  }

  /** Changes a channel: {@code edit} turns its present state into the wanted one. */
  @Transactional
  public Channel change(UUID id, UnaryOperator<ChannelDraft> edit, Caller who) {
    // two moves that each look right can make a cycle together, so moves go one by one
    database.lock(TREE);
    Channel before =
        store.find(id).orElseThrow(() -> new Problem(CampaignsProblem.CHANNEL_NOT_FOUND));
    ChannelDraft draft = checked(edit.apply(before.draft()));
    requireParent(draft);
    if (draft.parentId() != null && store.withDescendants(id).contains(draft.parentId())) {
      throw new Problem(CampaignsProblem.CHANNEL_UNDER_ITSELF, before.name());
    }
    UUID holder = store.idsByKey(Set.of(Names.key(draft.name()))).get(Names.key(draft.name()));
    if (holder != null && !holder.equals(id)) {
      throw new Problem(CampaignsProblem.CHANNEL_NAME_TAKEN, draft.name());
    }
    rules.changed();
    store.update(id, draft);
    audit.record(
        who,
        "channel.change",
        "channel",
        id.toString(),
        draft.name(),
        Changes.between(before.draft(), draft));
    return store.find(id).orElseThrow();
  }

  /**
   * Plants the usual tree of a Chinese B2B company, where there is no channel yet. Returns how many
   * were made.
   */
  @Transactional
  public int plantUsual() {
    database.lock(TREE);
    rules.changed();
    return store.isEmpty()
        ? UsualChannels.plant(draft -> store.insert(draft).orElseThrow()).size()
        : 0;
  }

  private void requireParent(ChannelDraft draft) {
    if (draft.parentId() != null && find(draft.parentId()).isEmpty()) {
      throw new Problem(CampaignsProblem.CHANNEL_NOT_FOUND);
    }
  }

  private static ChannelDraft guessed(String name) {
    FrameGuess guess = FrameGuess.of(name);
    return new ChannelDraft(name, null, guess.frame(), guess.sourceClass());
  }

  private static ChannelDraft checked(ChannelDraft draft) {
    String name = Names.clean(draft.name());
    if (Names.key(name).isEmpty() || name.length() > NAME_LENGTH) {
      throw Problem.field(
          CampaignsProblem.CHANNEL_NAME_INVALID, "name", "problem.CHANNEL_NAME_INVALID");
    }
    return new ChannelDraft(
        name, draft.parentId(), draft.frame(), draft.sourceClass(), draft.archived());
  }
}
