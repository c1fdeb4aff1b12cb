package io.leadwell.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleaningTests {

  @ParameterizedTest
  @CsvSource({
    "13812345678（微信同号）, 13812345678",
    "１３８１２３４５６７８, 13812345678",
    "+86 138-1234-5678, 13812345678",
    "0086 13812345678, 13812345678",
    "010-82345678转8001, 01082345678",
    "13812345678/13912345678, 13812345678",
    "+44 20 7946 0958, 442079460958",
    "13800138000, ''",
    "00000000, ''",
    "无, ''"
  })
  void phones_as_typed(String typed, String digits) {
    assertThat(Cleaning.of(Meaning.PHONE, typed, true)).isEqualTo(digits);
  }

  @ParameterizedTest
  @CsvSource({
    "Li.Jun@ACME.com, li.jun@acme.com",
    "li.jun+fair@acme.com, li.jun@acme.com",
    "info@acme.com, ''",
    "no mail, ''",
    "＠, ''"
  })
  void mailboxes_of_people_and_of_firms(String typed, String mailbox) {
    assertThat(Cleaning.of(Meaning.EMAIL, typed, true)).isEqualTo(mailbox);
  }

  @ParameterizedTest
  @CsvSource({
    "王总, 王",
    "李经理, 李",
    "欧阳女士, 欧阳",
    "张 三丰, 张三丰",
    "王工, 王",
    "陈建工, 陈建工",
    "Dr. José Núñez, jose nunez",
    "'Zhang, Wei', zhang wei",
    "O'Brien, obrien"
  })
  void names_without_what_is_no_name(String typed, String name) {
    assertThat(Cleaning.fullName(typed)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "1970-12-03, 19701203",
    "1970/12/3, 19701203",
    "19701203, 19701203",
    "3.12.1970, 19701203",
    "1970年12月3日, 19701203",
    "1970-12-03 00:00:00, 19701203",
    "3 Dec 1970, 19701203",
    "1970, 1970"
  })
  void days_as_files_write_them(String typed, String day) {
    assertThat(Cleaning.of(Meaning.BIRTH_DATE, typed, true)).isEqualTo(day);
  }

  @Test
  void a_column_tells_whether_its_days_stand_first() {
    assertThat(Dates.daysFirst(List.of("01/02/1970", "31/12/1970"))).isTrue();
    assertThat(Dates.daysFirst(List.of("01/02/1970", "12/31/1970"))).isFalse();
    assertThat(Cleaning.of(Meaning.BIRTH_DATE, "12/31/1970", false)).isEqualTo("19701231");
  }

  @Test
  void placeholders_say_nothing() {
    for (String typed : List.of("无", "暂无", "-", "N/A", " null ", "不详", "test")) {
      assertThat(Cleaning.of(Meaning.COMPANY, typed, true)).as(typed).isEmpty();
    }
  }

  @Test
  void meanings_are_known_by_many_names() {
    assertThat(Meaning.of("First Name")).contains(Meaning.GIVEN_NAME);
    assertThat(Meaning.of("last-name")).contains(Meaning.SURNAME);
    assertThat(Meaning.of("date_of_birth")).contains(Meaning.BIRTH_DATE);
    assertThat(Meaning.of("手机号")).contains(Meaning.PHONE);
    assertThat(Meaning.of("soc_sec_id")).contains(Meaning.ID_NUMBER);
    assertThat(Meaning.of("shoe size")).isEmpty();
  }
}
