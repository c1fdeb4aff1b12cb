package io.leadwell.pool.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.fields.FieldDraft;
import io.leadwell.pool.fields.FieldDraft.OptionDraft;
import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.fields.FieldText;
import io.leadwell.pool.fields.FieldType;
import io.leadwell.pool.fields.Fields;
import io.leadwell.pool.imports.ImportField;
import io.leadwell.pool.imports.ImportRow;
import io.leadwell.testing.OnPostgres;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class CustomImportTests extends LeadFiles {

  @Autowired private Fields fields;

  private void add(FieldEntity entity, FieldType type) {
    fields.add(
        entity,
        type.word(),
        type,
        new FieldDraft(
            new FieldText("字段 " + type.word(), "Field " + type.word()),
            null,
            null,
            null,
            type.hasOptions()
                ? List.of(
                    new OptionDraft(null, new FieldText("甲", "A"), null),
                    new OptionDraft(null, new FieldText("乙", "B"), null))
                : null),
        Caller.system());
  }

  @Test
  void a_file_may_tell_of_a_field_of_every_type() {
    for (FieldType type : FieldType.values()) {
      if (type.isForCustom()) {
        add(FieldEntity.LEAD, type);
      }
    }
    List<ImportField> targets =
        kind.fields().stream().filter(field -> field.name().startsWith("lead.")).toList();
    assertThat(targets).hasSize(11);
    assertThat(targets.getFirst().label()).isNotNull();

    // Values as the import hands them over, read by the type of each target.
    bring(
        Ids.next(),
        wang(
            "1",
            "lead.text",
            "云原生",
            "lead.long_text",
            "一\n二",
            "lead.number",
            "1,200.50",
            "lead.money",
            1_500_000L,
            "lead.date",
            LocalDate.parse("2026-05-04"),
            "lead.yes_no",
            "yes",
            "lead.choice",
            "o2",
            "lead.choices",
            "甲;乙",
            "lead.phone",
            "+8613900139000",
            "lead.email",
            "a@example.com",
            "lead.url",
            "www.example.com"));

    assertThat(only().custom())
        .containsEntry("lead.text", "云原生")
        .containsEntry("lead.long_text", "一\n二")
        .containsEntry("lead.number", "1200.5")
        .containsEntry("lead.money", "1500000")
        .containsEntry("lead.date", "2026-05-04")
        .containsEntry("lead.yes_no", "yes")
        .containsEntry("lead.choice", "o2")
        .containsEntry("lead.choices", List.of("o1", "o2"))
        .containsEntry("lead.phone", "13900139000")
        .containsEntry("lead.email", "a@example.com")
        .containsEntry("lead.url", "https://www.example.com");
  }

  @Test
  void a_row_whose_value_does_not_fit_is_refused_with_its_reason() {
    add(FieldEntity.PERSON, FieldType.NUMBER);
    ImportRow wrong = wang("1", "person.number", "很多");
    bring(Ids.next(), wrong);
    assertThat(wrong.refused()).isTrue();
    assertThat(wrong.faults().getFirst().code()).isEqualTo("fields.notANumber");
    assertThat(wrong.faults().getFirst().field()).isEqualTo("person.number");
    assertThat(count(io.leadwell.tables.leads.Tables.LEAD)).isZero();
  }

  @Test
  void taking_the_file_back_takes_the_values_with_it() {
    add(FieldEntity.PERSON, FieldType.TEXT);
    bring(Ids.next(), wang("1", "person.text", "旧"));
    String before = everything();
    var second = Ids.next();
    bring(second, wang("2", "person.text", "新"));
    undo(second);
    assertThat(everything()).isEqualTo(before);
    assertThat(only().custom()).containsEntry("person.text", "旧");
  }

  @Test
  void a_company_field_is_told_with_the_company_and_the_first_word_stays() {
    add(FieldEntity.COMPANY, FieldType.TEXT);
    bring(Ids.next(), wang("1", "company", "华信机械", "company.text", "老客户"));
    bring(Ids.next(), wang("2", "company", "华信机械", "company.text", "新客户"));
    bring(Ids.next(), row(3, "key", "3", "name", "李娜", "company", "东方电子", "company.text", "伙伴"));
    assertThat(
            leads
                .page(search("王伟"), LeadFilter.Order.NEWEST_FIRST, null, 5, Caller.system())
                .items()
                .getFirst()
                .custom())
        .containsEntry("company.text", "老客户");
    assertThat(
            leads
                .page(search("李娜"), LeadFilter.Order.NEWEST_FIRST, null, 5, Caller.system())
                .items()
                .getFirst()
                .custom())
        .containsEntry("company.text", "伙伴");
  }

  @Test
  void columns_are_known_by_the_name_of_the_field() {
    add(FieldEntity.LEAD, FieldType.DATE);
    ImportField target =
        kind.fields().stream().filter(f -> f.name().equals("lead.date")).findFirst().orElseThrow();
    assertThat(target.aliases()).contains("字段 date", "Field date", "date");
    assertThat(target.label()).isNotNull();
    assertThat(java.util.Objects.requireNonNull(target.label()).apply(Locale.ENGLISH))
        .isEqualTo("Field date");
  }
}
