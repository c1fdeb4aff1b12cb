package io.leadwell.pool.leads;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.fields.FieldText;
import io.leadwell.pool.fields.Fields;
import io.leadwell.pool.fields.ProfileField;
import io.leadwell.pool.leads.SurvivorshipWork.Run;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which of several values of a field is shown: the rules of the house, and what a change does. */
@Service
public class Survivorship {

  /**
   * A field and its rule.
   *
   * @param field the word of a fact or the name of a field
   */
  public record FieldRule(
      String field, FieldEntity entity, FieldText label, SurvivorshipRule rule) {}

  /**
   * The rules in force.
   *
   * @param sources kinds of sources, the most trusted first; those in use that nobody has placed
   *     come last
   */
  public record Settings(List<FieldRule> fields, List<String> sources, @Nullable Run run) {}

  /** Rules as somebody wants them; a field that is not named keeps its rule. */
  public record Wanted(
      @Nullable Map<String, SurvivorshipRule> rules, @Nullable List<String> sources) {}

  /** Fields everybody has that rules can be made for; by the word of the fact. */
  private static final Map<String, String> BUILT_IN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("person.name", "name"),
              Map.entry("person.title", "title"),
              Map.entry("person.phone", "phone"),
              Map.entry("person.email", "email"),
              Map.entry("lead.province", "province"),
              Map.entry("lead.city", "city"),
              Map.entry("lead.industry", "industry"),
              Map.entry("lead.channel_id", "channel_id"),
              Map.entry("lead.campaign_id", "campaign_id"),
              Map.entry("lead.content", "content"),
              Map.entry("lead.keyword", "keyword"),
              Map.entry("lead.source_class", "source_class"),
              Map.entry("lead.note", "note")));

  private static final Set<String> OF_COMPANY =
      Set.of("company.industry", "company.size_band", "company.province", "company.city");

  private static final int MOST_SOURCES = 100;

  private final SurvivorshipStore store;
  private final SurvivorshipWork work;
  private final SurvivorshipPreview previews;
  private final Fields fields;
  private final Database database;
  private final Audit audit;
  private final Clock clock;

  Survivorship(
      SurvivorshipStore store,
      SurvivorshipWork work,
      SurvivorshipPreview previews,
      Fields fields,
      Database database,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.work = work;
    this.previews = previews;
    this.fields = fields;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Settings settings() {
    SurvivorshipRules rules = store.rules();
    List<FieldRule> ruled = new ArrayList<>();
    for (ProfileField field : fields.all()) {
      String word = word(field);
      if (word != null) {
        ruled.add(new FieldRule(word, field.entity(), field.label(), rules.of(word)));
      }
    }
    Set<String> sources = new LinkedHashSet<>(store.sources());
    sources.addAll(store.sourcesInUse());
    return new Settings(ruled, List.copyOf(sources), work.last());
  }

  /** What these rules would change, before they are in force. */
  @Transactional(readOnly = true)
  public SurvivorshipPreview.Preview preview(Wanted wanted, Caller reader) {
    return previews.of(store.rules(), merged(wanted), reader);
  }

  /** Puts them in force and folds everybody anew, behind the scenes. */
  @Transactional
  public Settings change(Wanted wanted, Caller who) {
    database.lock("leads.survivorship");
    SurvivorshipRules before = store.rules();
    SurvivorshipRules after = merged(wanted);
    List<String> sourcesBefore = store.sources();
    if (before.byField().equals(after.byField()) && sourcesBefore.equals(after.sources())) {
      return settings();
    }
    store.write(after, who.memberId(), clock.instant());
    Set<String> changed = new TreeSet<>(before.byField().keySet());
    changed.addAll(after.byField().keySet());
    changed.removeIf(field -> before.of(field) == after.of(field));
    audit.record(
        who,
        "survivorship.changed",
        "survivorship",
        null,
        null,
        Map.of(
            "rules",
            changed.stream().collect(Collectors.toMap(f -> f, f -> after.of(f).word())),
            "sources",
            after.sources()));
    work.begin(who);
    return settings();
  }

  /** Stops the folding: who was not reached is folded anew when something is told of them. */
  @Transactional
  public Settings cancel(Caller who) {
    work.cancel();
    audit.record(who, "survivorship.stopped", "survivorship", null, null, Map.of());
    return settings();
  }

  private SurvivorshipRules merged(Wanted wanted) {
    Map<String, SurvivorshipRule> rules = new TreeMap<>(store.rules().byField());
    Set<String> known =
        fields.all().stream()
            .map(Survivorship::word)
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.toSet());
    if (wanted.rules() != null) {
      wanted
          .rules()
          .forEach((field, rule) -> {
            if (!known.contains(field)) {
              throw Problem.field(LeadsProblem.INVALID_SURVIVORSHIP, field, "leads.uneditable");
            }
            if (rule == null || rule == SurvivorshipRule.USUAL) {
              rules.remove(field);
            } else {
              rules.put(field, rule);
            }
          });
    }
    List<String> sources =
        wanted.sources() == null
            ? store.sources()
            : wanted.sources().stream().filter(s -> !s.isBlank()).distinct().toList();
    if (sources.size() > MOST_SOURCES) {
      throw Problem.field(
          LeadsProblem.INVALID_SURVIVORSHIP, "sources", "leads.tooManySources", MOST_SOURCES);
    }
    return new SurvivorshipRules(rules, sources);
  }

  /** What rules call a field; null for one whose value is no choice among several. */
  private static @Nullable String word(ProfileField field) {
    if (field.custom()) {
      return field.name();
    }
    return OF_COMPANY.contains(field.name()) ? field.name() : BUILT_IN.get(field.name());
  }
}
