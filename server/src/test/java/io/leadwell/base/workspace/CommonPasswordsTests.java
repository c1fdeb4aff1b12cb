package io.leadwell.base.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password123",
        "P@ssw0rd!!",
        "ＰＡＳＳＷＯＲＤ１２",
        "admin@2026",
        "Welcome2026!",
        "leadwell888",
        "woaini1314",
        "qwertyuiop",
        "qwerty123456",
        "1q2w3e4r5t",
        "1qaz2wsx3edc",
        "zaq12wsxcde3",
        "!@#$%^&*()",
        "abcdefghij",
        "abcabcabca",
        "passwordpassword",
        "1234567890",
        "0987654321",
        "1212121212",
        "5201314520",
        "1990123456",
        "13800138000",
        "xxxxxxxxxx",
        "my new password"
      })
  void what_guessers_try_first_is_known(String poor) {
    assertThat(CommonPasswords.has(poor)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tall blue heron",
        "spring rain on slate",
        "correct horse battery staple",
        "k7#pQ2!vz9",
        "8302947561",
        "雨后青石板上的猫",
        "password for the harbour crane",
        "zhongguo haoshengyin"
      })
  void phrases_and_random_signs_pass(String good) {
    assertThat(CommonPasswords.has(good)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zhangsan@example.com",
        "ZhangSan2026",
        "zh@ng$an!!!!",
        "  zhangsan  ",
        "123zhangsan"
      })
  void ones_own_name_with_something_around_it_is_known(String poor) {
    assertThat(CommonPasswords.isAbout(poor, "zhangsan@example.com")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zhangsan walks to work", "tall blue heron"})
  void more_than_ones_own_name_passes(String good) {
    assertThat(CommonPasswords.isAbout(good, "zhangsan@example.com")).isFalse();
    assertThat(CommonPasswords.isAbout(good, "张三")).isFalse();
  }
}
