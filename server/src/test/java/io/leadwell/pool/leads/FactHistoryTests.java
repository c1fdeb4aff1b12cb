package io.leadwell.pool.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.fields.FieldType;
import io.leadwell.pool.leads.FactHistory.Story;
import io.leadwell.pool.leads.FactHistory.ToldOnce;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class FactHistoryTests extends FieldWorld {

  private static final String PHONE = "+8613800138000";

  @Autowired private FactHistory history;

  private UUID wang() {
    arrive("1", MAY, "王伟", PHONE, Facts.build().with(Fact.TITLE, "经理"));
    return required(arrive("2", JUNE, "王伟", PHONE, Facts.build().with(Fact.TITLE, "总监")).leadId());
  }

  private static List<String> values(Story story, String state) {
    return story.values().stream()
        .filter(value -> value.state().equals(state))
        .map(ToldOnce::value)
        .toList();
  }

  private UUID record(UUID lead, String field, String value) {
    return history.of(lead, field, WHO).values().stream()
        .filter(told -> told.value().equals(value))
        .findFirst()
        .orElseThrow()
        .recordId();
  }

  @Test
  void every_value_is_kept_and_the_rule_says_which_is_shown() {
    UUID lead = wang();
    Story story = history.of(lead, "title", WHO);
    assertThat(values(story, "shown")).containsExactly("总监");
    assertThat(values(story, "kept")).containsExactly("经理");
    assertThat(story.why()).isEqualTo("usual");
    assertThat(story.values().getFirst().source()).isEqualTo("form:demo");
  }

  @Test
  void a_value_chosen_by_hand_stays_until_it_is_taken_back() {
    UUID lead = wang();
    UUID undo = history.choose(lead, "title", record(lead, "title", "经理"), WHO).undo();
    assertThat(leads.get(lead, WHO).title()).isEqualTo("经理");
    arrive("3", JUNE, "王伟", PHONE, Facts.build().with(Fact.TITLE, "副总"));
    Story story = history.of(lead, "title", WHO);
    assertThat(leads.get(lead, WHO).title()).isEqualTo("经理");
    assertThat(story.why()).isEqualTo("chosen");
    assertThat(story.values().stream().filter(ToldOnce::chosen)).hasSize(1);

    leads.undo(lead, undo, WHO);
    assertThat(leads.get(lead, WHO).title()).isEqualTo("副总");
    assertThat(values(history.of(lead, "title", WHO), "withdrawn")).containsExactly("经理");
  }

  @Test
  void a_later_edit_by_hand_holds_over_what_was_chosen() {
    UUID lead = wang();
    history.choose(lead, "title", record(lead, "title", "经理"), WHO);
    leads.edit(lead, new LeadEdit(Map.of(Fact.TITLE, "总裁")), WHO);
    assertThat(leads.get(lead, WHO).title()).isEqualTo("总裁");
    assertThat(history.of(lead, "title", WHO).why()).isEqualTo("hand");
  }

  @Test
  void what_a_source_said_before_it_said_otherwise_is_kept_as_replaced() {
    UUID lead =
        required(arrive("1", MAY, "王伟", PHONE, Facts.build().with(Fact.CITY, "南京")).leadId());
    arrive("1", MAY, "王伟", PHONE, Facts.build().with(Fact.CITY, "苏州"));
    Story story = history.of(lead, "city", WHO);
    assertThat(values(story, "shown")).containsExactly("苏州");
    assertThat(values(story, "replaced")).containsExactly("南京");
  }

  @Test
  void custom_fields_have_their_history_too() {
    field(FieldEntity.PERSON, "hobby", FieldType.CHOICE, "围棋", "钓鱼");
    UUID lead = wang();
    edit(lead, "person.hobby", "围棋");
    edit(lead, "person.hobby", "钓鱼");
    history.choose(lead, "person.hobby", record(lead, "person.hobby", "o1"), WHO);
    assertThat(shown(lead, "person.hobby")).isEqualTo("o1");
    assertThat(history.of(lead, "person.hobby", WHO).values()).hasSize(3);
    assertThatThrownBy(() -> history.of(lead, "person.nothing", WHO)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> history.of(lead, "nothing", WHO)).isInstanceOf(Problem.class);
  }

  @Test
  void a_merge_brings_its_history_and_an_unmerge_takes_it_away() {
    UUID lead = wang();
    UUID other =
        required(
            arrive("9", MAY, "王维", "+8613900139000", Facts.build().with(Fact.TITLE, "采购"))
                .leadId());
    UUID merge = merges.merge(lead, other, WHO);
    assertThat(history.of(lead, "title", WHO).values()).hasSize(3);
    merges.undo(merge, WHO);
    assertThat(history.of(lead, "title", WHO).values()).hasSize(2);
    assertThat(history.of(other, "title", WHO).values()).hasSize(1);
  }

  @Test
  void nobody_reads_or_chooses_in_leads_that_are_not_theirs() {
    UUID lead = wang();
    var zhou = salesperson("周敏");
    UUID record = record(lead, "title", "经理");
    assertThatThrownBy(() -> history.of(lead, "title", zhou)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> history.choose(lead, "title", record, zhou))
        .isInstanceOf(Problem.class);
  }

  @Test
  void a_record_of_somebody_else_cannot_be_chosen() {
    UUID lead = wang();
    UUID other =
        required(
            arrive("9", MAY, "李娜", "+8613900139000", Facts.build().with(Fact.TITLE, "采购"))
                .leadId());
    UUID foreign = record(other, "title", "采购");
    assertThatThrownBy(() -> history.choose(lead, "title", foreign, WHO))
        .isInstanceOf(Problem.class);
  }
}
