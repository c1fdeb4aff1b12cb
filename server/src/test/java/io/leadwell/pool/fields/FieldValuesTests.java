package io.leadwell.pool.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FieldValuesTests {

  private static final List<ProfileField.Option> OPTIONS =
      List.of(
          new ProfileField.Option("o1", new FieldText("制造业", "Manufacturing"), false),
          new ProfileField.Option("o2", new FieldText("金融", "Finance"), false),
          new ProfileField.Option("o3", new FieldText("教育", "Education"), true));

  private static ProfileField of(FieldType type) {
    return new ProfileField(
        null,
        FieldEntity.LEAD,
        "x",
        type,
        new FieldText("字段", "Field"),
        new FieldText("", ""),
        false,
        type.hasOptions() ? OPTIONS : List.of(),
        true,
        false);
  }

  private static String kept(FieldType type, String typed) {
    return FieldValues.read(of(type), typed) instanceof FieldValue.Told told
        ? told.kept()
        : "refused";
  }

  private static String refused(FieldType type, String typed) {
    return FieldValues.read(of(type), typed) instanceof FieldValue.Refused refused
        ? refused.code()
        : "told";
  }

  @Test
  void numbers_are_plain_whatever_stands_between_the_digits() {
    assertThat(kept(FieldType.NUMBER, "１，２３４.50")).isEqualTo("1234.5");
    assertThat(kept(FieldType.NUMBER, "-0.00")).isEqualTo("0");
    assertThat(kept(FieldType.NUMBER, "100")).isEqualTo("100");
    assertThat(refused(FieldType.NUMBER, "很多")).isEqualTo("fields.notANumber");
    assertThat(refused(FieldType.NUMBER, "1e9")).isEqualTo("fields.notANumber");
  }

  @Test
  void money_is_kept_in_fen_and_takes_ten_thousands() {
    assertThat(kept(FieldType.MONEY, "¥12,000.50")).isEqualTo("1200050");
    assertThat(kept(FieldType.MONEY, "1.2万")).isEqualTo("1200000");
    assertThat(kept(FieldType.MONEY, "3亿")).isEqualTo("30000000000");
    assertThat(refused(FieldType.MONEY, "0.001")).isEqualTo("fields.notAnAmount");
    assertThat(FieldValues.shown(of(FieldType.MONEY), "1200050", Locale.ENGLISH))
        .isEqualTo("12000.50");
  }

  @Test
  void days_are_read_as_people_write_them() {
    assertThat(kept(FieldType.DATE, "2026年3月5日")).isEqualTo("2026-03-05");
    assertThat(kept(FieldType.DATE, "2026/3/5")).isEqualTo("2026-03-05");
    assertThat(refused(FieldType.DATE, "2026-02-30")).isEqualTo("fields.notADate");
  }

  @Test
  void yes_and_no_have_many_words() {
    assertThat(kept(FieldType.YES_NO, "是")).isEqualTo("yes");
    assertThat(kept(FieldType.YES_NO, "FALSE")).isEqualTo("no");
    assertThat(refused(FieldType.YES_NO, "也许")).isEqualTo("fields.notYesOrNo");
  }

  @Test
  void choices_are_known_by_value_and_by_either_name() {
    assertThat(kept(FieldType.CHOICE, "制造业")).isEqualTo("o1");
    assertThat(kept(FieldType.CHOICE, "finance")).isEqualTo("o2");
    assertThat(kept(FieldType.CHOICE, "o3")).as("an archived option still reads").isEqualTo("o3");
    assertThat(refused(FieldType.CHOICE, "农业")).isEqualTo("fields.notAChoice");
  }

  @Test
  void several_choices_are_the_same_value_in_whatever_order() {
    String kept = kept(FieldType.CHOICES, "金融、制造业");
    assertThat(FieldValues.values(kept)).containsExactly("o1", "o2");
    assertThat(kept(FieldType.CHOICES, "o1,o2")).isEqualTo(kept);
    assertThat(kept(FieldType.CHOICES, kept)).isEqualTo(kept);
    assertThat(kept(FieldType.CHOICES, " ")).isEmpty();
    assertThat(refused(FieldType.CHOICES, "金融、农业")).isEqualTo("fields.notAChoice");
    assertThat(FieldValues.shown(of(FieldType.CHOICES), kept, Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("制造业、金融");
  }

  @Test
  void contacts_and_addresses_are_kept_in_one_spelling() {
    assertThat(kept(FieldType.PHONE, "138 0013 8000")).isEqualTo("+8613800138000");
    assertThat(kept(FieldType.EMAIL, "Wang@Example.COM")).isEqualTo("wang@example.com");
    assertThat(kept(FieldType.URL, "www.example.com/a?b=1"))
        .isEqualTo("https://www.example.com/a?b=1");
    assertThat(refused(FieldType.PHONE, "12")).isEqualTo("fields.notAPhone");
    assertThat(refused(FieldType.EMAIL, "wang")).isEqualTo("fields.notAMailbox");
    assertThat(refused(FieldType.URL, "javascript:alert(1)")).isEqualTo("fields.notAnAddress");
  }

  @Test
  void a_line_is_one_line_and_not_endless() {
    assertThat(kept(FieldType.TEXT, " 甲\n乙\u0000 ")).isEqualTo("甲 乙");
    assertThat(kept(FieldType.LONG_TEXT, "甲\r\n乙")).isEqualTo("甲\n乙");
    assertThat(refused(FieldType.TEXT, "字".repeat(201))).isEqualTo("fields.tooLong");
  }
}
