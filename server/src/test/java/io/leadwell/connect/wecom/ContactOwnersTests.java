package io.leadwell.connect.wecom;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.LeadEdit;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.NewLead;
import io.leadwell.testing.OnPostgres;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose a contact of a colleague is in the pool. */
@OnPostgres
class ContactOwnersTests extends ContactWorld {

  @Autowired private Members members;

  @Test
  void a_remarked_phone_finds_the_person_who_is_there_already() {
    leads.capture(
        new NewLead("王建国", "13800138000", null, "华信机械", null, null, null, null, null, null, null),
        Caller.system());
    edit("王建国", "138 0013 8000");
    corp.tellAdded(WANG, "zhangsan", NOW, null, null);
    settle();
    assertThat(dsl.fetchCount(PERSON)).isEqualTo(1);
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
  }

  @Test
  void the_lead_belongs_to_the_member_who_the_colleague_is() {
    UUID zhang = member("张三", "zhang@example.com", Role.SALESPERSON);
    colleagues.refresh(corp.connection, Caller.system());
    corp.add(WANG, "小王", "zhangsan", NOW, null);
    settle();
    assertThat(lead().ownerId()).isEqualTo(zhang);

    corp.add(WANG, "小王", "lisi", NOW.plusSeconds(600), null);
    settle();
    assertThat(lead().ownerId()).as("a second colleague takes nothing away").isEqualTo(zhang);
  }

  @Test
  void a_colleague_who_is_known_later_gets_the_lead_then() {
    corp.add(WANG, "小王", "lisi", NOW, null);
    settle();
    assertThat(lead().ownerId()).isNull();
    UUID li = member("李四", "li.si@example.com", Role.SDR);
    Colleague colleague =
        colleagues.of(corp.connection).stream()
            .filter(one -> one.userId().equals("lisi"))
            .findFirst()
            .orElseThrow();
    assertThat(colleague.name()).as("asked when first met").isEqualTo("李四");
    colleagues.match(colleague.id(), li, Caller.system());
    catchUp.tellAgain();
    assertThat(lead().sdrId()).isEqualTo(li);
    assertThat(lead().ownerId()).isNull();
  }

  @Test
  void a_lead_that_has_an_owner_keeps_it_when_its_person_adds_somebody() {
    UUID zhang = member("张三", "zhang@example.com", Role.SALESPERSON);
    UUID wu = member("吴九", "wu@example.com", Role.SALESPERSON);
    colleagues.refresh(corp.connection, Caller.system());
    LeadRow typed =
        leads
            .capture(
                new NewLead(
                    "王建国", "13800138000", null, null, null, null, null, null, null, null, null),
                Caller.system())
            .lead();
    leads.edit(typed.id(), new LeadEdit(Map.of(Fact.OWNER_ID, wu.toString())), Caller.system());
    edit("王建国", "13800138000");
    corp.tellAdded(WANG, "zhangsan", NOW, null, null);
    settle();
    assertThat(lead().ownerId()).isEqualTo(wu).isNotEqualTo(zhang);
  }

  private UUID member(String name, String email, Role role) {
    return members
        .join(
            new NewMember(name, email, "tall blue heron", role, null, null, null, false, "zh-CN"),
            Caller.system())
        .id();
  }
}
