package io.leadwell.collaborate.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.pool.leads.CompanyTouches;
import io.leadwell.testing.OnPostgres;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever sells to a company learns who moves there meanwhile. */
@OnPostgres
class DealMovesTests extends DealDesk {

  @Test
  void colleagues_who_come_in_while_it_is_open_are_told_to_who_owns_it_though_not_their_leads() {
    Opportunity opened = add(draft(d -> d.opened = "2026-03-10")).opportunity();
    assertThat(deals.moves(opened.id(), WHO)).isEqualTo(CompanyTouches.Moves.NONE);

    bring("leads", row("key", "b1", "name", "李娜", "company", "华信", "lead_at", MAY));
    bring("leads", row("key", "c1", "name", "赵敏", "company", "青山", "lead_at", MAY));

    CompanyTouches.Moves moves = deals.moves(opened.id(), seller(owner));
    assertThat(moves.people()).isEqualTo(1);
    assertThat(moves.total()).isEqualTo(1);
    assertThat(moves.latest())
        .singleElement()
        .satisfies(move -> {
          assertThat(move.name()).isEqualTo("李娜");
          assertThat(move.at()).isEqualTo(MAY);
        });
    assertThat(leads.rows(java.util.List.of(leadOf("李娜").id()), seller(owner)))
        .as("the lead itself is not theirs to see")
        .isEmpty();
  }

  @Test
  void what_happens_after_it_is_closed_is_no_move_of_it() {
    Opportunity opened = add(draft(d -> d.opened = "2026-03-10")).opportunity();
    lose(opened, "2026-04-01");

    bring("leads", row("key", "b1", "name", "李娜", "company", "华信", "lead_at", MAY));

    assertThat(deals.moves(opened.id(), WHO).total()).isZero();
  }

  @Test
  void whoever_may_not_see_the_deal_sees_no_moves() {
    Opportunity opened = add(draft(d -> d.opened = "2026-03-10")).opportunity();

    assertThatThrownBy(() -> deals.moves(opened.id(), seller(UUID.randomUUID())))
        .isInstanceOf(Problem.class);
  }
}
