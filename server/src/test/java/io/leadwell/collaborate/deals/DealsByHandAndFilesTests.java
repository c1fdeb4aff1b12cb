package io.leadwell.collaborate.deals;

import static io.leadwell.tables.deals.Tables.CONTRACT;
import static io.leadwell.tables.deals.Tables.HAND_CHANGE;
import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static io.leadwell.tables.deals.Tables.POC;
import static io.leadwell.tables.deals.Tables.REPLACED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.collaborate.deals.OpportunityDraft.ContractDraft;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportRow;
import io.leadwell.pool.imports.UndoReport;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnPostgres
class DealsByHandAndFilesTests extends DealDesk {

  private static final long SEED = 20_261_126;

  @Test
  void a_file_leaves_alone_what_a_person_has_edited_and_speaks_again_after_the_undo() {
    ImportRow told =
        row(
            "key",
            "d1",
            "lead_key",
            "a1",
            "won_at",
            MAY,
            "amount",
            100L,
            "owner",
            "周建华",
            "sdr",
            "陈思雨",
            "industry",
            "pet");
    bring("deals", told);
    Opportunity imported = one();

    Deals.Changed edited = change(imported, sameContract(imported, 300L));

    assertThat(lead().revenueFen()).isEqualTo(300L);
    assertThat(lead().sdr()).as("what else the file told stays told").isEqualTo("陈思雨");
    assertThat(lead().industry()).isEqualTo("pet");
    assertThat(lead().owner()).isEqualTo("周建华");
    assertThat(one().contracts().getFirst().signedAt()).as("the day is the same").isEqualTo(MAY);
    ImportPass again = pass("deals", Ids.next());
    commit(again, told);
    commit(again, row("key", "d1", "lead_key", "a1", "won_at", MAY, "amount", 999L));
    assertThat(again.notices())
        .singleElement()
        .isEqualTo(new ImportPass.Notice("dealsEditedByHand", 1, List.of("2")));
    assertThat(lead().revenueFen()).isEqualTo(300L);

    deals.undo(imported.id(), edited.undo(), WHO);

    assertThat(one()).isEqualTo(imported);
    bring("deals", row("key", "d1", "lead_key", "a1", "won_at", MAY, "amount", 999L));
    assertThat(lead().revenueFen()).isEqualTo(999L);
  }

  @Test
  void the_undo_of_a_file_keeps_what_a_person_has_edited_since_and_says_so() {
    UUID file = bring("deals", row("key", "d1", "lead_key", "a1", "won_at", MAY, "amount", 100L));
    Deals.Changed edited = change(one(), won("2026-05-02", 300L));
    UndoReport.Kept kept = new UndoReport.Kept("dealsEditedSince", 1);
    assertThat(kind("deals").previewUndo(file).kept()).containsExactly(kept);

    UndoReport undone = transaction.execute(_ -> kind("deals").undo(file));

    assertThat(undone.kept()).containsExactly(kept);
    assertThat(lead().revenueFen()).isEqualTo(300L);
    deals.undo(one().id(), edited.undo(), WHO);
    assertThat(dsl.fetchCount(OPPORTUNITY)).as("nobody tells of it any more").isZero();
    assertThat(lead().stage()).isEqualTo("lead");
  }

  @Test
  void a_removed_opportunity_comes_back_exactly_and_no_file_brings_it_back() {
    ImportRow told = row("key", "d1", "lead_key", "a1", "won_at", MAY, "amount", 100L);
    bring("deals", told);
    Opportunity before = one();

    UUID removal = deals.remove(before.id(), WHO);

    assertThat(deals.ofLead(lead().id(), WHO)).isEmpty();
    assertThat(lead().stage()).isEqualTo("lead");
    assertThat(lead().revenueFen()).isZero();
    bring("deals", row("key", "d1", "lead_key", "a1", "won_at", MAY, "amount", 200L));
    assertThat(deals.ofLead(lead().id(), WHO)).isEmpty();
    assertThatThrownBy(() -> change(before, won("2026-05-02", 1L))).isInstanceOf(Problem.class);

    deals.undo(before.id(), removal, WHO);

    assertThat(one()).isEqualTo(before);
    assertThat(lead().revenueFen()).isEqualTo(100L);
  }

  @Test
  void nobody_takes_back_a_whole_file_through_one_of_its_deals() {
    UUID file = bring("deals", row("key", "d1", "lead_key", "a1", "won_at", MAY, "amount", 100L));

    assertThatThrownBy(() -> deals.undo(one().id(), file, WHO))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(DealsProblem.DEAL_CHANGE_GONE));
    assertThat(lead().revenueFen()).isEqualTo(100L);
  }

  @Test
  void files_and_people_in_any_order_leave_nothing_behind_when_all_is_taken_back() {
    LeadRow untouched = lead();
    for (int round = 0; round < 20; round++) {
      Random random = new Random(SEED + round);
      List<Runnable> undos = new ArrayList<>();
      UUID id = round % 2 == 0 ? opened(undos) : told(random, undos);
      for (int i = 0; i < 5; i++) {
        if (round % 2 == 1 && random.nextInt(3) == 0) {
          told(random, undos);
        } else {
          UUID change = deals.change(id, anything(random), WHO).undo();
          undos.add(() -> deals.undo(id, change, WHO));
        }
      }
      if (random.nextBoolean()) {
        UUID removal = deals.remove(id, WHO);
        undos.add(() -> deals.undo(id, removal, WHO));
      }
      Collections.shuffle(undos, random);
      undos.forEach(Runnable::run);

      assertThat(lead()).as("round %s", round).isEqualTo(untouched);
      assertThat(
              List.of(
                  dsl.fetchCount(OPPORTUNITY),
                  dsl.fetchCount(POC),
                  dsl.fetchCount(CONTRACT),
                  dsl.fetchCount(REPLACED),
                  dsl.fetchCount(HAND_CHANGE)))
          .as("round %s", round)
          .containsOnly(0);
    }
  }

  private UUID opened(List<Runnable> undos) {
    Deals.Changed made = add(draft(d -> d.opened = "2026-03-10"));
    UUID id = made.opportunity().id();
    undos.add(() -> deals.undo(id, made.undo(), WHO));
    return id;
  }

  private UUID told(Random random, List<Runnable> undos) {
    long fen = 1 + random.nextInt(1000);
    UUID file = bring("deals", row("key", "d1", "lead_key", "a1", "won_at", MAY, "amount", fen));
    undos.add(() -> transaction.executeWithoutResult(_ -> kind("deals").undo(file)));
    return dsl.select(OPPORTUNITY.ID).from(OPPORTUNITY).fetchSingle().value1();
  }

  private OpportunityDraft anything(Random random) {
    return random.nextBoolean()
        ? won("2026-05-0" + (1 + random.nextInt(9)), 100L + random.nextInt(1000))
        : draft(d -> {
          d.opened = "2026-03-10";
          d.lost = "2026-04-01";
          d.reason = "价格";
        });
  }

  private OpportunityDraft sameContract(Opportunity told, long fen) {
    UUID contract = told.contracts().getFirst().id();
    return draft(d ->
        d.contracts =
            List.of(new ContractDraft(contract, null, "2026-05-02", fen, null, null, null, null)));
  }

  @Test
  void two_rows_without_a_number_that_look_alike_are_not_taken_for_one() {
    ImportRow second = row("lead_key", "a1", "won_at", MAY, "amount", 200L);
    bring("deals", row("lead_key", "a1", "won_at", MAY, "amount", 100L), second);

    assertThat(second.faults())
        .extracting(ImportRow.Fault::code)
        .containsExactly("deals.sameWithoutKey");
    assertThat(lead().revenueFen()).isEqualTo(100L);
  }
}
