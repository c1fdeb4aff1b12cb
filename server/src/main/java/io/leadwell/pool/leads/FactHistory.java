package io.leadwell.pool.leads;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.fields.Fields;
import io.leadwell.pool.fields.ProfileField;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.leads.FactHistoryStore.Once;
import io.leadwell.pool.leads.Golden.Live;
import io.leadwell.pool.leads.Golden.Won;
import io.leadwell.pool.leads.LeadStore.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every value that a field of a lead ever had: who told it when, which is shown and why. */
@Service
public class FactHistory {

  /**
   * A value that was told.
   *
   * @param value as the reader may see it; empty where somebody emptied the field
   * @param state {@code shown}, {@code kept} (told as well), {@code replaced} (the same source says
   *     otherwise by now) or {@code withdrawn} (taken back)
   * @param chosen somebody chose it among others by hand
   */
  public record ToldOnce(
      UUID recordId,
      String value,
      String source,
      @Nullable String file,
      @Nullable Long row,
      @Nullable String by,
      Instant at,
      String state,
      boolean chosen) {}

  /**
   * The story of a field.
   *
   * @param why {@code hand}, {@code chosen} or the word of the rule by which the value is shown
   */
  public record Story(
      String field, @Nullable String why, SurvivorshipRule rule, List<ToldOnce> values) {}

  /** Facts told of the person; the others are told of one lead. */
  private static final Set<Fact> OF_PERSON =
      EnumSet.of(Fact.NAME, Fact.TITLE, Fact.PHONE, Fact.EMAIL);

  private final LeadStore leads;
  private final LeadRows rows;
  private final RecordStore records;
  private final FactHistoryStore store;
  private final ProfileStore profiles;
  private final SurvivorshipStore survivorship;
  private final FactWords words;
  private final Fields fields;
  private final Imports imports;
  private final People people;
  private final Editing editing;
  private final Audit audit;

  FactHistory(
      LeadStore leads,
      LeadRows rows,
      RecordStore records,
      FactHistoryStore store,
      ProfileStore profiles,
      SurvivorshipStore survivorship,
      FactWords words,
      Fields fields,
      Imports imports,
      People people,
      Editing editing,
      Audit audit) {
    this.leads = leads;
    this.rows = rows;
    this.records = records;
    this.store = store;
    this.profiles = profiles;
    this.survivorship = survivorship;
    this.words = words;
    this.fields = fields;
    this.imports = imports;
    this.people = people;
    this.editing = editing;
    this.audit = audit;
  }

  /**
   * @param field the word of a fact, such as {@code title}, or the name of a field, such as {@code
   *     person.birthday}
   */
  @Transactional(readOnly = true)
  public Story of(UUID lead, String field, Caller reader) {
    Found found = found(lead, reader);
    boolean ofPerson = ofPerson(field);
    SurvivorshipRules rules = survivorship.rules();
    List<Live> live =
        records.live(Set.of(found.personId())).stream()
            .filter(r -> ofPerson || r.leadId() == null || r.leadId().equals(found.id()))
            .toList();
    Won shown = winner(Golden.fold(FormerWays.settled(live), rules), field);
    List<Once> told =
        store.told(field, people.everyone(found.personId()), found.personId()).stream()
            .filter(once -> ofPerson || once.leadId() == null || once.leadId().equals(found.id()))
            .toList();
    Map<UUID, ProfileStore.FileRow> fileRows =
        profiles.fileRows(told.stream().map(Once::recordId).toList());
    Map<UUID, String> files =
        imports.fileNames(
            fileRows.values().stream().map(ProfileStore.FileRow::importId).distinct().toList());
    Map<UUID, String> members = rows.memberNames();
    FactWords.Reading reading = words.reading(reader);
    List<ToldOnce> values = new ArrayList<>();
    for (Once once : told) {
      ProfileStore.FileRow row = fileRows.get(once.recordId());
      boolean wins = shown != null && shown.from().recordId().equals(once.recordId());
      values.add(
          new ToldOnce(
              once.recordId(),
              reading.shown(field, once.value()),
              once.source(),
              row == null ? null : files.get(row.importId()),
              row == null ? null : row.row(),
              once.actor() == null ? null : members.get(once.actor()),
              once.at(),
              wins ? "shown" : once.live() ? "kept" : once.replaced() ? "replaced" : "withdrawn",
              once.chosen()));
    }
    SurvivorshipRule rule = rules.of(field);
    return new Story(field, why(shown, values, rule), rule, values);
  }

  private static @Nullable String why(
      @Nullable Won shown, List<ToldOnce> values, SurvivorshipRule rule) {
    if (shown == null) {
      return null;
    }
    if (!SurvivorshipRules.isByHand(shown.from())) {
      return rule.word();
    }
    boolean chosen = values.stream().anyMatch(v -> v.state().equals("shown") && v.chosen());
    return chosen ? "chosen" : "hand";
  }

  /** Shows this value from now on, whatever comes in later; taken back like any edit. */
  @Transactional
  public Leads.Edited choose(UUID lead, String field, UUID record, Caller who) {
    Found found = found(lead, who);
    ofPerson(field);
    Once chosen =
        store.told(field, people.everyone(found.personId()), found.personId()).stream()
            .filter(once -> once.recordId().equals(record))
            .findFirst()
            .orElseThrow(() -> new Problem(LeadsProblem.VALUE_NOT_FOUND));
    UUID undo = editing.choose(found, field, chosen.value(), record, who);
    LeadRow after = rows.of(leads.find(found.id(), who.visible()).orElse(found), who);
    audit.record(
        who,
        "lead.value-chosen",
        "lead",
        found.id().toString(),
        after.calledBy(),
        Map.of("fields", List.of(field)));
    return new Leads.Edited(after, undo);
  }

  private static @Nullable Won winner(Golden golden, String field) {
    return field.indexOf('.') > 0
        ? golden.customWinners().get(field)
        : golden.winners().get(fact(field));
  }

  /** Refuses a field that isn't one of a lead or its person. */
  private boolean ofPerson(String field) {
    if (field.indexOf('.') > 0) {
      ProfileField known = fields.find(field).orElse(null);
      if (known == null || !known.custom() || known.entity() == FieldEntity.COMPANY) {
        throw new Problem(LeadsProblem.FACT_NOT_FOUND);
      }
      return known.entity() == FieldEntity.PERSON;
    }
    return OF_PERSON.contains(fact(field));
  }

  private static Fact fact(String word) {
    try {
      return Fact.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Problem(LeadsProblem.FACT_NOT_FOUND);
    }
  }

  private Found found(UUID id, Caller reader) {
    return leads
        .find(id, reader.visible())
        .orElseThrow(() -> new Problem(LeadsProblem.LEAD_NOT_FOUND));
  }
}
