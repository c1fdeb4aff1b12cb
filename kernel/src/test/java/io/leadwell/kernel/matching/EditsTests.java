package io.leadwell.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditsTests {

  private static final String ALPHABET = "abcdeé 王张伟维1234";

  @ParameterizedTest
  @CsvSource({
    "kitten, sitting, 3, 3",
    "smiht, smith, 2, 1",
    "ca, abc, 3, 3",
    "13800001111, 13800011011, 2, 2",
    "王晓明, 王小明, 1, 1",
    "明王, 王明, 2, 1"
  })
  void known_distances(String a, String b, int levenshtein, int osa) {
    assertThat(new Edits().levenshtein(a, b)).isEqualTo(levenshtein);
    assertThat(new Edits().osa(a, b)).isEqualTo(osa);
  }

  @Test
  void distances_are_those_of_another_implementation() {
    Random random = new Random(20261126);
    Edits edits = new Edits();
    for (int round = 0; round < 20_000; round++) {
      String a = text(random, round % 50 == 0 ? 100 : 14);
      String b = random.nextBoolean() ? text(random, 14) : changed(random, a);
      int expected = LevenshteinDistance.getDefaultInstance().apply(a, b);
      assertThat(edits.levenshtein(a, b)).as("%s | %s", a, b).isEqualTo(expected);
      assertThat(edits.osa(a, b)).as("%s | %s", a, b).isEqualTo(table(a, b));
      assertThat(edits.osa(b, a)).isEqualTo(edits.osa(a, b));
    }
  }

  @Test
  void similarities_of_names_are_those_of_another_implementation() {
    Random random = new Random(20261127);
    JaroWinklerSimilarity other = new JaroWinklerSimilarity();
    for (int round = 0; round < 20_000; round++) {
      String a = text(random, round % 50 == 0 ? 100 : 14);
      String b = random.nextBoolean() ? text(random, 14) : changed(random, a);
      assertThat(JaroWinkler.similarity(a, b))
          .as("%s | %s", a, b)
          .isCloseTo(other.apply(a, b), org.assertj.core.data.Offset.offset(1e-9));
    }
  }

  /** Optimal string alignment as the books have it. */
  private static int table(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + same, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  static String text(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(longest + 1);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  static String changed(Random random, String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int edits = random.nextInt(4); edits > 0; edits--) {
      int at = changed.isEmpty() ? 0 : random.nextInt(changed.length());
      char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (changed.length() < 2 ? 0 : random.nextInt(4)) {
        case 0 -> changed.insert(at, c);
        case 1 -> changed.deleteCharAt(at);
        case 2 -> changed.setCharAt(at, c);
        default -> {
          int i = Math.min(at, changed.length() - 2);
          char first = changed.charAt(i);
          changed.setCharAt(i, changed.charAt(i + 1));
          changed.setCharAt(i + 1, first);
        }
      }
    }
    return changed.toString();
  }
}
