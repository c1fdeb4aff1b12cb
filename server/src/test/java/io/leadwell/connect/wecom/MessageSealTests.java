package io.leadwell.connect.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;

class MessageSealTests {

  /** The example of WeCom's own documentation. */
  private static final String TOKEN = "QDG6eK";

  private static final String KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
  private static final String CORP = "wx5823bf96d3bd56c7";
  private static final String ECHO =
      "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";

  private final MessageSeal seal = new MessageSeal(TOKEN, KEY);

  @Test
  void the_example_of_the_vendor_is_read_as_it_says() {
    assertThat(seal.sign("1409659589", "263014780", ECHO))
        .isEqualTo("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3");
    assertThat(seal.decrypt(ECHO)).hasValue(new MessageSeal.Opened("1616140317555161061", CORP));
  }

  @Test
  void another_implementation_and_ours_read_each_other() {
    WxCryptUtil other = new WxCryptUtil(TOKEN, KEY, CORP);
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      String text = "线索".repeat(random.nextInt(40)) + "x".repeat(random.nextInt(40));
      assertThat(other.decrypt(seal.encrypt(text, CORP))).isEqualTo(text);
      String theirs = other.encrypt("abcdefghijklmnop", text);
      assertThat(seal.decrypt(theirs)).hasValue(new MessageSeal.Opened(text, CORP));
    }
  }

  @Test
  void the_signature_does_not_depend_on_the_order_but_on_every_part() {
    String right = seal.sign("1", "2", "3");
    assertThat(seal.sign("3", "1", "2")).isEqualTo(right);
    assertThat(
            List.of(
                seal.sign("1", "2", "4"),
                seal.sign("1", "3", "3"),
                new MessageSeal("QDG6eL", KEY).sign("1", "2", "3")))
        .doesNotContain(right);
  }

  @Test
  void what_is_not_encrypted_with_the_key_opens_to_nothing() {
    MessageSeal other = new MessageSeal(TOKEN, KEY.replace('j', 'k'));
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      assertThat(seal.decrypt(other.encrypt("text " + i, CORP)).map(MessageSeal.Opened::receiver))
          .isNotEqualTo(java.util.Optional.of(CORP));
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      seal.decrypt(java.util.Base64.getEncoder().encodeToString(noise));
    }
    assertThat(seal.decrypt("not base64 !")).isEmpty();
    assertThat(seal.decrypt("")).isEmpty();
    assertThat(seal.decrypt("AAAA")).isEmpty();
  }

  @Test
  void a_key_that_can_be_none_is_refused() {
    assertThatThrownBy(() -> new MessageSeal(TOKEN, "short"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MessageSeal(TOKEN, "!".repeat(43)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
