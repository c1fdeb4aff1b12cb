package io.leadwell.pool.leads;

import io.leadwell.pool.fields.ProfileField;
import io.leadwell.pool.imports.CaseFound;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportRow;
import io.leadwell.pool.leads.Observation.StageTime;
import io.leadwell.pool.leads.Observation.TouchSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One walk over the rows of a lead file. */
final class LeadPass implements ImportPass {

  private static final Map<Stage, String> TIMES =
      Map.of(
          Stage.LEAD, "lead_at",
          Stage.MQL, "mql_at",
          Stage.SAL, "sal_at",
          Stage.SQL, "sql_at",
          Stage.OPPORTUNITY, "opportunity_at",
          Stage.POC, "poc_at",
          Stage.WON, "won_at",
          Stage.LOST, "lost_at");

  private final LeadWay way;
  private final References references;
  private final List<ProfileField> custom;
  private final ImportContext context;
  private final Instant now;
  private long wonBeforeContact;
  private final List<String> wonBeforeContactRows = new ArrayList<>();

  LeadPass(
      LeadWay way,
      References references,
      List<ProfileField> custom,
      ImportContext context,
      Instant now) {
    this.way = way;
    this.references = references;
    this.custom = custom;
    this.context = context;
    this.now = now;
  }

  @Override
  public RowCounts check(List<ImportRow> rows) {
    List<ImportRow> good = acceptable(rows);
    references.foresee(good);
    good.forEach(this::noteImpossibleDates);
    return way.foresee(good.stream().map(this::observation).toList());
  }

  @Override
  public RowCounts commit(List<ImportRow> rows) {
    List<ImportRow> good = acceptable(rows);
    references.resolve(good);
    return way.bring(good.stream().map(this::observation).toList());
  }

  @Override
  public List<CaseFound> cases() {
    return way.cases();
  }

  @Override
  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>(references.notices());
    if (wonBeforeContact > 0) {
      notices.add(new Notice("wonBeforeContact", wonBeforeContact, wonBeforeContactRows));
    }
    return notices;
  }

  /** Refuses rows that tell of nobody. */
  private List<ImportRow> acceptable(List<ImportRow> rows) {
    List<ImportRow> good = new ArrayList<>(rows.size());
    for (ImportRow row : rows) {
      if (!row.refused()
          && !row.has("key")
          && !row.has("name")
          && !row.has("phone")
          && !row.has("email")) {
        row.refuse(null, "leads.rowOfNobody");
      }
      CustomImport.check(row, custom);
      if (!row.refused()) {
        good.add(row);
      }
    }
    return good;
  }

  private Observation observation(ImportRow row) {
    List<StageTime> stages = stages(row);
    Instant first =
        stages.stream()
            .filter(stage -> stage.stage() != Stage.WON && stage.stage() != Stage.LOST)
            .map(StageTime::at)
            .min(Comparator.naturalOrder())
            .or(() -> stages.stream().map(StageTime::at).min(Comparator.naturalOrder()))
            .orElse(null);
    Instant contact = row.has("lead_at") ? row.value("lead_at", Instant.class) : first;
    Facts.Builder told =
        Facts.build()
            .with(Fact.NAME, row.text("name"))
            .with(Fact.PHONE, row.text("phone"))
            .with(Fact.EMAIL, row.text("email"))
            .with(Fact.COMPANY, row.text("company"))
            .with(Fact.TITLE, row.text("title"))
            .with(Fact.INDUSTRY, row.text("industry"))
            .with(Fact.COMPANY_SIZE, row.text("company_size"))
            .with(Fact.USCC, row.text("uscc"))
            .with(Fact.PROVINCE, row.text("province"))
            .with(Fact.CITY, row.text("city"))
            .with(Fact.CHANNEL_ID, references.channel(row))
            .with(Fact.CAMPAIGN_ID, references.campaign(row))
            .with(Fact.CONTENT, row.text("content"))
            .with(Fact.PLAN, row.text("plan"))
            .with(Fact.UNIT, row.text("unit"))
            .with(Fact.KEYWORD, row.text("keyword"))
            .with(Fact.SOURCE_CLASS, row.text("source_class"))
            .with(Fact.OWNER_ID, references.owner(row))
            .with(Fact.SDR_ID, references.sdr(row))
            .with(Fact.BUSINESS_LINE, row.text("business_line"))
            .with(Fact.NOTE, row.text("note"))
            .with(Fact.FIRST_CONTACT_AT, contact)
            .with(Fact.TALKED_TO, references.talkedTo(row))
            .with(Fact.TALK_NOTES, row.text("talk_notes"))
            .with(Fact.CONSENT, row.text("consent"));
    CustomImport.tell(row, custom, told);
    Facts facts = told.done();
    return new Observation(
        context.source(),
        row.text("key"),
        now,
        context.importId(),
        row.number(),
        context.caller().memberId(),
        row.raw(),
        facts,
        stages,
        tags(row.text("tags")),
        contact == null ? null : touch(row, contact));
  }

  private static TouchSeen touch(ImportRow row, Instant at) {
    String scene = row.text("scene");
    return TouchSeen.of(scene == null ? "unknown" : scene, at);
  }

  /** Every dated stage; a stage named without its date is entered at the latest date told. */
  private List<StageTime> stages(ImportRow row) {
    List<StageTime> stages = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      String field = TIMES.get(stage);
      Instant at = field == null ? null : row.value(field, Instant.class);
      if (at != null) {
        stages.add(new StageTime(stage, at, null));
      }
    }
    String named = row.text("stage");
    if (named != null) {
      Stage stage = Stage.of(named);
      if (stages.stream().noneMatch(dated -> dated.stage() == stage)) {
        stages.add(new StageTime(stage, latest(stages), null));
      }
    }
    return stages;
  }

  private Instant latest(List<StageTime> stages) {
    return stages.stream().map(StageTime::at).max(Comparator.naturalOrder()).orElse(now);
  }

  private void noteImpossibleDates(ImportRow row) {
    Instant won = row.value("won_at", Instant.class);
    Instant lead = row.value("lead_at", Instant.class);
    if (won != null && lead != null && won.isBefore(lead)) {
      wonBeforeContact++;
      if (wonBeforeContactRows.size() < 8) {
        wonBeforeContactRows.add(Long.toString(row.number()));
      }
    }
  }

  private static List<String> tags(@Nullable String cell) {
    return cell == null
        ? List.of()
        : Arrays.stream(cell.split("[,，;；、|\n]"))
            .map(String::strip)
            .filter(tag -> !tag.isEmpty() && tag.length() <= 40)
            .distinct()
            .toList();
  }
}
