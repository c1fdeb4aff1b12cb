package io.leadwell.collaborate.deals;

import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static io.leadwell.tables.leads.Tables.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.collaborate.deals.OpportunityDraft.ContractDraft;
import io.leadwell.collaborate.deals.OpportunityDraft.PocDraft;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnPostgres
class DealsByHandTests extends DealDesk {

  @Test
  void an_opportunity_is_opened_tried_and_won_and_its_lead_goes_along() {
    Opportunity opened = add(draft(d -> d.opened = "2026-03-10")).opportunity();
    assertThat(opened.name()).as("named after the company").isEqualTo("华信");
    assertThat(opened.stage()).isEqualTo("open");
    assertThat(lead().stage()).isEqualTo("opportunity");
    assertThat(lead().owner()).as("nobody's lead becomes the owner's").isEqualTo("周建华");

    change(
        opened,
        draft(d -> {
          d.opened = "2026-03-10";
          d.pocs = List.of(new PocDraft("2026-04-01", "2026-04-09", "passed", null));
        }));
    assertThat(lead().stage()).isEqualTo("poc");

    Opportunity won = change(opened, won("2026-05-02", 12_345_67L)).opportunity();
    assertThat(won.stage()).isEqualTo("won");
    assertThat(won.contracts())
        .singleElement()
        .satisfies(contract -> {
          assertThat(contract.amountFen()).isEqualTo(12_345_67L);
          assertThat(contract.startsOn()).isEqualTo(LocalDate.of(2026, 6, 1));
        });
    assertThat(lead().stage()).isEqualTo("won");
    assertThat(lead().stageSince()).isEqualTo("2026-05-01T16:00:00Z");
    assertThat(lead().revenueFen()).isEqualTo(12_345_67L);
    assertThat(actions()).containsExactly("deal.added", "deal.changed", "deal.changed");
  }

  @Test
  void losing_takes_a_reason_and_an_undo_opens_it_again() {
    Opportunity opened = add(draft(d -> d.opened = "2026-03-10")).opportunity();
    assertThat(faults(() -> change(opened, draft(d -> d.lost = "2026-05-01"))))
        .containsExactly("lossReason deals.reasonMissing");

    Deals.Changed lost =
        change(
            opened,
            draft(d -> {
              d.opened = "2026-03-10";
              d.lost = "2026-05-01";
              d.reason = "价格";
            }));
    assertThat(lost.opportunity().stage()).isEqualTo("lost");
    assertThat(lead().stage()).isEqualTo("lost");

    deals.undo(opened.id(), lost.undo(), WHO);

    assertThat(one().stage()).isEqualTo("open");
    assertThat(one().lossReason()).isNull();
    assertThat(lead().stage()).isEqualTo("opportunity");
    assertThat(lead().owner()).isEqualTo("周建华");
  }

  @Test
  void what_cannot_be_is_refused_at_its_field() {
    LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
    assertThat(
            faults(() ->
                add(
                    draft(d -> {
                      d.opened = "2026-06-01";
                      d.owner = UUID.randomUUID();
                      d.amount = -1L;
                      d.lost = tomorrow.toString();
                      d.reason = "价格";
                      d.pocs =
                          List.of(
                              new PocDraft("2026-04-09", "2026-04-01", null, null),
                              new PocDraft("2026-02-30", null, "failed", null),
                              new PocDraft(null, "2026-04-09", "maybe", null));
                      d.contracts =
                          List.of(
                              new ContractDraft(
                                  null,
                                  null,
                                  "2026-05-01",
                                  null,
                                  null,
                                  null,
                                  "2026-07-01",
                                  "2026-06-01"),
                              new ContractDraft(
                                  UUID.randomUUID(),
                                  null,
                                  "2026-05-01",
                                  1L,
                                  null,
                                  null,
                                  null,
                                  null));
                    }))))
        .containsExactlyInAnyOrder(
            "openedOn deals.openedLater",
            "ownerId leads.unknownReference",
            "amountFen deals.amountOutOfRange",
            "lostOn deals.notYet",
            "pocs[0].endedOn deals.endsBeforeItStarts",
            "pocs[1].startedOn deals.notADay",
            "pocs[1].endedOn deals.resultWithoutEnd",
            "pocs[1].failureReason deals.reasonMissing",
            "pocs[2].startedOn deals.dayMissing",
            "pocs[2].result deals.unknownResult",
            "contracts[0].amountFen deals.amountMissing",
            "contracts[0].endsOn deals.endsBeforeItStarts",
            "contracts[1].id leads.unknownReference");
    assertThat(dsl.fetchCount(OPPORTUNITY)).isZero();
  }

  @Test
  void a_day_stands_after_what_the_lead_had_reached_on_it() {
    Instant afternoon = Instant.parse("2026-04-01T07:00:00Z");
    bring("leads", row("key", "b1", "name", "李娜", "lead_at", MARCH, "mql_at", afternoon));
    UUID lina = leadOf("李娜").id();

    deals.add(
        lina,
        draft(d -> {
          d.opened = "2026-04-01";
          d.pocs = List.of(new PocDraft("2026-04-01", "2026-04-01", "passed", null));
          d.contracts =
              List.of(new ContractDraft(null, null, "2026-04-01", 1L, null, null, null, null));
        }),
        WHO);

    int outOfOrder =
        dsl.select(LEAD.MARKS).from(LEAD).where(LEAD.ID.eq(lina)).fetchSingle().value1() & 256;
    assertThat(outOfOrder).isZero();
    assertThat(leadOf("李娜").stageSince()).isEqualTo(afternoon);
  }

  @Test
  void one_lost_chance_of_two_does_not_lose_the_lead() {
    Opportunity first = add(draft(d -> d.opened = "2026-03-10")).opportunity();
    Opportunity second = add(draft(d -> d.opened = "2026-03-20")).opportunity();

    lose(first, "2026-05-01");
    assertThat(lead().stage()).isEqualTo("opportunity");
    lose(second, "2026-05-03");
    assertThat(lead().stage()).isEqualTo("lost");
  }

  @Test
  void who_changes_what_somebody_else_has_just_changed_is_told() {
    Opportunity seen = add(draft(d -> d.opened = "2026-03-10")).opportunity();
    change(seen, won("2026-05-02", 1L));

    assertThatThrownBy(() -> change(seen, won("2026-05-02", 2L), seen.version()))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> assertThat(p.code()).isEqualTo(DealsProblem.DEAL_CHANGED_MEANWHILE));
    assertThat(lead().revenueFen()).isEqualTo(1L);
  }

  @Test
  void a_deal_is_seen_with_its_lead_or_not_at_all() {
    Opportunity opened = add(draft(d -> d.opened = "2026-03-10")).opportunity();
    Caller stranger = seller(UUID.randomUUID());
    Caller seller = seller(owner);

    for (Runnable deed :
        List.<Runnable>of(
            () -> deals.change(opened.id(), won("2026-05-02", 1L), stranger),
            () -> deals.remove(opened.id(), stranger),
            () -> deals.undo(opened.id(), UUID.randomUUID(), stranger))) {
      assertThatThrownBy(deed::run)
          .isInstanceOfSatisfying(
              Problem.class, p -> assertThat(p.code()).isEqualTo(DealsProblem.DEAL_NOT_FOUND));
    }
    assertThatThrownBy(() -> deals.add(lead().id(), draft(_ -> {}), stranger))
        .isInstanceOf(Problem.class);
    assertThat(deals.change(opened.id(), won("2026-05-02", 1L), seller).opportunity().stage())
        .isEqualTo("won");
  }
}
