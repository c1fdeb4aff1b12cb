package io.leadwell.collaborate.deals;

import static io.leadwell.tables.deals.Tables.CONTRACT;
import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportKind;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportPass.RowCounts;
import io.leadwell.pool.imports.ImportRow;
import io.leadwell.pool.leads.LeadFilter;
import io.leadwell.pool.leads.LeadFilter.Order;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class DealImportTests {

  private static final Instant MARCH = Instant.parse("2026-03-02T02:00:00Z");
  private static final Instant MAY = Instant.parse("2026-05-02T02:00:00Z");

  @Autowired private List<ImportKind> kinds;
  @Autowired private Leads leads;
  @Autowired private Deals deals;
  @Autowired private DSLContext dsl;
  @Autowired private TransactionTemplate transaction;

  private final UUID leadFile = Ids.next();

  @BeforeEach
  void twoLeads() {
    bring(
        "leads",
        leadFile,
        row(2, "key", "a1", "name", "王伟", "lead_at", MARCH),
        row(3, "key", "a2", "name", "李娜", "lead_at", MARCH));
  }

  @Test
  void a_won_row_makes_a_contract_and_moves_its_lead_to_won_with_its_owners() {
    RowCounts counts =
        bring(
            "deals",
            Ids.next(),
            row(
                2,
                "key",
                "d1",
                "lead_key",
                "a1",
                "won_at",
                MAY,
                "amount",
                12_345_67L,
                "owner",
                "周建华",
                "sdr",
                "陈思雨",
                "industry",
                "pet"));

    assertThat(counts).isEqualTo(new RowCounts(1, 0, 0));
    LeadRow won = lead("a1");
    assertThat(won.stage()).isEqualTo("won");
    assertThat(won.stageSince()).isEqualTo(MAY);
    assertThat(won.revenueFen()).isEqualTo(12_345_67L);
    assertThat(won.owner()).isEqualTo("周建华");
    assertThat(won.sdr()).isEqualTo("陈思雨");
    assertThat(won.industry()).isEqualTo("pet");
    Opportunity deal = deals.ofLead(won.id(), Caller.system()).getFirst();
    assertThat(deal.stage()).isEqualTo("won");
    assertThat(deal.contracts())
        .extracting(Opportunity.Contract::amountFen)
        .containsExactly(12_345_67L);
  }

  @Test
  void the_same_deals_again_change_nothing() {
    ImportRow row = row(2, "key", "d1", "lead_key", "a1", "won_at", MAY, "amount", 100L);
    bring("deals", Ids.next(), row);

    assertThat(bring("deals", Ids.next(), row)).isEqualTo(new RowCounts(0, 0, 1));
    assertThat(dsl.fetchCount(OPPORTUNITY)).isEqualTo(1);
    assertThat(lead("a1").revenueFen()).isEqualTo(100L);
  }

  @Test
  void a_deal_of_an_unknown_lead_is_refused_by_name() {
    ImportRow stray = row(3, "key", "d2", "lead_key", "a9", "won_at", MAY);

    RowCounts counts =
        bring("deals", Ids.next(), row(2, "key", "d1", "lead_key", "a1", "won_at", MAY), stray);

    assertThat(counts).isEqualTo(new RowCounts(1, 0, 0));
    assertThat(stray.faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.field()).isEqualTo("lead_key");
          assertThat(fault.code()).isEqualTo("deals.unknownLead");
        });
  }

  @Test
  void an_undo_takes_deals_stages_and_owners_back_and_then_the_leads_can_go_too() {
    UUID dealFile = Ids.next();
    bring(
        "deals",
        dealFile,
        row(2, "key", "d1", "lead_key", "a1", "won_at", MAY, "amount", 100L, "owner", "周建华"));
    assertThat(preview("leads", leadFile)).as("one lead has a deal").isEqualTo(1);

    undo("deals", dealFile);

    LeadRow lead = lead("a1");
    assertThat(lead.stage()).isEqualTo("lead");
    assertThat(lead.owner()).isNull();
    assertThat(lead.revenueFen()).isZero();
    assertThat(dsl.fetchCount(OPPORTUNITY) + dsl.fetchCount(CONTRACT)).isZero();
    undo("leads", leadFile);
    assertThat(
            leads
                .page(LeadFilter.everything(), Order.NEWEST_FIRST, null, 10, Caller.system())
                .total())
        .isZero();
  }

  @Test
  void the_undo_of_a_correction_puts_the_old_deal_back() {
    bring(
        "deals",
        Ids.next(),
        row(2, "key", "d1", "lead_key", "a1", "won_at", MAY, "amount", 100L, "product", "标准版"));
    List<Opportunity> before = deals.ofLead(lead("a1").id(), Caller.system());
    UUID correction = Ids.next();
    bring(
        "deals",
        correction,
        row(2, "key", "d1", "lead_key", "a1", "lost_at", MAY, "amount", 900L, "product", "旗舰版"));
    assertThat(lead("a1").stage()).isEqualTo("lost");
    assertThat(lead("a1").revenueFen()).isZero();

    undo("deals", correction);

    assertThat(deals.ofLead(lead("a1").id(), Caller.system())).isEqualTo(before);
    assertThat(lead("a1").stage()).isEqualTo("won");
    assertThat(lead("a1").revenueFen()).isEqualTo(100L);
  }

  @Test
  void imports_taken_back_in_any_order_leave_what_the_others_told() {
    UUID first = Ids.next();
    bring("deals", first, row(2, "key", "d1", "lead_key", "a1", "won_at", MAY, "amount", 100L));
    UUID second = Ids.next();
    bring("deals", second, row(2, "key", "d1", "lead_key", "a1", "won_at", MAY, "amount", 200L));
    UUID third = Ids.next();
    bring("deals", third, row(2, "key", "d1", "lead_key", "a1", "won_at", MAY, "amount", 300L));

    undo("deals", second);
    assertThat(lead("a1").revenueFen()).isEqualTo(300L);
    undo("deals", first);
    assertThat(lead("a1").revenueFen()).as("the third file still tells of it").isEqualTo(300L);
    undo("deals", third);
    assertThat(lead("a1").revenueFen()).isZero();
    assertThat(dsl.fetchCount(OPPORTUNITY) + dsl.fetchCount(CONTRACT)).isZero();
  }

  @Test
  void one_deal_told_with_all_its_dates_walks_the_ledger() {
    bring(
        "deals",
        Ids.next(),
        row(
            2,
            "key",
            "d1",
            "lead_key",
            "a1",
            "opened_at",
            MARCH.plusSeconds(86_400),
            "poc_started_at",
            MARCH.plusSeconds(2 * 86_400),
            "poc_ended_at",
            MARCH.plusSeconds(9 * 86_400),
            "poc_result",
            "failed",
            "poc_failure_reason",
            "对接失败",
            "lost_at",
            MAY,
            "loss_reason",
            "价格"));

    LeadRow lost = lead("a1");
    assertThat(lost.stage()).isEqualTo("lost");
    Opportunity deal = deals.ofLead(lost.id(), Caller.system()).getFirst();
    assertThat(deal.pocs())
        .singleElement()
        .satisfies(poc -> assertThat(poc.failureReason()).isEqualTo("对接失败"));
    assertThat(deal.lossReason()).isEqualTo("价格");
  }

  @Test
  void a_deal_stays_without_its_company_when_nobody_speaks_of_the_company_any_more() {
    UUID file = Ids.next();
    bring("leads", file, row(2, "key", "b1", "name", "周八", "company", "华信", "lead_at", MARCH));
    bring("deals", Ids.next(), row(2, "key", "d1", "lead_key", "b1", "won_at", MAY, "amount", 1L));
    UUID correction = Ids.next();
    bring("deals", correction, row(2, "key", "d1", "lead_key", "b1", "won_at", MAY, "amount", 2L));

    undo("leads", file);
    undo("deals", correction);

    assertThat(dsl.select(CONTRACT.AMOUNT_FEN).from(CONTRACT).fetch(CONTRACT.AMOUNT_FEN))
        .containsExactly(1L);
    assertThat(dsl.fetchCount(CONTRACT, CONTRACT.COMPANY_ID.isNotNull())).isZero();
  }

  private RowCounts bring(String kind, UUID importId, ImportRow... rows) {
    ImportPass pass =
        kind(kind)
            .begin(
                new ImportContext(
                    importId, "history", ZoneId.of("Asia/Shanghai"), Caller.system()));
    return transaction.execute(_ -> pass.commit(List.of(rows)));
  }

  private void undo(String kind, UUID importId) {
    transaction.executeWithoutResult(_ -> kind(kind).undo(importId));
  }

  private long preview(String kind, UUID importId) {
    return kind(kind).previewUndo(importId).kept().getFirst().count();
  }

  private ImportKind kind(String name) {
    return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
  }

  private LeadRow lead(String key) {
    String name = key.equals("a1") ? "王伟" : "李娜";
    return leads
        .page(LeadFilter.everything(), Order.NEWEST_FIRST, null, 10, Caller.system())
        .items()
        .stream()
        .filter(lead -> name.equals(lead.name()))
        .findFirst()
        .orElseThrow();
  }

  private static ImportRow row(long number, Object... pairs) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, String> raw = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
      raw.put((String) pairs[i], pairs[i + 1].toString());
    }
    return new ImportRow(number, values, raw);
  }
}
