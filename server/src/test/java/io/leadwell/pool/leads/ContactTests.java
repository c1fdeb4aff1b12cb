package io.leadwell.pool.leads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContactTests {

  @Test
  void a_mobile_keeps_its_first_three_and_last_four_digits() {
    assertThat(Contact.phone("+8613800138000", false)).isEqualTo("138****8000");
    assertThat(Contact.phone("+8613800138000", true)).isEqualTo("13800138000");
  }

  @Test
  void a_landline_is_shown_as_it_is_dialled_in_china() {
    assertThat(Contact.phone("+862158881234", true)).isEqualTo("021-58881234");
    assertThat(Contact.phone("+861065551234", true)).isEqualTo("010-65551234");
    assertThat(Contact.phone("+8675586541234", true)).isEqualTo("0755-86541234");
    assertThat(Contact.phone("+864728123456", true)).isEqualTo("0472-8123456");
    assertThat(Contact.phone("+862158881234", false)).isEqualTo("021-******34");
    assertThat(Contact.phone("+864006501234", true)).isEqualTo("4006501234");
    assertThat(Contact.phone("+442079460000", true)).isEqualTo("+442079460000");
  }

  @Test
  void a_short_number_hides_more_than_it_shows() {
    assertThat(Contact.phone("+8612345678", false)).isEqualTo("12****78");
    assertThat(Contact.phone("+861", false)).isEqualTo("*");
  }

  @Test
  void a_mailbox_keeps_its_first_letter_and_its_domain() {
    assertThat(Contact.email("zhang@firm.example", false)).isEqualTo("z***@firm.example");
  }
}
