package io.leadwell.kernel.companies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTests {

  /** By hand: 91350100M000100Y4 + check 3, the example of the standard's annex. */
  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", " 91350100m000100y43 ", "９１３５０１００M000100Y43"})
  void a_code_with_its_check_character_is_valid(String code) {
    assertThat(CreditCode.isValid(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "91350100M000100Y4",
        "91350100M000100Y44",
        "91350100M000100Y433",
        "9135010OM000100Y43",
        "一二三四五六七八九十一二三四五六七八"
      })
  void a_code_with_an_error_is_not(String code) {
    assertThat(CreditCode.isValid(code)).isFalse();
  }

  @Test
  void every_single_wrong_character_is_noticed() {
    String code = "91350100M000100Y43";
    for (int i = 0; i < code.length(); i++) {
      for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
        if (c != code.charAt(i)) {
          String wrong = code.substring(0, i) + c + code.substring(i + 1);
          assertThat(CreditCode.isValid(wrong)).as(wrong).isFalse();
        }
      }
    }
  }
}
