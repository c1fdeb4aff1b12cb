package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.EMPLOYMENT;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.PERSON_TAG;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class MergesTests extends ArrivingWorld {

  private static final String CORP = "ww123";
  private static final Caller SOMEBODY = Caller.system();

  @Autowired private Merges merges;
  @Autowired private People people;
  @Autowired private Touches touches;

  private Arrived formOf(String key, String name, String phone, Identity... identities) {
    return arrivals.bring(form(key, MAY, facts(name, phone), List.of(identities)));
  }

  @Test
  void two_people_become_one_with_one_lead_and_one_story() {
    Arrived one = formOf("s1", "王伟", "+8613800138000");
    Arrived other = formOf("s2", "Wang Wei", "+8613900139000");

    merges.merge(required(one.leadId()), required(other.leadId()), SOMEBODY);

    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    LeadRow lead = leads.get(required(other.leadId()), SOMEBODY);
    assertThat(lead.id()).as("the folded lead's id leads to the other").isEqualTo(one.leadId());
    assertThat(lead.personId()).isEqualTo(one.personId());
    assertThat(dsl.fetchCount(TOUCH, TOUCH.LEAD_ID.eq(one.leadId()))).isEqualTo(2);
    assertThat(people.current(List.of(other.personId())))
        .containsEntry(other.personId(), one.personId());
    assertThat(dsl.fetchCount(IDENTIFIER, IDENTIFIER.PERSON_ID.eq(one.personId()))).isEqualTo(2);
  }

  @Test
  void who_arrives_with_a_way_of_the_merged_one_is_the_one_they_are_now() {
    Arrived one = formOf("s1", "王伟", "+8613800138000");
    Arrived other = formOf("s2", "王伟", "+8613900139000");
    merges.merge(required(one.leadId()), required(other.leadId()), SOMEBODY);

    Arrived again = formOf("s3", "王伟", "+8613900139000");

    assertThat(again.personId()).isEqualTo(one.personId());
    assertThat(again.leadId()).isEqualTo(one.leadId());
  }

  @Test
  void taken_back_everything_stands_as_before() {
    Arrived one = formOf("s1", "王伟", "+8613800138000");
    Arrived other =
        formOf("s2", "李娜", "+8613900139000", new Identity(Identity.Kind.WECOM, CORP, "wm-1"));
    leads.tag(List.of(required(one.leadId())), List.of("展会"), List.of(), SOMEBODY);
    leads.tag(List.of(required(other.leadId())), List.of("展会", "重点"), List.of(), SOMEBODY);
    Map<String, List<String>> before = everything();

    UUID merge = merges.merge(required(one.leadId()), required(other.leadId()), SOMEBODY);
    assertThat(everything()).isNotEqualTo(before);
    merges.undo(merge, SOMEBODY);

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void leads_that_somebody_works_on_stay_two_and_go_back_with_their_person() {
    Arrived one = formOf("s1", "王伟", "+8613800138000");
    Arrived other = formOf("s2", "王伟", "+8613900139000");
    leads.move(required(one.leadId()), Stage.MQL, null, SOMEBODY);
    leads.move(required(other.leadId()), Stage.SAL, null, SOMEBODY);
    Map<String, List<String>> before = everything();

    UUID merge = merges.merge(required(one.leadId()), required(other.leadId()), SOMEBODY);
    assertThat(dsl.fetchCount(LEAD, LEAD.PERSON_ID.eq(one.personId()))).isEqualTo(2);
    merges.undo(merge, SOMEBODY);

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void a_lead_further_on_takes_the_other_in_whoever_was_known_first() {
    Arrived one = formOf("s1", "王伟", "+8613800138000");
    Arrived other = formOf("s2", "王伟", "+8613900139000");
    leads.move(required(other.leadId()), Stage.MQL, null, SOMEBODY);
    Map<String, List<String>> before = everything();

    UUID merge = merges.merge(required(one.leadId()), required(other.leadId()), SOMEBODY);

    LeadRow lead = leads.get(required(one.leadId()), SOMEBODY);
    assertThat(lead.id()).isEqualTo(other.leadId());
    assertThat(lead.stage()).isEqualTo("mql");
    assertThat(lead.personId()).as("the first known person stays").isEqualTo(one.personId());
    merges.undo(merge, SOMEBODY);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void what_came_in_since_goes_with_its_lead_or_with_who_it_names() {
    Arrived one = formOf("s1", "王伟", "+8613800138000");
    Arrived other = formOf("s2", "李娜", "+8613900139000");
    UUID merge = merges.merge(required(one.leadId()), required(other.leadId()), SOMEBODY);
    Arrived named = formOf("s3", "李娜", "+8613900139000");
    Arrived unnamed = formOf("s4", "王伟", "+8613800138000");
    Arrived corrected = arrivals.bring(form("s2", JUNE, facts("李娜娜", "+8613900139000"), List.of()));
    leads.edit(required(one.leadId()), new LeadEdit(Map.of(Fact.TITLE, "总监")), SOMEBODY);

    merges.undo(merge, SOMEBODY);

    assertThat(List.of(named.personId(), unnamed.personId(), corrected.personId()))
        .containsOnly(one.personId());
    assertThat(recordsOf(other.personId())).containsExactlyInAnyOrder("s2", "s3");
    assertThat(recordsOf(one.personId())).contains("s1", "s4").doesNotContain("s2", "s3");
    assertThat(leads.get(required(other.leadId()), SOMEBODY).personId())
        .isEqualTo(other.personId());
    assertThat(leads.get(required(one.leadId()), SOMEBODY).title()).isEqualTo("总监");
    assertThat(leads.get(required(other.leadId()), SOMEBODY).title()).isNull();
    assertThat(
            dsl.fetchCount(
                TOUCH, TOUCH.PERSON_ID.eq(other.personId()).and(TOUCH.WITHDRAWN_AT.isNull())))
        .isEqualTo(2);
  }

  @Test
  void merges_of_merges_come_apart_in_any_order() {
    for (List<Integer> order : List.of(List.of(0, 1), List.of(1, 0))) {
      String suffix = order.toString();
      Arrived a = formOf("a" + suffix, "王伟", "+861380013800" + order.getFirst());
      Arrived b = formOf("b" + suffix, "王为", "+861380013801" + order.getFirst());
      Arrived c = formOf("c" + suffix, "王玮", "+861380013802" + order.getFirst());
      Map<String, List<String>> before = everything();

      List<UUID> done = new ArrayList<>();
      done.add(merges.merge(required(b.leadId()), required(c.leadId()), SOMEBODY));
      done.add(merges.merge(required(a.leadId()), required(c.leadId()), SOMEBODY));
      assertThat(merges.of(required(c.leadId()), SOMEBODY)).hasSize(2);
      order.forEach(which -> merges.undo(done.get(which), SOMEBODY));

      assertThat(everything()).isEqualTo(before);
    }
  }

  @Test
  void what_a_browser_does_is_told_of_who_its_person_is_now() {
    Arrived one = formOf("s1", "王伟", "+8613800138000");
    Arrived other = formOf("s2", "王伟", "+8613900139000");
    merges.merge(required(one.leadId()), required(other.leadId()), SOMEBODY);

    touches.put(
        List.of(
            new NewTouch(
                other.personId(),
                "v1",
                "visit",
                JUNE,
                CameFrom.UNKNOWN,
                Map.of(),
                null,
                Map.of())));

    assertThat(dsl.fetchCount(TOUCH, TOUCH.PERSON_ID.eq(one.personId()))).isEqualTo(3);
  }

  @Test
  void two_unique_accounts_of_one_corp_are_two_people_whoever_says_otherwise() {
    Arrived one =
        formOf("s1", "王伟", "+8613800138000", new Identity(Identity.Kind.WECOM, CORP, "wm-1"));
    Arrived other =
        formOf("s2", "王伟", "+8613900139000", new Identity(Identity.Kind.WECOM, CORP, "wm-2"));

    assertThatThrownBy(
            () -> merges.merge(required(one.leadId()), required(other.leadId()), SOMEBODY))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.code()).isEqualTo(LeadsProblem.IDENTITIES_DIFFER));
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(2);
  }

  @Test
  void a_person_is_not_merged_with_themselves_nor_a_merge_taken_back_twice() {
    Arrived one = formOf("s1", "王伟", "+8613800138000");
    Arrived other = formOf("s2", "王伟", "+8613900139000");
    UUID merge = merges.merge(required(one.leadId()), required(other.leadId()), SOMEBODY);

    assertThatThrownBy(
            () -> merges.merge(required(one.leadId()), required(other.leadId()), SOMEBODY))
        .isInstanceOf(Problem.class);
    merges.undo(merge, SOMEBODY);
    assertThatThrownBy(() -> merges.undo(merge, SOMEBODY)).isInstanceOf(Problem.class);
  }

  private List<String> recordsOf(UUID person) {
    return dsl.fetch(
            """
            select r.source_key from leads.link l join leads.source_record r on r.id = l.record_id
            where l.person_id = ? and l.superseded_at is null and r.source_key not like 'edit:%'
            """,
            person)
        .map(row -> row.get(0, String.class).replaceFirst("^.*:", ""));
  }

  /** All that is told of people, without the ids of rows that are written anew by every fold. */
  private Map<String, List<String>> everything() {
    Map<String, List<String>> all = new TreeMap<>();
    all.put("person", rows(PERSON));
    all.put("lead", rows(LEAD));
    all.put("link", rows(LINK, LINK.SUPERSEDED_AT.isNull(), LINK.ID, LINK.LINKED_AT));
    all.put("touch", rows(TOUCH));
    all.put("entry", rows(STAGE_ENTRY));
    all.put("identifier", rows(IDENTIFIER, IDENTIFIER.ID.isNotNull(), IDENTIFIER.ID));
    all.put("employment", rows(EMPLOYMENT, EMPLOYMENT.ID.isNotNull(), EMPLOYMENT.ID));
    all.put("tag", rows(PERSON_TAG));
    all.put("company", rows(COMPANY));
    return all;
  }

  private List<String> rows(Table<? extends Record> table) {
    return rows(table, org.jooq.impl.DSL.trueCondition());
  }

  private List<String> rows(
      Table<? extends Record> table, org.jooq.Condition which, Field<?>... without) {
    return dsl.selectFrom(table).where(which).fetch().stream()
        .map(row -> {
          Map<String, String> columns = new TreeMap<>();
          for (Field<?> column : table.fields()) {
            if (!List.of(without).contains(column)) {
              Object value = row.get(column);
              columns.put(
                  column.getName(),
                  value instanceof Object[] array
                      ? List.of(array).toString()
                      : String.valueOf(value));
            }
          }
          return columns.toString();
        })
        .sorted()
        .toList();
  }
}
