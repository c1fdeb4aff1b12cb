package io.leadwell.collaborate.deals;

import static io.leadwell.tables.workspace.Tables.AUDIT_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.collaborate.deals.OpportunityDraft.ContractDraft;
import io.leadwell.collaborate.deals.OpportunityDraft.PocDraft;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportKind;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportRow;
import io.leadwell.pool.leads.LeadFilter;
import io.leadwell.pool.leads.LeadFilter.Order;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A lead, its owner, and hands that open, change and close its opportunities. */
abstract class DealDesk {

  static final Caller WHO = Caller.system();
  static final Instant MARCH = Instant.parse("2026-03-02T02:00:00Z");
  static final Instant MAY = Instant.parse("2026-05-02T02:00:00Z");

  @Autowired List<ImportKind> kinds;
  @Autowired Leads leads;
  @Autowired Deals deals;
  @Autowired Members members;
  @Autowired DSLContext dsl;
  @Autowired TransactionTemplate transaction;
  UUID owner = new UUID(0, 0);

  @BeforeEach
  void oneLead() {
    owner =
        members
            .join(
                new NewMember(
                    "周建华", null, null, Role.SALESPERSON, null, null, null, false, "zh-CN"),
                WHO)
            .id();
    bring("leads", row("key", "a1", "name", "王伟", "company", "华信", "lead_at", MARCH));
  }

  /** What a person fills in. */
  final class Typed {
    @Nullable Long amount;
    @Nullable UUID owner = DealDesk.this.owner;
    @Nullable String opened;
    @Nullable String lost;
    @Nullable String reason;
    List<PocDraft> pocs = List.of();
    List<ContractDraft> contracts = List.of();
  }

  interface Typing {
    void type(Typed typed);
  }

  OpportunityDraft draft(Typing typing) {
    Typed typed = new Typed();
    typing.type(typed);
    return new OpportunityDraft(
        null,
        typed.amount,
        null,
        typed.owner,
        null,
        typed.opened,
        typed.lost,
        typed.reason,
        typed.pocs,
        typed.contracts,
        null);
  }

  OpportunityDraft won(String day, long fen) {
    return draft(d -> {
      d.opened = "2026-03-10";
      d.contracts =
          List.of(
              new ContractDraft(null, "HT-1", day, fen, null, "旗舰版", "2026-06-01", "2027-05-31"));
    });
  }

  void lose(Opportunity opportunity, String day) {
    change(
        opportunity,
        draft(d -> {
          d.opened = "2026-03-20";
          d.lost = day;
          d.reason = "价格";
        }));
  }

  Deals.Changed add(OpportunityDraft draft) {
    return deals.add(lead().id(), draft, WHO);
  }

  Deals.Changed change(Opportunity opportunity, OpportunityDraft draft) {
    return change(opportunity, draft, null);
  }

  Deals.Changed change(Opportunity opportunity, OpportunityDraft draft, @Nullable UUID version) {
    UnaryOperator<OpportunityDraft> seen =
        d ->
            new OpportunityDraft(
                d.name(),
                d.amountFen(),
                d.product(),
                d.ownerId(),
                d.competitor(),
                d.openedOn(),
                d.lostOn(),
                d.lossReason(),
                d.pocs(),
                d.contracts(),
                version);
    return deals.change(opportunity.id(), seen.apply(draft), WHO);
  }

  List<String> faults(Runnable deed) {
    List<String> faults = new ArrayList<>();
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            Problem.class, p -> p.fields().forEach(f -> faults.add(f.field() + " " + f.code())));
    return faults;
  }

  static Caller seller(UUID id) {
    return new Caller(
        Caller.Kind.MEMBER,
        id,
        null,
        "销售",
        Role.SALESPERSON.permissions(),
        new Visible.OwnedBy(Set.of(id)),
        null);
  }

  Opportunity one() {
    List<Opportunity> all = deals.ofLead(lead().id(), WHO);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  LeadRow lead() {
    return leadOf("王伟");
  }

  LeadRow leadOf(String name) {
    return leads.page(LeadFilter.everything(), Order.NEWEST_FIRST, null, 10, WHO).items().stream()
        .filter(lead -> name.equals(lead.name()))
        .findFirst()
        .orElseThrow();
  }

  List<String> actions() {
    return dsl.select(AUDIT_ENTRY.ACTION)
        .from(AUDIT_ENTRY)
        .where(AUDIT_ENTRY.OBJECT_KIND.eq("deal"))
        .orderBy(AUDIT_ENTRY.ID)
        .fetch(AUDIT_ENTRY.ACTION);
  }

  UUID bring(String kind, ImportRow... rows) {
    UUID batch = Ids.next();
    commit(pass(kind, batch), rows);
    return batch;
  }

  void commit(ImportPass pass, ImportRow... rows) {
    transaction.executeWithoutResult(_ -> pass.commit(List.of(rows)));
  }

  ImportPass pass(String kind, UUID batch) {
    return kind(kind).begin(new ImportContext(batch, "history", ZoneId.of("Asia/Shanghai"), WHO));
  }

  ImportKind kind(String name) {
    return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
  }

  static ImportRow row(Object... pairs) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
    }
    return new ImportRow(2, values, Map.of());
  }
}
