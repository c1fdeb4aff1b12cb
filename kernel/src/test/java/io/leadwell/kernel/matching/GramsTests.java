package io.leadwell.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GramsTests {

  private static final String[] ALPHABET = {
    "量", "子", "数", "据", "科", "技", "公", "司", "张", "a", "b", "1", "3", "8", " ", "@", "."
  };

  @Test
  void a_text_has_every_gram_of_every_query_it_contains() {
    Random random = new Random(20261122);
    for (int round = 0; round < 20_000; round++) {
      String text = Folding.fold(randomText(random, 2 + random.nextInt(20)));
      if (text.isEmpty()) {
        continue;
      }
      int from = random.nextInt(text.length());
      int to = from + 1 + random.nextInt(text.length() - from);
      String query = text.substring(from, to);
      assertThat(setOf(Grams.of(text)))
          .as("%s in %s", query, text)
          .containsAll(setOf(Grams.of(query)));
    }
  }

  @Test
  void one_and_two_ideographs_are_enough_to_find_by_index() {
    assertThat(Grams.of("量")).hasSize(1);
    assertThat(Grams.of("量子")).hasSize(3);
    assertThat(setOf(Grams.of("南京量子数据科技有限公司"))).containsAll(setOf(Grams.of("量子")));
    assertThat(setOf(Grams.of("南京数据科技有限公司"))).doesNotContainAnyElementsOf(setOf(Grams.of("量")));
  }

  @Test
  void the_width_and_case_of_a_query_do_not_matter() {
    assertThat(Grams.of("ＡCME")).isEqualTo(Grams.of("acme"));
  }

  private static String randomText(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
    }
    return text.toString();
  }

  private static Set<Integer> setOf(int[] grams) {
    Set<Integer> set = new TreeSet<>();
    Arrays.stream(grams).forEach(set::add);
    return set;
  }
}
