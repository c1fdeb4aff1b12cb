package io.leadwell.acquire.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BearerTokenTests {

  private static final UUID LINK = UUID.fromString("01890000-0000-7000-8000-000000000001");

  private final Map<Integer, byte[]> secrets = new HashMap<>();

  BearerTokenTests() {
    Random random = new Random(1);
    for (int key : new int[] {1, 2, 1295}) {
      byte[] secret = new byte[32];
      random.nextBytes(secret);
      secrets.put(key, secret);
    }
  }

  @Test
  void what_we_signed_is_read_back_whatever_the_key() {
    for (int key : secrets.keySet()) {
      for (long bearer : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
        String token = BearerToken.of(key, secret(key), LINK, bearer);
        assertThat(token).hasSize(29).matches("[A-Za-z0-9_-]+");
        assertThat(BearerToken.read(token, LINK, known())).isEqualTo(Optional.of(bearer));
      }
    }
  }

  @Test
  void every_altered_letter_is_noticed() {
    String token = BearerToken.of(1, secret(1), LINK, 42);
    for (int i = 0; i < token.length(); i++) {
      for (char other : "A0_z".toCharArray()) {
        String altered = token.substring(0, i) + other + token.substring(i + 1);
        // the last letter carries bits that base64 doesn't use
        if (!altered.equals(token) && i < token.length() - 1) {
          assertThat(BearerToken.read(altered, LINK, known())).as(altered).isEmpty();
        }
      }
    }
  }

  @Test
  void a_token_is_of_no_use_with_another_link_or_another_key() {
    String token = BearerToken.of(1, secret(1), LINK, 42);
    assertThat(BearerToken.read(token, UUID.randomUUID(), known())).isEmpty();
    assertThat(BearerToken.read("02" + token.substring(2), LINK, known())).isEmpty();
    assertThat(BearerToken.read(token, LINK, key -> null)).isEmpty();
  }

  @Test
  void what_is_no_token_names_nobody() {
    for (String text :
        new String[] {
          "",
          "01",
          "x".repeat(29),
          "zz" + "A".repeat(27),
          "-1" + "A".repeat(27),
          "01" + "=".repeat(27)
        }) {
      assertThat(BearerToken.read(text, LINK, known())).as(text).isEmpty();
    }
  }

  private IntFunction<byte @Nullable []> known() {
    return secrets::get;
  }

  private byte[] secret(int key) {
    return java.util.Objects.requireNonNull(secrets.get(key));
  }
}
