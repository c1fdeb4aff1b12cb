package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.fields.FieldType;
import io.leadwell.pool.leads.TimelineItem.Kind;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class TimelinesTests extends FieldWorld {

  private static final Set<Kind> ALL = Set.of();

  @Autowired private Timelines timelines;
  @Autowired private TimelineStore store;
  @Autowired private Portraits portraits;
  @Autowired private Database database;
  @Autowired private TransactionTemplate transaction;

  private UUID wang() {
    return required(arrive("w", MAY, "王伟", "+8613800138000", Facts.build()).leadId());
  }

  private void touches(UUID lead, int many) {
    UUID person = leads.get(lead, WHO).personId();
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      // many at the same moment, so that the id must decide as well
      rows.add(
          new Object[] {
            Ids.next(),
            person,
            lead,
            "content",
            "白皮书" + i % 3,
            MAY.plusSeconds(i / 10),
            "{\"seconds\": 60}"
          });
    }
    transaction.executeWithoutResult(_ ->
        database.copy(
            TOUCH,
            List.of(
                TOUCH.ID,
                TOUCH.PERSON_ID,
                TOUCH.LEAD_ID,
                TOUCH.SCENE,
                TOUCH.CONTENT,
                TOUCH.HAPPENED_AT,
                TOUCH.DETAIL),
            rows));
    database.analyze(TOUCH);
  }

  private List<TimelineItem> whole(UUID lead, int limit) {
    List<TimelineItem> items = new ArrayList<>();
    String cursor = null;
    do {
      Page<TimelineItem> page = timelines.ofLead(lead, true, ALL, cursor, limit, WHO);
      items.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return items;
  }

  @Test
  void thousands_of_touches_are_paged_without_a_gap_or_a_repeat() {
    UUID lead = wang();
    touches(lead, 3_000);
    List<TimelineItem> items = whole(lead, 170);
    long total = timelines.ofLead(lead, false, ALL, null, 10, WHO).total();
    assertThat(items).hasSize((int) total);
    assertThat(items.stream().map(TimelineItem::id).distinct()).hasSize(items.size());
    assertThat(items).isSortedAccordingTo(Comparator.comparing(TimelineItem::at).reversed());
  }

  @Test
  void a_page_of_somebody_with_many_touches_is_read_by_the_index() {
    UUID lead = wang();
    touches(lead, 5_000);
    for (int other = 10; other < 40; other++) {
      touches(
          required(
              arrive("o" + other, MAY, "李" + other, "+86139001390" + other, Facts.build())
                  .leadId()),
          40);
    }
    var query =
        store.page(
            Set.of(lead),
            EnumSet.of(Kind.TOUCH),
            new TimelineSource.Moment(MAY.plusSeconds(200), Ids.next()),
            51);
    assertThat(query).isNotNull();
    String plan = dsl.explain(query).plan();
    assertThat(plan).contains("touch_lead").doesNotContain("Seq Scan on touch");
  }

  @Test
  void it_is_narrowed_to_kinds() {
    UUID lead = wang();
    leads.move(lead, Stage.MQL, "合格", WHO);
    leads.edit(lead, new LeadEdit(Map.of(Fact.TITLE, "总监")), WHO);
    for (Kind kind : List.of(Kind.TOUCH, Kind.STAGE, Kind.EDIT)) {
      assertThat(timelines.ofLead(lead, false, Set.of(kind), null, 50, WHO).items())
          .as(kind.word())
          .isNotEmpty()
          .allMatch(item -> item.kind().equals(kind.word()));
    }
    assertThat(timelines.ofLead(lead, false, Set.of(Kind.TASK), null, 50, WHO).items()).isEmpty();
  }

  @Test
  void an_edit_says_what_it_stated_and_masks_contacts_from_who_may_not_see_them() {
    field(FieldEntity.PERSON, "hobby", FieldType.TEXT);
    UUID lead = wang();
    leads.edit(
        lead, new LeadEdit(Map.of(Fact.PHONE, "13900139000"), Map.of("person.hobby", "围棋")), WHO);
    Caller blind =
        new Caller(
            Caller.Kind.KEY,
            null,
            null,
            "key",
            Set.of(io.leadwell.base.workspace.Permission.LEADS_READ),
            WHO.visible(),
            null);
    TimelineItem edit =
        timelines.ofLead(lead, false, Set.of(Kind.EDIT), null, 50, blind).items().stream()
            .filter(item -> item.subject().equals("manual"))
            .findFirst()
            .orElseThrow();
    assertThat(edit.detail()).containsEntry("person.hobby", Map.of("after", "围棋"));
    assertThat(String.valueOf(edit.detail().get("phone"))).contains("*");
  }

  @Test
  void the_person_s_story_crosses_her_leads_and_a_company_s_its_people() {
    UUID first =
        required(
            arrive("1", MAY, "王伟", "+8613800138000", Facts.build().with(Fact.COMPANY, "华信"))
                .leadId());
    leads.move(first, Stage.LOST, "预算不足", WHO);
    UUID second =
        required(
            arrive("2", JUNE, "王伟", "+8613800138000", Facts.build().with(Fact.COMPANY, "华信"))
                .leadId());
    UUID other =
        required(
            arrive("3", JUNE, "李娜", "+8613900139000", Facts.build().with(Fact.COMPANY, "华信"))
                .leadId());
    assertThat(second).isNotEqualTo(first);
    assertThat(leadsOf(timelines.ofLead(second, false, ALL, null, 100, WHO)))
        .containsExactly(second);
    assertThat(leadsOf(timelines.ofLead(second, true, ALL, null, 100, WHO)))
        .containsExactlyInAnyOrder(first, second);
    UUID company = required(leads.get(first, WHO).companyId());
    assertThat(leadsOf(timelines.ofCompany(company, ALL, null, 100, WHO)))
        .containsExactlyInAnyOrder(first, second, other);
    assertThat(portraits.ofPerson(second, WHO).related())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.name()).isEqualTo("李娜");
          assertThat(one.colleague()).isTrue();
        });
  }

  private static Set<UUID> leadsOf(Page<TimelineItem> page) {
    return page.items().stream()
        .map(TimelineItem::leadId)
        .filter(java.util.Objects::nonNull)
        .collect(java.util.stream.Collectors.toSet());
  }

  @Test
  void only_leads_the_reader_may_see_are_told_of() {
    UUID mine =
        required(
            arrive("1", MAY, "王伟", "+8613800138000", Facts.build().with(Fact.COMPANY, "华信"))
                .leadId());
    UUID hidden =
        required(
            arrive("2", MAY, "李娜", "+8613900139000", Facts.build().with(Fact.COMPANY, "华信"))
                .leadId());
    Caller zhou = salesperson("周敏");
    leads.edit(
        mine, new LeadEdit(Map.of(Fact.OWNER_ID, required(zhou.memberId()).toString())), WHO);
    UUID company = required(leads.get(mine, WHO).companyId());
    assertThat(leadsOf(timelines.ofCompany(company, ALL, null, 100, zhou))).containsExactly(mine);
    assertThatThrownBy(() -> timelines.ofLead(hidden, true, ALL, null, 10, zhou))
        .isInstanceOf(Problem.class);
    assertThat(portraits.ofPerson(mine, zhou).related()).isEmpty();
    assertThat(portraits.ofPerson(mine, WHO).related()).hasSize(1);
  }

  @Test
  void a_portrait_sums_what_was_read_and_who_shares_a_number() {
    UUID lead = wang();
    touches(lead, 30);
    arrive("x", MAY, "赵敏", "+8613800138000", Facts.build());
    Portrait portrait = portraits.ofPerson(lead, WHO);
    assertThat(portrait.read()).hasSize(3).allMatch(read -> read.times() == 10);
    assertThat(portrait.read().getFirst().seconds()).isEqualTo(600);
    assertThat(portrait.related())
        .singleElement()
        .satisfies(one -> assertThat(one.by().getFirst().kind()).isEqualTo("phone"));
  }
}
