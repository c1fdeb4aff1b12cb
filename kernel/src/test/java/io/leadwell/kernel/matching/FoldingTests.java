package io.leadwell.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTests {

  @ParameterizedTest
  @CsvSource({
    "北京字跳（网络）技术有限公司, 北京字跳网络技术有限公司",
    "阿里巴巴(中国)网络技术有限公司, 阿里巴巴（中国）网络技术有限公司",
    "ＡＣＭＥ Co.， Ltd., acme co ltd"
  })
  void spellings_of_one_company_have_one_key(String one, String other) {
    assertThat(Folding.key(one)).isEqualTo(Folding.key(other));
  }

  @Test
  void branches_keep_keys_of_their_own() {
    assertThat(Folding.key("华信科技有限公司上海分公司")).isNotEqualTo(Folding.key("华信科技有限公司北京分公司"));
  }

  @Test
  void blanks_and_invisible_characters_fold_away() {
    assertThat(Folding.fold("  张\u200b 三\u3000\t丰 ")).isEqualTo("张 三 丰");
  }

  @Test
  void a_character_folds_alike_alone_and_beside_one_that_disappears() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String text = Character.toString(c);
      assertThat(Folding.fold(text)).as("U+%04X", c).isEqualTo(Folding.fold("\u200b" + text));
    }
  }

  @Test
  void texts_that_need_no_normalising_fold_like_those_that_do() {
    Random random = new Random(7);
    String signs = "aZ q9-@  张三A ";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(8); i > 0; i--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertThat(Folding.fold(text.toString()))
          .as("'%s'", text)
          .isEqualTo(Folding.fold("\u200b" + text));
    }
  }
}
