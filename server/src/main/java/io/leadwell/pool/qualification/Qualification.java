package io.leadwell.pool.qualification;

import static io.leadwell.tables.qualification.Tables.QUALIFIED;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.rules.Reasons;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.LeadsProblem;
import io.leadwell.pool.qualification.Bant.Answer;
import io.leadwell.pool.rules.Revaluation;
import io.leadwell.pool.rules.Rules;
import io.leadwell.tables.qualification.tables.records.BantRow;
import io.leadwell.tables.qualification.tables.records.DefinitionRow;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far a lead is from being an MQL: its BANT, and what the definition in force says of it. */
@Service
public class Qualification {

  /**
   * What the definition in force says of a lead.
   *
   * @param version null when none is in force
   * @param condition what must hold, required fields first, as JSON
   */
  public record Check(
      @Nullable Integer version, @Nullable String condition, @Nullable Reasons reasons) {}

  /**
   * Under which version a lead became MQL.
   *
   * @param version null when none was in force
   * @param met null where it cannot be known any more
   */
  public record Became(@Nullable Integer version, @Nullable Boolean met) {}

  /** All of it for one lead; {@code became} is null for one that never was an MQL. */
  public record Standing(Bant bant, Check check, @Nullable Became became) {}

  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_NAME = 80;

  private final BantStore bants;
  private final DefinitionStore definitions;
  private final DefinitionRules definitionRules;
  private final Rules rules;
  private final Revaluation revaluation;
  private final Leads leads;
  private final Members members;
  private final Audit audit;
  private final DSLContext dsl;
  private final Clock clock;

  Qualification(
      BantStore bants,
      DefinitionStore definitions,
      DefinitionRules definitionRules,
      Rules rules,
      Revaluation revaluation,
      Leads leads,
      Members members,
      Audit audit,
      DSLContext dsl,
      Clock clock) {
    this.bants = bants;
    this.definitions = definitions;
    this.definitionRules = definitionRules;
    this.rules = rules;
    this.revaluation = revaluation;
    this.leads = leads;
    this.members = members;
    this.audit = audit;
    this.dsl = dsl;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Standing of(UUID lead, Caller reader) {
    UUID id = visible(lead, reader).id();
    return new Standing(
        bants.find(id).map(this::bant).orElseGet(Bant::unknown), check(id), became(id));
  }

  /** Answers anew; {@code bant.version()} is that of the answers which were read. */
  @Transactional
  public Standing answer(UUID lead, Bant bant, Caller who) {
    LeadRow row = visible(lead, who);
    Bant checked = checked(bant);
    if (!bants.put(row.id(), checked, who.memberId(), clock.instant())) {
      throw new Problem(QualificationProblem.ANSWERS_CHANGED);
    }
    revaluation.stir(List.of(row.id()));
    audit.record(who, "lead.bant", "lead", row.id().toString(), row.calledBy(), answers(checked));
    return of(row.id(), who);
  }

  private Check check(UUID lead) {
    DefinitionRow version = definitions.inForce().orElse(null);
    Facts facts = version == null ? null : rules.facts(List.of(lead), Rules.EVER).get(lead);
    if (version == null || facts == null) {
      return new Check(null, null, null);
    }
    String condition = rules.write(definitionRules.condition(version)).toString();
    return new Check(
        version.getVersion(),
        condition,
        Reasons.of(
            definitionRules.of(version, rules.catalogue()),
            facts,
            clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }

  private @Nullable Became became(UUID lead) {
    return dsl.selectFrom(QUALIFIED)
        .where(QUALIFIED.LEAD_ID.eq(lead))
        .fetchOptional()
        .map(row ->
            new Became(
                definitions.all().stream()
                    .filter(each -> each.getId().equals(row.getDefinitionId()))
                    .map(DefinitionRow::getVersion)
                    .findFirst()
                    .orElse(null),
                row.getMet()))
        .orElse(null);
  }

  private LeadRow visible(UUID lead, Caller reader) {
    LeadRow row = leads.byId(List.of(lead), reader).get(lead);
    if (row == null) {
      throw new Problem(LeadsProblem.LEAD_NOT_FOUND);
    }
    return row;
  }

  private Bant bant(BantRow row) {
    UUID by = row.getChangedBy();
    return new Bant(
        Answer.of(row.getBudget()),
        row.getBudgetNote(),
        Answer.of(row.getAuthority()),
        row.getAuthorityContact(),
        row.getAuthorityNote(),
        Answer.of(row.getNeed()),
        row.getNeedNote(),
        Answer.of(row.getTiming()),
        row.getTimingNote(),
        row.getVersion(),
        by == null ? null : members.names(List.of(by)).get(by),
        row.getChangedAt());
  }

  private static Bant checked(Bant bant) {
    return new Bant(
        bant.budget(),
        text("budgetNote", bant.budgetNote(), LONGEST_NOTE),
        bant.authority(),
        text("contact", bant.contact(), LONGEST_NAME),
        text("authorityNote", bant.authorityNote(), LONGEST_NOTE),
        bant.need(),
        text("needNote", bant.needNote(), LONGEST_NOTE),
        bant.timing(),
        text("timingNote", bant.timingNote(), LONGEST_NOTE),
        bant.version(),
        null,
        null);
  }

  private static @Nullable String text(String field, @Nullable String typed, int longest) {
    String stripped = typed == null ? "" : typed.strip();
    if (stripped.length() > longest) {
      throw Problem.field(
          QualificationProblem.DEFINITION_INVALID, field, "qualification.long", longest);
    }
    return stripped.isEmpty() ? null : stripped;
  }

  private static Map<String, Object> answers(Bant bant) {
    return Map.of(
        "answers",
        Stream.of(bant.budget(), bant.authority(), bant.need(), bant.timing())
            .map(answer -> answer == null ? "-" : answer.word())
            .toList());
  }
}
