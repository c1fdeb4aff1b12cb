package io.leadwell.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LevelsTests {

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_signature_never_refutes_what_comparing_would_accept(Kind kind) {
    Random random = new Random(kind.ordinal());
    Values values = new Values(kind);
    Levels levels = new Levels();
    for (int round = 0; round < 20_000; round++) {
      String a = value(kind, EditsTests.text(random, 14));
      String b =
          value(
              kind,
              random.nextInt(3) == 0
                  ? EditsTests.text(random, 14)
                  : random.nextInt(4) == 0 ? turned(a) : EditsTests.changed(random, a));
      if (a.isEmpty() || b.isEmpty() || a.equals(b)) {
        continue;
      }
      int one = values.intern(a);
      int two = values.intern(b);
      int level = levels.level(kind, values, one, two);
      int least = level < 0 ? kind.other() : level;
      assertThat(levels.bound(kind, values, one, two))
          .as("%s | %s", a, b)
          .isLessThanOrEqualTo(least);
      assertThat(levels.level(kind, values, two, one)).as("%s | %s", a, b).isEqualTo(level);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NAME, margaret, margaert, one edit",
    "NAME, elizabeth, elisabet, alike",
    "NAME, j, john, shortened",
    "NAME, john, jane, same initial",
    "NAME, 小明, 晓明, alike",
    "FULL_NAME, wei zhang, zhang wei, same words or sounds in any order",
    "FULL_NAME, zhangwei, wei zhang, same words or sounds in any order",
    "FULL_NAME, g martin, giulia martin, shortened",
    "FULL_NAME, 王, 王建国, shortened",
    "FULL_NAME, 王建国, 王小红, one word shared",
    "DATE, 19701203, 19700312, 'one digit off, or day and month swapped'",
    "DATE, 19701203, 19701204, 'one digit off, or day and month swapped'",
    "DATE, 19701203, 19701229, two digits off",
    "DATE, 19701203, 19700518, same year",
    "CODE, 2612, 2621, one edit",
    "CODE, tq138df, tq139hu, same beginning",
    "NUMBER, 8613800001111, 13800001111, last eight equal",
    "NUMBER, 13800001111, 13800011011, two edits",
    "EMAIL, li.jun8846@a.com, li.jun8846@b.com, same name before @",
    "EMAIL, li.jun@a.com, li.jun@b.com, missing",
    "EMAIL, li.jun@acme.com, wang.wei@acme.com, same company domain",
    "EMAIL, li.jun@qq.com, wang.wei@qq.com, other",
    "TEXT, 杭州信达科技有限公司, 信达科技, one within the other",
    "TEXT, salisbury, salsbury, nearly equal",
    "AGE, 40, 41, one apart"
  })
  void levels_in_words(Kind kind, String a, String b, String words) {
    Values values = new Values(kind);
    int level = new Levels().level(kind, values, values.intern(a), values.intern(b));
    assertThat(kind.words(level)).isEqualTo(words);
  }

  private static String value(Kind kind, String text) {
    String folded = Folding.fold(text).strip();
    return switch (kind) {
      case DATE, AGE, NUMBER -> folded.replaceAll("[^0-9]", "");
      case EMAIL -> folded.isEmpty() ? "" : folded.replace(" ", "") + "x@a" + folded.length() % 3;
      default -> folded;
    };
  }

  private static String turned(String text) {
    int blank = text.indexOf(' ');
    return blank < 0 ? text : text.substring(blank + 1) + text.substring(0, blank);
  }

  @Test
  void every_kind_has_words_for_its_levels() {
    for (Kind kind : Kind.values()) {
      assertThat(kind.words(kind.other())).isNotEmpty();
      assertThat(kind.words(-1)).isEqualTo("missing");
    }
  }
}
