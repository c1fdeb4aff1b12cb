package io.leadwell.pool.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.pool.fields.FieldDraft;
import io.leadwell.pool.fields.FieldDraft.OptionDraft;
import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.fields.FieldText;
import io.leadwell.pool.fields.FieldType;
import io.leadwell.pool.fields.FieldsProblem;
import io.leadwell.pool.fields.ProfileField;
import io.leadwell.pool.leads.LeadFilter.Order;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class CustomFieldsTests extends FieldWorld {

  @Autowired private LeadQuery query;
  @Autowired private CustomColumns columns;

  private UUID wang() {
    return required(arrive("w", MAY, "王伟", "+8613800138000", Facts.build()).leadId());
  }

  private List<UUID> found(String field, String asked) {
    LeadFilter filter = query.filter(Map.of("custom." + field, asked));
    return leads.page(filter, Order.NEWEST_FIRST, null, 10, WHO).items().stream()
        .map(LeadRow::id)
        .toList();
  }

  @Test
  void a_value_of_every_type_is_typed_shown_and_found() {
    UUID lead = wang();
    Map<FieldType, String> typed =
        Map.ofEntries(
            Map.entry(FieldType.TEXT, "云原生"),
            Map.entry(FieldType.LONG_TEXT, "第一行\n第二行"),
            Map.entry(FieldType.NUMBER, "1,200"),
            Map.entry(FieldType.MONEY, "1.5万"),
            Map.entry(FieldType.DATE, "2026/5/4"),
            Map.entry(FieldType.YES_NO, "是"),
            Map.entry(FieldType.CHOICE, "金融"),
            Map.entry(FieldType.CHOICES, "金融、教育"),
            Map.entry(FieldType.PHONE, "13900139000"),
            Map.entry(FieldType.EMAIL, "A@Example.com"),
            Map.entry(FieldType.URL, "example.com"));
    Map<FieldType, String> asked =
        Map.ofEntries(
            Map.entry(FieldType.TEXT, "原生"),
            Map.entry(FieldType.LONG_TEXT, "第二"),
            Map.entry(FieldType.NUMBER, "1000..1500"),
            Map.entry(FieldType.MONEY, "15000.."),
            Map.entry(FieldType.DATE, "..2026-05-04"),
            Map.entry(FieldType.YES_NO, "yes"),
            Map.entry(FieldType.CHOICE, "o1,o2"),
            Map.entry(FieldType.CHOICES, "o3"),
            Map.entry(FieldType.PHONE, "139 0013 9000"),
            Map.entry(FieldType.EMAIL, "a@example.com"),
            Map.entry(FieldType.URL, "EXAMPLE"));
    for (FieldEntity entity : List.of(FieldEntity.LEAD, FieldEntity.PERSON)) {
      typed.forEach((type, text) -> {
        String key = "my_" + type.word();
        ProfileField field =
            type.hasOptions()
                ? field(entity, key, type, "金融", "制造", "教育")
                : field(entity, key, type);
        edit(lead, field.name(), text);
        assertThat(found(field.name(), String.valueOf(asked.get(type))))
            .as(field.name())
            .containsExactly(lead);
        assertThat(found(field.name(), "none")).as(field.name()).isEmpty();
      });
      String of = entity.word() + ".my_";
      assertThat(shown(lead, of + "money")).isEqualTo("1500000");
      assertThat(shown(lead, of + "choices")).isEqualTo(List.of("o1", "o3"));
      assertThat(found(of + "number", "1201..")).isEmpty();
      assertThat(found(of + "choice", "o2")).isEmpty();
      assertThat(found(of + "date", "2026-05-05..")).isEmpty();
    }
  }

  @Test
  void what_does_not_fit_is_refused_with_a_sentence_at_the_field() {
    UUID lead = wang();
    ProfileField budget = field(FieldEntity.LEAD, "budget", FieldType.MONEY);
    assertThatThrownBy(() -> edit(lead, budget.name(), "很多"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(FieldsProblem.FIELD_VALUE_INVALID);
              assertThat(problem.fields().getFirst().field()).isEqualTo("lead.budget");
              assertThat(problem.fields().getFirst().code()).isEqualTo("fields.notAnAmount");
            });
    assertThatThrownBy(() -> edit(lead, "lead.nothing", "1")).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> query.filter(Map.of("custom.lead.budget", "abc..")))
        .isInstanceOf(Problem.class);
  }

  @Test
  void a_required_field_cannot_be_emptied_and_is_asked_of_new_leads() {
    UUID lead = wang();
    ProfileField use = field(FieldEntity.LEAD, "use", FieldType.TEXT);
    edit(lead, use.name(), "备份");
    fields.change(required(use.id()), new FieldDraft(null, null, true, null, null), WHO);
    assertThatThrownBy(() -> edit(lead, use.name(), " ")).isInstanceOf(Problem.class);
    NewLead without = new NewLead("李娜", null, null, null, null, null, null, null, null, null, null);
    assertThatThrownBy(() -> leads.capture(without, WHO)).isInstanceOf(Problem.class);
    NewLead with =
        new NewLead(
            "李娜",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of("lead.use", "灾备"));
    assertThat(leads.capture(with, WHO).lead().custom()).containsEntry("lead.use", "灾备");
  }

  @Test
  void an_archived_field_is_not_shown_but_keeps_its_values() {
    UUID lead = wang();
    ProfileField use = field(FieldEntity.PERSON, "use", FieldType.TEXT);
    edit(lead, use.name(), "备份");
    UUID id = required(use.id());
    fields.change(id, new FieldDraft(null, null, null, true, null), WHO);
    assertThat(shown(lead, use.name())).isEqualTo("");
    assertThat(fields.all()).noneMatch(field -> field.name().equals("person.use"));
    assertThatThrownBy(() -> edit(lead, use.name(), "其他")).isInstanceOf(Problem.class);
    fields.change(id, new FieldDraft(null, null, null, false, null), WHO);
    assertThat(shown(lead, use.name())).isEqualTo("备份");
  }

  @Test
  void options_keep_their_values_whatever_they_are_called() {
    UUID lead = wang();
    ProfileField branch = field(FieldEntity.LEAD, "branch", FieldType.CHOICE, "华东", "华南");
    edit(lead, branch.name(), "华南");
    fields.change(
        required(branch.id()),
        new FieldDraft(
            null,
            null,
            null,
            null,
            List.of(
                new OptionDraft(null, new FieldText("华北", "North"), null),
                new OptionDraft("o2", new FieldText("华南大区", "South"), null))),
        WHO);
    ProfileField after = fields.find("lead.branch").orElseThrow();
    assertThat(after.options().stream().map(ProfileField.Option::value))
        .containsExactly("o3", "o2", "o1");
    assertThat(after.options().getLast().archived()).isTrue();
    assertThat(shown(lead, branch.name())).isEqualTo("o2");
    assertThat(
            columns
                .chosen("name,lead.branch")
                .getFirst()
                .cell(leads.get(lead, WHO), Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("华南大区");
  }

  @Test
  void a_key_is_taken_once_and_for_ever() {
    ProfileField use = field(FieldEntity.LEAD, "use", FieldType.TEXT);
    fields.change(required(use.id()), new FieldDraft(null, null, null, true, null), WHO);
    assertThatThrownBy(() -> field(FieldEntity.LEAD, "use", FieldType.NUMBER))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> field(FieldEntity.LEAD, "Budget", FieldType.NUMBER))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> field(FieldEntity.PERSON, "phone", FieldType.PHONE))
        .as("everybody has one")
        .isInstanceOf(Problem.class);
    assertThat(field(FieldEntity.PERSON, "use", FieldType.NUMBER).name()).isEqualTo("person.use");
  }

  @Test
  void values_go_with_a_merge_and_come_back_with_an_unmerge() {
    field(FieldEntity.PERSON, "hobby", FieldType.TEXT);
    field(FieldEntity.LEAD, "use", FieldType.TEXT);
    UUID one = wang();
    UUID other =
        required(
            arrive("l", JUNE, "王大伟", "+8613900139000", Facts.build().custom("lead.use", "备份"))
                .leadId());
    edit(other, "person.hobby", "围棋");

    UUID merge = merges.merge(one, other, WHO);
    assertThat(shown(one, "person.hobby")).isEqualTo("围棋");
    assertThat(shown(one, "lead.use")).isEqualTo("备份");

    merges.undo(merge, WHO);
    assertThat(shown(one, "person.hobby")).isEqualTo("");
    assertThat(shown(one, "lead.use")).isEqualTo("");
    assertThat(shown(other, "person.hobby")).isEqualTo("围棋");
    assertThat(shown(other, "lead.use")).isEqualTo("备份");
  }

  @Test
  void an_arrival_tells_what_fits_and_is_not_sent_away_for_what_does_not() {
    field(FieldEntity.LEAD, "budget", FieldType.MONEY);
    field(FieldEntity.LEAD, "branch", FieldType.CHOICE, "华东", "华南");
    Facts.Builder told =
        Facts.build()
            .custom("lead.budget", "很多")
            .custom("lead.branch", "华南")
            .custom("lead.unknown", "1");
    UUID lead = required(arrive("f", MAY, "王伟", "+8613800138000", told).leadId());
    assertThat(leads.get(lead, WHO).custom()).isEqualTo(Map.of("lead.branch", "o2"));
  }

  @Test
  void contacts_in_custom_fields_are_masked_like_all_others() {
    UUID lead = wang();
    field(FieldEntity.PERSON, "assistant", FieldType.PHONE);
    edit(lead, "person.assistant", "13900139000");
    var zhou = salesperson("周敏");
    leads.edit(
        lead, new LeadEdit(Map.of(Fact.OWNER_ID, required(zhou.memberId()).toString())), WHO);
    var blind =
        new io.leadwell.base.workspace.Caller(
            zhou.kind(),
            zhou.memberId(),
            null,
            zhou.name(),
            java.util.Set.of(io.leadwell.base.workspace.Permission.LEADS_READ),
            zhou.visible(),
            null);
    assertThat(String.valueOf(leads.get(lead, blind).custom().get("person.assistant")))
        .contains("*");
  }
}
