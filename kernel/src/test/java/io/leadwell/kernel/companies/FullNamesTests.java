package io.leadwell.kernel.companies;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.kernel.companies.FullNames.Match;
import io.leadwell.kernel.companies.invented.InventedCompanies;
import io.leadwell.kernel.companies.invented.InventedCompanies.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FullNamesTests {

  /** Firms that everybody knows, for the ways in which everybody shortens them. */
  private static final List<String> KNOWN =
      List.of(
          "中国国际航空股份有限公司",
          "中国南方航空股份有限公司",
          "中国东方航空股份有限公司",
          "中国石油化工股份有限公司",
          "中国石油天然气股份有限公司",
          "中国工商银行股份有限公司",
          "中国工商银行股份有限公司上海分行",
          "中国建设银行股份有限公司",
          "中国农业银行股份有限公司",
          "招商银行股份有限公司",
          "北京银行股份有限公司",
          "南京银行股份有限公司",
          "上海电气集团股份有限公司",
          "浙江大学",
          "中国建筑股份有限公司",
          "International Business Machines Corporation",
          "Hewlett-Packard Company",
          "Microsoft Corporation",
          "上海华信科技有限公司",
          "华信（苏州）贸易有限公司");

  private static final FullNames OF_KNOWN = FullNames.of(KNOWN);

  @ParameterizedTest
  @CsvSource({
    "国航, 中国国际航空股份有限公司",
    "南航, 中国南方航空股份有限公司",
    "东航, 中国东方航空股份有限公司",
    "中石化, 中国石油化工股份有限公司",
    "中石油, 中国石油天然气股份有限公司",
    "工行, 中国工商银行股份有限公司",
    "建行, 中国建设银行股份有限公司",
    "农行, 中国农业银行股份有限公司",
    "招行, 招商银行股份有限公司",
    "工行上海分行, 中国工商银行股份有限公司上海分行",
    "北京银行, 北京银行股份有限公司",
    "沪电气, 上海电气集团股份有限公司",
    "上海電氣, 上海电气集团股份有限公司",
    "浙大, 浙江大学",
    "中国建筑, 中国建筑股份有限公司",
    "*ST华信科技, 上海华信科技有限公司",
    "苏州华信, 华信（苏州）贸易有限公司",
    "华信贸易, 华信（苏州）贸易有限公司",
    "IBM, International Business Machines Corporation",
    "HP, Hewlett-Packard Company",
    "Intl. Business Machines, International Business Machines Corporation",
    "Micro Soft, Microsoft Corporation",
    "Mircosoft, Microsoft Corporation"
  })
  void people_are_understood(String brief, String full) {
    assertThat(OF_KNOWN.best(brief, 1)).extracting(Match::name).containsExactly(full);
  }

  @Test
  void the_head_office_comes_before_its_branch() {
    assertThat(OF_KNOWN.best("中国工商银行", 2))
        .extracting(Match::name)
        .containsExactly("中国工商银行股份有限公司", "中国工商银行股份有限公司上海分行");
  }

  @Test
  void of_two_that_differ_by_their_form_the_listed_firm_comes_first() {
    FullNames names = FullNames.of(List.of("华信科技有限公司", "华信科技股份有限公司"));
    assertThat(names.best("华信科技", 1).getFirst().name()).isEqualTo("华信科技股份有限公司");
  }

  @Test
  void a_spelling_of_the_full_name_scores_one_and_nothing_else_does() {
    assertThat(OF_KNOWN.best("中國工商銀行股份有限公司", 2).getFirst().score()).isEqualTo(1);
    assertThat(OF_KNOWN.best("中國工商銀行股份有限公司", 2).getLast().score()).isLessThan(1);
    assertThat(OF_KNOWN.best("中国工商银行", 1).getFirst().score()).isLessThan(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "—", "鑫淼焱垚", "zzzzqqq"})
  void nothing_near_is_nothing(String brief) {
    assertThat(OF_KNOWN.best(brief, 3)).isEmpty();
  }

  @Test
  void an_empty_list_knows_nobody() {
    assertThat(FullNames.of(List.of()).best("国航", 1)).isEmpty();
  }

  @Test
  void invented_short_forms_find_their_firm() {
    for (long seed : new long[] {901, 902}) {
      List<Pair> pairs = new InventedCompanies(seed).pairs(2_000);
      FullNames names = FullNames.of(pairs.stream().map(Pair::full).toList());
      long right =
          pairs.parallelStream()
              .filter(pair ->
                  names.best(pair.brief(), 1).stream().anyMatch(m -> m.name().equals(pair.full())))
              .count();
      assertThat((double) right / pairs.size()).as("seed %d", seed).isGreaterThan(0.985);
    }
  }

  @Test
  void answers_do_not_depend_on_the_order_of_questions_or_on_threads() {
    List<Pair> pairs = new InventedCompanies(904).pairs(1_000);
    List<String> full = pairs.stream().map(Pair::full).toList();
    FullNames one = FullNames.of(full);
    FullNames other = FullNames.of(full);
    List<List<Match>> forwards = new ArrayList<>();
    pairs.forEach(pair -> forwards.add(one.best(pair.brief(), 3)));
    List<List<Match>> together =
        IntStream.range(0, pairs.size())
            .parallel()
            .mapToObj(i -> other.best(pairs.get(i).brief(), 3))
            .toList();
    assertThat(together).isEqualTo(forwards);
  }
}
