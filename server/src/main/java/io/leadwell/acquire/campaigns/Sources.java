package io.leadwell.acquire.campaigns;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.kernel.matching.Folding;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides which channel, campaign, plan, unit and keyword a landing address and referrer mean. */
@Service
public class Sources {

  private static final String RULES = "campaigns.source-rules";
  private static final int SHOWN = 500;

  private final SourceStore store;
  private final CurrentRules rules;
  private final UnknownLandings unknown;
  private final UnrecognisedStore unrecognised;
  private final Channels channels;
  private final Database database;
  private final Audit audit;

  Sources(
      SourceStore store,
      CurrentRules rules,
      UnknownLandings unknown,
      UnrecognisedStore unrecognised,
      Channels channels,
      Database database,
      Audit audit) {
    this.store = store;
    this.rules = rules;
    this.unknown = unknown;
    this.unrecognised = unrecognised;
    this.channels = channels;
    this.database = database;
    this.audit = audit;
  }

  /**
   * Where somebody comes from. Answers from memory; a landing that no rule knows is counted, see
   * {@link #unrecognised()}.
   */
  public Origin of(Landing landing) {
    SourceRules.Answer answer = rules.get().answer(landing);
    if (answer.unknown() != null) {
      unknown.count(answer.unknown(), landing);
    }
    return answer.origin();
  }

  /** What {@link #of} would say, without counting: for a try. */
  public Origin tryOut(Landing landing) {
    return rules.get().answer(landing).origin();
  }

  /**
   * What a link of this channel says in {@code utm_source} and {@code utm_medium}: what a rule of
   * the channel knows, else the channel's own name, which is always understood.
   */
  public UtmTags tagsOf(UUID channelId) {
    Channel channel =
        channels.find(channelId).orElseThrow(() -> new Problem(CampaignsProblem.CHANNEL_NOT_FOUND));
    String frame = channel.frame().word();
    SourceRules now = rules.get();
    return store.rules().stream()
        .filter(rule -> rule.kind() == SourceKind.UTM && channelId.equals(rule.channelId()))
        .filter(rule -> !rule.pattern().isEmpty() && !rule.pattern().contains("*"))
        .map(rule ->
            new UtmTags(
                rule.pattern(),
                rule.medium().isEmpty() || rule.medium().contains("*") ? frame : rule.medium()))
        .filter(tags -> channelId.equals(now.channelOf(tags)))
        .findFirst()
        .orElseGet(() -> new UtmTags(channel.name(), frame));
  }

  /** Every rule, in the order they were made. */
  public List<SourceRule> rules() {
    return store.rules();
  }

  @Transactional
  public SourceRule add(SourceRuleDraft wanted, @Nullable UUID channelId, Caller who) {
    SourceRuleDraft draft = SourceRuleCheck.checked(wanted, channelId);
    if (channelId != null && channels.find(channelId).isEmpty()) {
      throw new Problem(CampaignsProblem.CHANNEL_NOT_FOUND);
    }
    database.lock(RULES);
    rules.changed();
    UUID id = store.insert(draft, channelId).orElseThrow(() -> taken(draft));
    settle();
    audit.record(who, "source.add", "source", id.toString(), label(draft), detail(channelId));
    return store.find(id).orElseThrow();
  }

  @Transactional
  public void remove(UUID id, Caller who) {
    SourceRule rule =
        store.find(id).orElseThrow(() -> new Problem(CampaignsProblem.SOURCE_RULE_NOT_FOUND));
    rules.changed();
    store.delete(List.of(id));
    audit.record(
        who,
        "source.remove",
        "source",
        id.toString(),
        label(rule.draft()),
        detail(rule.channelId()));
  }

  /** Landings that no rule knows, the most frequent first. */
  public List<UnrecognisedSource> unrecognised() {
    unknown.write();
    return unrecognised.all(SHOWN);
  }

  /** Names of parameters beside those everybody uses, and what they mean. */
  public Map<String, LandingField> parameters() {
    return store.parameters();
  }

  @Transactional
  public void putParameter(String name, LandingField meaning, Caller who) {
    String folded = Folding.fold(name);
    if (folded.isEmpty() || folded.length() > 60 || !folded.matches("[\\p{L}\\p{N}._~-]+")) {
      throw Problem.field(
          CampaignsProblem.SOURCE_PARAMETER_INVALID, "name", "problem.SOURCE_PARAMETER_INVALID");
    }
    for (LandingField field : LandingField.values()) {
      if (field.names().contains(folded)) {
        throw new Problem(CampaignsProblem.SOURCE_PARAMETER_KNOWN, folded);
      }
    }
    rules.changed();
    store.put(folded, meaning);
    audit.record(
        who, "source.parameter.put", "source", null, folded, Map.of("meaning", meaning.word()));
  }

  @Transactional
  public void removeParameter(String name, Caller who) {
    rules.changed();
    if (store.remove(name)) {
      audit.record(who, "source.parameter.remove", "source", null, name, Map.of());
    }
  }

  /** Plants the rules by which the usual channels are known; once, so that removed ones stay so. */
  @Transactional
  public void plantUsual() {
    if (!store.toPlant("source-rules")) {
      return;
    }
    rules.changed();
    Map<String, UUID> byName = new java.util.HashMap<>();
    channels.all().forEach(c -> byName.put(Names.key(c.name()), c.id()));
    UsualSources.plant(byName, store::insert);
  }

  /** What the rules know by now is unrecognised no more. */
  private void settle() {
    unknown.write();
    SourceRules now = store.everything();
    for (UnrecognisedSource source : unrecognised.all(UnrecognisedStore.MOST)) {
      SourceRules.Unknown counted =
          new SourceRules.Unknown(source.kind(), source.value(), source.medium());
      if (now.knows(counted)) {
        unrecognised.remove(counted);
      }
    }
  }

  private Problem taken(SourceRuleDraft draft) {
    String holder =
        store
            .find(draft)
            .flatMap(rule -> java.util.Optional.ofNullable(rule.channelId()))
            .flatMap(channels::find)
            .map(Channel::name)
            .orElse("—");
    return new Problem(CampaignsProblem.SOURCE_RULE_TAKEN, holder);
  }

  private static String label(SourceRuleDraft draft) {
    return draft.kind().word()
        + " "
        + draft.pattern()
        + (draft.medium().isEmpty() ? "" : " / " + draft.medium());
  }

  private static Map<String, Object> detail(@Nullable UUID channelId) {
    return channelId == null ? Map.of() : Map.of("channelId", channelId.toString());
  }
}
