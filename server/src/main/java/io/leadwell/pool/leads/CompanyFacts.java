package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY_EDIT;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.fields.Fields;
import io.leadwell.pool.fields.ProfileField;
import io.leadwell.pool.leads.CompanyWords.Word;
import io.leadwell.pool.leads.FactHistory.Story;
import io.leadwell.pool.leads.FactHistory.ToldOnce;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What is told of a company: changed by hand, taken back, and who said what when. */
@Service
public class CompanyFacts {

  /** A company after an edit, and what takes it back. */
  public record Edited(CompanyRow company, UUID undo) {}

  private static final int LONGEST = 200;

  private final DSLContext dsl;
  private final Companies companies;
  private final Subjects subjects;
  private final CompanyFolding folding;
  private final CompanyWords companyWords;
  private final SurvivorshipStore survivorship;
  private final LeadRows rows;
  private final FactWords words;
  private final Fields fields;
  private final Database database;
  private final Audit audit;
  private final JsonMapper json;
  private final Clock clock;

  CompanyFacts(
      DSLContext dsl,
      Companies companies,
      Subjects subjects,
      CompanyFolding folding,
      CompanyWords companyWords,
      SurvivorshipStore survivorship,
      LeadRows rows,
      FactWords words,
      Fields fields,
      Database database,
      Audit audit,
      JsonMapper json,
      Clock clock) {
    this.dsl = dsl;
    this.companies = companies;
    this.subjects = subjects;
    this.folding = folding;
    this.companyWords = companyWords;
    this.survivorship = survivorship;
    this.rows = rows;
    this.words = words;
    this.fields = fields;
    this.database = database;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param changes as typed, by the names of fields such as {@code company.industry}; a blank one
   *     is emptied
   */
  @Transactional
  public Edited edit(UUID id, Map<String, String> changes, Caller who) {
    database.lock("leads.intake");
    CompanyRow before = found(id, who);
    Map<String, String> stated = new TreeMap<>();
    changes.forEach((name, typed) -> stated.put(name, kept(name, typed)));
    if (stated.isEmpty()) {
      throw new Problem(LeadsProblem.INVALID_COMPANY);
    }
    UUID edit = Ids.next();
    dsl.insertInto(COMPANY_EDIT)
        .set(COMPANY_EDIT.ID, edit)
        .set(COMPANY_EDIT.COMPANY_ID, before.id())
        .set(COMPANY_EDIT.FIELDS, JSONB.valueOf(json.writeValueAsString(stated)))
        .set(COMPANY_EDIT.ACTOR_ID, who.memberId())
        .set(COMPANY_EDIT.TOLD_AT, clock.instant())
        .execute();
    folding.fold(Set.of(before.id()), stated.keySet(), survivorship.rules());
    audit.record(
        who,
        "company.edited",
        "company",
        before.id().toString(),
        before.name(),
        Map.of("fields", List.copyOf(stated.keySet())));
    return new Edited(found(before.id(), who), edit);
  }

  @Transactional
  public CompanyRow undo(UUID id, UUID undo, Caller who) {
    database.lock("leads.intake");
    CompanyRow before = found(id, who);
    JSONB stated =
        dsl.update(COMPANY_EDIT)
            .set(COMPANY_EDIT.WITHDRAWN_AT, clock.instant())
            .where(COMPANY_EDIT.ID.eq(undo))
            .and(COMPANY_EDIT.COMPANY_ID.in(subjects.spellings(before.id())))
            .and(COMPANY_EDIT.WITHDRAWN_AT.isNull())
            .returning(COMPANY_EDIT.FIELDS)
            .fetchOne(COMPANY_EDIT.FIELDS);
    if (stated == null) {
      throw new Problem(LeadsProblem.NOTHING_TO_UNDO);
    }
    folding.fold(Set.of(before.id()), Json.strings(json, stated).keySet(), survivorship.rules());
    audit.record(
        who, "company.edit-undone", "company", before.id().toString(), before.name(), Map.of());
    return found(before.id(), who);
  }

  /** Every value that counts or was taken back, the newest first. */
  @Transactional(readOnly = true)
  public Story story(UUID id, String name, Caller reader) {
    CompanyRow company = found(id, reader);
    known(name);
    SurvivorshipRules rules = survivorship.rules();
    List<Word> told =
        companyWords
            .words(Set.of(company.id()), Set.of(name))
            .getOrDefault(company.id(), Map.of())
            .getOrDefault(name, List.of());
    Word shown = CompanyFolding.winning(name, told, rules);
    FactWords.Reading reading = words.reading(reader);
    Map<UUID, String> actors = actors(company.id());
    List<ToldOnce> values = new ArrayList<>();
    for (Word word : told) {
      values.add(
          new ToldOnce(
              word.id(),
              reading.shown(name, word.value()),
              word.from().source(),
              null,
              null,
              actors.get(word.id()),
              word.from().receivedAt(),
              word.equals(shown) ? "shown" : "kept",
              false));
    }
    values.addAll(withdrawn(company.id(), name, reading, actors));
    values.sort(Comparator.comparing(ToldOnce::at).reversed());
    SurvivorshipRule rule = rules.of(name);
    String why =
        shown == null ? null : SurvivorshipRules.isByHand(shown.from()) ? "hand" : rule.word();
    return new Story(name, why, rule, values);
  }

  private List<ToldOnce> withdrawn(
      UUID company, String name, FactWords.Reading reading, Map<UUID, String> actors) {
    List<ToldOnce> values = new ArrayList<>();
    dsl.selectFrom(COMPANY_EDIT)
        .where(COMPANY_EDIT.COMPANY_ID.in(subjects.spellings(company)))
        .and(COMPANY_EDIT.WITHDRAWN_AT.isNotNull())
        .forEach(edit -> {
          String value = Json.strings(json, edit.getFields()).get(name);
          if (value != null) {
            values.add(
                new ToldOnce(
                    edit.getId(),
                    reading.shown(name, value),
                    Editing.SOURCE,
                    null,
                    null,
                    actors.get(edit.getId()),
                    edit.getToldAt(),
                    "withdrawn",
                    false));
          }
        });
    return values;
  }

  private Map<UUID, String> actors(UUID company) {
    Map<UUID, String> members = rows.memberNames();
    Map<UUID, String> actors = new HashMap<>();
    dsl.select(COMPANY_EDIT.ID, COMPANY_EDIT.ACTOR_ID)
        .from(COMPANY_EDIT)
        .where(COMPANY_EDIT.COMPANY_ID.in(subjects.spellings(company)))
        .and(COMPANY_EDIT.ACTOR_ID.isNotNull())
        .forEach(row -> {
          String name = members.get(row.value2());
          if (name != null) {
            actors.put(row.value1(), name);
          }
        });
    return actors;
  }

  private String kept(String name, String typed) {
    ProfileField custom = known(name);
    if (custom != null) {
      return Fields.kept(custom, typed);
    }
    String clean = typed.strip();
    if (clean.length() > LONGEST) {
      throw Problem.field(LeadsProblem.INVALID_COMPANY, name, "leads.tooLong", LONGEST);
    }
    return clean;
  }

  /** The house's own field of that name; null for one that every company has. */
  private @Nullable ProfileField known(String name) {
    if (CompanyColumn.of(name) != null) {
      return null;
    }
    ProfileField field = fields.find(name).orElse(null);
    if (field == null || !field.custom() || field.entity() != FieldEntity.COMPANY) {
      throw Problem.field(LeadsProblem.INVALID_COMPANY, name, "leads.uneditable");
    }
    return field;
  }

  private CompanyRow found(UUID id, Caller reader) {
    CompanyRow company = companies.row(subjects.currentCompany(id), reader);
    if (company == null) {
      throw new Problem(LeadsProblem.COMPANY_NOT_FOUND);
    }
    return company;
  }
}
