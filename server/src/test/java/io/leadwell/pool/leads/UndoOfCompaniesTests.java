package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.EMPLOYMENT;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportRow;
import io.leadwell.pool.imports.UndoReport;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class UndoOfCompaniesTests {

  private static final Instant MARCH = Instant.parse("2026-03-02T02:00:00Z");
  private static final long SEED = 20_261_126;

  @Autowired private LeadImport kind;
  @Autowired private Leads leads;
  @Autowired private Touches touches;
  @Autowired private Companies list;
  @Autowired private DSLContext dsl;
  @Autowired private TransactionTemplate transaction;

  @Test
  void companies_of_nobody_else_go_and_those_of_others_are_told_to_stay() {
    bring(row("a1", "王伟", "华信"));
    UUID batch = bring(row("b1", "李娜", "华信"), row("b2", "周八", "中科"), row("b3", "吴九", "东方"));

    UndoReport foretold = kind.previewUndo(batch);

    assertThat(foretold.removed()).containsEntry("companies", 2L).containsEntry("leads", 3L);
    assertThat(foretold.shared()).containsExactly(new UndoReport.Kept("companiesOfOthers", 1));
    assertThat(foretold.kept()).as("the file itself goes as a whole").isEmpty();
    assertThat(undo(batch)).isEqualTo(foretold);
    assertThat(companies()).containsExactly("华信");
  }

  @Test
  void the_company_that_only_a_correction_named_goes_with_it() {
    bring(row("a1", "王伟", "华信"));
    UUID correction = bring(row("a1", "王伟", "中科"));
    assertThat(listed()).as("nobody speaks of the first name now").containsExactly("中科");

    assertThat(undo(correction).removed()).containsEntry("companies", 1L);

    assertThat(companies()).containsExactly("华信");
    assertThat(companyOf("王伟")).isEqualTo("华信");
  }

  @Test
  void a_company_left_by_hand_stays_with_those_who_worked_there_and_the_undo_leads_back() {
    bring(row("a1", "王伟", "华信科枝"));
    UUID lead = dsl.select(LEAD.ID).from(LEAD).fetchSingle().value1();
    UUID edit =
        leads.edit(lead, new LeadEdit(Map.of(Fact.COMPANY, "华信科技")), Caller.system()).undo();
    assertThat(companyOf("王伟")).isEqualTo("华信科技");
    assertThat(companies()).as("the file still names the first").hasSize(2);

    leads.undo(lead, edit, Caller.system());

    assertThat(companies()).containsExactly("华信科枝");
    assertThat(companyOf("王伟")).isEqualTo("华信科枝");
  }

  @Test
  void a_credit_code_told_of_two_names_stays_with_the_first() {
    bring(
        row("a1", "王伟", "华信", "uscc", "91320100MA1N12345X"),
        row("a2", "李娜", "华信科技有限公司", "uscc", "91320100MA1N12345X"));
    bring(row("a3", "周八", "华信南京", "uscc", "91320100MA1N12345X"));

    assertThat(
            dsl.select(COMPANY.NAME)
                .from(COMPANY)
                .where(COMPANY.USCC.isNotNull())
                .fetch(COMPANY.NAME))
        .containsExactly("华信");
    assertThat(companies()).hasSize(3);
  }

  @Test
  void an_undo_does_what_its_preview_says_whatever_came_between() {
    Random random = new Random(SEED);
    List<UUID> batches = new ArrayList<>();
    List<Map.Entry<UUID, UUID>> edits = new ArrayList<>();
    for (int step = 0; step < 120; step++) {
      int chance = random.nextInt(10);
      List<UUID> all = dsl.select(LEAD.ID).from(LEAD).orderBy(LEAD.ID).fetch(LEAD.ID);
      if (chance < 5 || all.isEmpty()) {
        batches.add(bring(rows(random)));
      } else if (chance < 7) {
        UUID lead = all.get(random.nextInt(all.size()));
        LeadEdit edit = new LeadEdit(Map.of(Fact.COMPANY, company(random)));
        edits.add(Map.entry(lead, leads.edit(lead, edit, Caller.system()).undo()));
      } else if (chance == 7) {
        touch(all.get(random.nextInt(all.size())), "t" + step);
      } else if (chance == 8 && !edits.isEmpty()) {
        Map.Entry<UUID, UUID> edit = edits.remove(random.nextInt(edits.size()));
        leads.undo(edit.getKey(), edit.getValue(), Caller.system());
      } else if (!batches.isEmpty()) {
        UUID batch = batches.remove(random.nextInt(batches.size()));
        UndoReport foretold = kind.previewUndo(batch);
        assertThat(undo(batch)).as("seed %s, step %s", SEED, step).isEqualTo(foretold);
      }
    }
    edits.forEach(edit -> leads.undo(edit.getKey(), edit.getValue(), Caller.system()));
    for (UUID batch : batches) {
      UndoReport foretold = kind.previewUndo(batch);
      assertThat(undo(batch)).isEqualTo(foretold);
    }
    assertThat(Stream.of(LEAD, PERSON, COMPANY, EMPLOYMENT, TOUCH, LINK).mapToInt(dsl::fetchCount))
        .as("everything is taken back")
        .containsOnly(0);
  }

  @Test
  void who_stays_is_told_of_by_what_stays() {
    UUID first = bring(row("a1", "王伟", "华信", "phone", "+8613800000001", "title", "经理"));
    UUID second = bring(row("a2", "王伟", "中科", "phone", "+8613800000001", "title", "总监"));
    UUID lead = dsl.select(LEAD.ID).from(LEAD).where(LEAD.SOURCE_KEY.eq("a2")).fetchSingle(LEAD.ID);
    touch(lead, "visit-1");
    assertThat(dsl.fetchCount(PERSON)).isEqualTo(1);
    UndoReport foretold = kind.previewUndo(second);

    assertThat(undo(second)).isEqualTo(foretold);

    assertThat(foretold.removed()).containsEntry("leads", 1L).containsEntry("people", 0L);
    assertThat(companies()).containsExactly("华信");
    assertThat(dsl.select(PERSON.TITLE).from(PERSON).fetchSingle(PERSON.TITLE)).isEqualTo("经理");
    assertThat(dsl.select(TOUCH.LEAD_ID).from(TOUCH).where(TOUCH.TOUCH_KEY.eq("visit-1")).fetch())
        .as("what the person did is still known")
        .hasSize(1);
    assertThat(undo(first)).isNotNull();
    assertThat(dsl.fetchCount(TOUCH)).isZero();
  }

  private void touch(UUID lead, String key) {
    UUID person =
        dsl.select(LEAD.PERSON_ID).from(LEAD).where(LEAD.ID.eq(lead)).fetchSingle(LEAD.PERSON_ID);
    touches.put(
        List.of(
            new NewTouch(
                person, key, "website", MARCH, CameFrom.UNKNOWN, Map.of(), null, Map.of())));
  }

  private static ImportRow[] rows(Random random) {
    ImportRow[] rows = new ImportRow[1 + random.nextInt(4)];
    int first = random.nextInt(8);
    for (int i = 0; i < rows.length; i++) {
      int person = (first + i) % 8;
      // Three people share the eight leads.
      String phone = "+861380000000" + person % 3;
      rows[i] = row("k" + person, "王" + person % 3, company(random), "phone", phone);
    }
    return rows;
  }

  private static String company(Random random) {
    return List.of("华信", "华信（集团）", "中科", "东方", "").get(random.nextInt(5));
  }

  private UUID bring(ImportRow... rows) {
    UUID batch = Ids.next();
    ImportPass pass =
        kind.begin(
            new ImportContext(batch, "history", ZoneId.of("Asia/Shanghai"), Caller.system()));
    transaction.executeWithoutResult(_ -> pass.commit(List.of(rows)));
    return batch;
  }

  private UndoReport undo(UUID batch) {
    return transaction.execute(_ -> kind.undo(batch));
  }

  private static ImportRow row(String key, String name, String company, String... more) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("key", key);
    values.put("name", name);
    if (!company.isEmpty()) {
      values.put("company", company);
    }
    values.put("lead_at", MARCH);
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return new ImportRow(2, values, Map.of());
  }

  private List<String> companies() {
    return dsl.select(COMPANY.NAME).from(COMPANY).orderBy(COMPANY.NAME).fetch(COMPANY.NAME);
  }

  private List<String> listed() {
    return list
        .page(
            new CompanyFilter(null, null, null, null),
            CompanyOrder.NEWEST_FIRST,
            null,
            10,
            Caller.system())
        .items()
        .stream()
        .map(CompanyRow::name)
        .toList();
  }

  private String companyOf(String person) {
    return String.valueOf(
        leads
            .page(LeadFilter.everything(), LeadFilter.Order.NEWEST_FIRST, null, 10, Caller.system())
            .items()
            .stream()
            .filter(lead -> person.equals(lead.name()))
            .findFirst()
            .orElseThrow()
            .company());
  }
}
