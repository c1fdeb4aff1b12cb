package io.leadwell.kernel.companies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HardPairsTests {

  @Test
  void pairs_that_look_alike_or_unlike_by_chance_are_told_apart() throws IOException {
    int right = 0;
    int wrong = 0;
    int missed = 0;
    for (String line : lines()) {
      String[] cells = line.split(",");
      double score = Relation.between(CompanyName.of(cells[0]), CompanyName.of(cells[1])).score();
      boolean same = cells[2].equals("1");
      boolean said = score >= 0.5;
      right += same && said ? 1 : 0;
      wrong += !same && said ? 1 : 0;
      missed += same && !said ? 1 : 0;
    }
    assertThat(2.0 * right / (2.0 * right + wrong + missed)).isGreaterThan(0.85);
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(HardPairsTests.class.getResourceAsStream("hard-pairs.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }
}
