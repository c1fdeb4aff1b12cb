package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.LeadFilter.Order;
import io.leadwell.pool.leads.Leads.Captured;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Leads typed by people who may see all leads, and by people who may see their own. */
@OnPostgres
class CapturedByHandTests {

  private static final Caller EVERYTHING = Caller.system();
  private static final String PHONE = "13800138000";

  @Autowired private Leads leads;
  @Autowired private Members members;
  @Autowired private DSLContext dsl;

  private Caller zhou = EVERYTHING;
  private Caller wu = EVERYTHING;

  @BeforeEach
  void twoSalespeople() {
    zhou = salesperson("周建华");
    wu = salesperson("吴晓峰");
  }

  @Test
  void what_somebody_else_has_is_not_told_to_who_sees_only_their_own() {
    LeadRow hers = leads.capture(typed("王伟", PHONE, "wang@huaxin.example.cn", "采购总监"), zhou).lead();

    Captured his = leads.capture(typed("王伟", PHONE, null, null), wu);

    assertThat(his.existing()).as("the answer is that to a new person").isFalse();
    assertThat(his.lead().id()).isNotEqualTo(hers.id());
    assertThat(his.lead().personId()).isNotEqualTo(hers.personId());
    assertThat(his.lead().title()).isNull();
    assertThat(his.lead().email()).isNull();
    assertThat(seenBy(wu)).containsExactly(his.lead().id());
    assertThat(seenBy(zhou)).containsExactly(hers.id());
  }

  @Test
  void a_lead_of_nobody_is_not_told_either() {
    leads.capture(typed("王伟", PHONE, null, "采购总监"), EVERYTHING);

    Captured his = leads.capture(typed("王伟", PHONE, null, null), wu);

    assertThat(his.existing()).isFalse();
    assertThat(his.lead().title()).isNull();
  }

  @Test
  void ones_own_lead_typed_twice_is_one() {
    Captured first = leads.capture(typed("王伟", PHONE, null, null), wu);

    Captured again = leads.capture(typed("王伟", PHONE, null, "采购总监"), wu);

    assertThat(again.existing()).isTrue();
    assertThat(again.lead().id()).isEqualTo(first.lead().id());
    assertThat(seenBy(wu)).containsExactly(first.lead().id());
  }

  @Test
  void another_lead_of_the_same_person_is_not_told_beside_ones_own() {
    LeadRow his = leads.capture(typed("王伟", PHONE, null, null), wu).lead();
    leads.move(his.id(), Stage.LOST, "没有预算", wu);
    LeadRow next = leads.capture(typed("王伟", PHONE, null, null), EVERYTHING).lead();
    assertThat(next.personId()).isEqualTo(his.personId());

    Captured again = leads.capture(typed("王伟", PHONE, null, null), wu);

    assertThat(again.existing()).isFalse();
    assertThat(again.lead().id()).isNotIn(his.id(), next.id());
  }

  @Test
  void who_sees_all_meets_the_person_who_is_there_and_takes_nothing_from_the_owner() {
    LeadRow hers = leads.capture(typed("王伟", PHONE, null, null), zhou).lead();

    Captured met = leads.capture(typed("王伟", PHONE, null, null), EVERYTHING);

    assertThat(met.existing()).isTrue();
    assertThat(met.lead().id()).isEqualTo(hers.id());
    assertThat(dsl.select(LEAD.OWNER_ID).from(LEAD).fetch(LEAD.OWNER_ID))
        .containsExactly(zhou.memberId());
  }

  private List<UUID> seenBy(Caller who) {
    return leads.page(LeadFilter.everything(), Order.NEWEST_FIRST, null, 10, who).items().stream()
        .map(LeadRow::id)
        .toList();
  }

  private static NewLead typed(
      String name, String phone, @Nullable String email, @Nullable String title) {
    return new NewLead(name, phone, email, null, title, null, null, null, null, null, null);
  }

  private Caller salesperson(String name) {
    UUID id =
        members
            .join(
                new NewMember(name, null, null, Role.SALESPERSON, null, null, null, false, "zh-CN"),
                EVERYTHING)
            .id();
    return new Caller(
        Caller.Kind.MEMBER,
        id,
        null,
        name,
        Role.SALESPERSON.permissions(),
        new Visible.OwnedBy(Set.of(id)),
        null);
  }
}
