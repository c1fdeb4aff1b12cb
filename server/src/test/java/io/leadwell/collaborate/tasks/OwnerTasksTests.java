package io.leadwell.collaborate.tasks;

import static io.leadwell.tables.leads.Tables.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.NewLead;
import io.leadwell.pool.leads.Stage;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer comes in again: whoever works with them is told, once. */
@OnPostgres
class OwnerTasksTests {

  private static final Caller WHO = Caller.system();

  @Autowired private Leads leads;
  @Autowired private Members members;
  @Autowired private Tasks tasks;
  @Autowired private DSLContext dsl;

  private LeadRow lead(String name, String phone) {
    return leads
        .capture(
            new NewLead(name, phone, null, "青山机械有限公司", null, null, null, null, null, null, null),
            WHO)
        .lead();
  }

  private Caller owner() {
    UUID id =
        members
            .join(
                new NewMember("刘洋", null, null, Role.SALESPERSON, null, null, null, false, "zh-CN"),
                WHO)
            .id();
    return new Caller(
        Caller.Kind.MEMBER,
        id,
        null,
        "刘洋",
        Role.SALESPERSON.permissions(),
        new Visible.OwnedBy(Set.of(id)),
        null);
  }

  private List<Task> of(Caller owner) {
    return tasks.page(new TaskFilter(true, true, null), null, 10, owner).items();
  }

  private LeadRow owned(Stage stage, Caller owner) {
    LeadRow lead = lead("王伟", "13800138000");
    dsl.update(LEAD).set(LEAD.OWNER_ID, owner.memberId()).where(LEAD.ID.eq(lead.id())).execute();
    leads.move(lead.id(), stage, null, WHO);
    return lead;
  }

  @Test
  void the_owner_of_a_customer_has_a_task_when_a_colleague_of_theirs_comes_in() {
    Caller owner = owner();
    owned(Stage.WON, owner);

    LeadRow again = lead("李娜", "13900139000");

    Task task = of(owner).getFirst();
    assertThat(task.kind()).isEqualTo("customer");
    assertThat(task.leadId()).isEqualTo(again.id());
    assertThat(task.company()).isEqualTo("青山机械有限公司");
    assertThat(task.phone()).as("whom to call comes with the task").isNotNull();
    lead("李娜", "13900139000");
    assertThat(of(owner)).as("once for a lead").hasSize(1);
  }

  @Test
  void the_owner_of_an_open_opportunity_is_told_to_take_it_along() {
    Caller owner = owner();
    owned(Stage.OPPORTUNITY, owner);

    lead("李娜", "13900139000");

    assertThat(of(owner)).extracting(Task::kind).containsExactly("opportunity");
  }

  @Test
  void nobody_is_told_of_somebody_whose_company_is_only_a_lead() {
    Caller owner = owner();
    owned(Stage.MQL, owner);

    lead("李娜", "13900139000");

    assertThat(of(owner)).isEmpty();
  }
}
