package io.leadwell.pool.segments;

import static io.leadwell.tables.leads.Tables.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.LeadChoice;
import io.leadwell.pool.leads.LeadFilter;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.LeadsProblem;
import io.leadwell.pool.rules.RulesProblem;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who reads segments, keeps lists by hand, and narrows the list of leads by them. */
@OnPostgres
class SegmentReadersTests extends SegmentWorld {

  @Test
  void who_is_kept_in_a_list_by_hand_stays_through_a_merge_and_is_back_after_it() {
    LeadRow one = lead("王伟", "市场总监");
    LeadRow other = lead("王伟", "市场总监");
    Segment list = segments.add("邀请名单", null, null, WHO);
    assertThat(segmentMembers.put(list.id(), LeadChoice.of(List.of(other.id())), WHO))
        .containsExactly(other.id());
    assertThat(segmentMembers.put(list.id(), LeadChoice.of(List.of(other.id())), WHO)).isEmpty();

    UUID merge = merges.merge(one.id(), other.id(), WHO);
    assertThat(in(list)).containsExactly(one.id());
    merges.undo(merge, WHO);
    assertThat(in(list)).containsExactly(other.id());
    assertThat(segmentMembers.take(list.id(), List.of(one.id(), other.id()), WHO))
        .containsExactly(other.id());
    assertThat(in(list)).isEmpty();
  }

  @Test
  void a_reader_counts_sees_and_fills_with_the_leads_of_their_scope_only() {
    LeadRow mine = lead("王伟", "市场总监");
    LeadRow theirs = lead("李娜", "市场总监");
    UUID me = seller();
    dsl.update(LEAD).set(LEAD.OWNER_ID, me).where(LEAD.ID.eq(mine.id())).execute();
    Segment segment = segment("决策人", DIRECTORS);
    Caller seller =
        new Caller(
            Caller.Kind.MEMBER,
            me,
            null,
            "刘洋",
            Role.SALESPERSON.permissions(),
            new Visible.OwnedBy(Set.of(me)),
            null);
    assertThat(segment.leads()).isEqualTo(2);
    assertThat(segments.get(segment.id(), seller).leads()).isOne();
    Segments.Trial trial = segments.tryOut(json.readTree(DIRECTORS), seller);
    assertThat(trial.leads()).isOne();
    assertThat(trial.some()).extracting(LeadRow::id).containsExactly(mine.id());
    refused(
        LeadsProblem.LEAD_NOT_FOUND,
        () -> segmentMembers.reasons(segment.id(), theirs.id(), seller));
    Segment list = segments.add("名单", null, null, WHO);
    assertThat(segmentMembers.put(list.id(), LeadChoice.of(LeadFilter.everything()), seller))
        .containsExactly(mine.id());
  }

  @Test
  void the_list_of_leads_is_narrowed_by_a_segment_and_by_any_field_of_rules() {
    LeadRow director = lead("王伟", "市场总监");
    lead("李娜", "专员");
    Segment segment = segment("决策人", DIRECTORS);
    assertThat(found(Map.of("lead.segment", segment.id().toString())))
        .containsExactly(director.id());
    assertThat(found(Map.of("person.title~contains", "总监", "lead.stage", "lead,mql")))
        .containsExactly(director.id());
    assertThat(found(Map.of("person.title~not_contains", "总监"))).hasSize(1);
    refused(RulesProblem.RULE_INVALID, () -> found(Map.of("person.shoe", "42")));
  }

  private List<UUID> found(Map<String, String> asked) {
    return leads
        .page(query.filter(asked), LeadFilter.Order.NEWEST_FIRST, null, 10, WHO)
        .items()
        .stream()
        .map(LeadRow::id)
        .toList();
  }

  private UUID seller() {
    return Objects.requireNonNull(
        members
            .join(
                new NewMember("刘洋", null, null, Role.SALESPERSON, null, null, null, false, "zh-CN"),
                WHO)
            .id());
  }
}
