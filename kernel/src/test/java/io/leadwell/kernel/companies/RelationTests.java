package io.leadwell.kernel.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadwell.kernel.companies.Relation.Verdict;
import io.leadwell.kernel.companies.invented.InventedCompanies;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class RelationTests {

  @ParameterizedTest
  @CsvSource({
    "北京字跳（网络）技术有限公司, 北京字跳网络技术有限公司, SAME",
    "上海华信科技有限公司, 上海華信科技有限責任公司, SAME",
    "上海市华信科技有限公司, 上海华信科技有限公司, SAME",
    "华信（上海）科技有限公司, 上海华信科技有限公司, SAME",
    "北京银行, 北京银行股份有限公司, SAME",
    "上海华信科技有限公司, 上海华信科技股份有限公司, UNSURE",
    "华信科技有限公司, 上海华信科技有限公司, UNSURE",
    "华为, 华为技术有限公司, UNSURE",
    "国航, 中国国际航空股份有限公司, UNSURE",
    "上海华信科技有限公司, 北京华信科技有限公司, SAME_GROUP",
    "上海华信科技有限公司, 上海华信贸易有限公司, SAME_GROUP",
    "上海华信科技有限公司, 上海华信科技有限公司杭州分公司, HEAD_OF",
    "上海华信科技有限公司杭州分公司, 上海华信科技有限公司, BRANCH_OF",
    "上海华信科技有限公司苏州分公司, 上海华信科技有限公司杭州分公司, SAME_GROUP",
    "中国工商银行股份有限公司上海分行, 中国工商银行股份有限公司北京分行, SAME_GROUP",
    "上海华信科技有限公司, 上海宏达科技有限公司, DIFFERENT",
    "江苏苏州恒瑞机械有限公司, 苏州恒瑞机械有限公司, SAME",
    "'Acme Co., Ltd.', Acme Company Limited, SAME",
    "'Acme Co., Ltd.', 'Acme Co., Ltd. Shanghai Branch', HEAD_OF",
    "Northwind Energy AG, Northwind Healthcare AG, SAME_GROUP",
    "Northwind AG, Southgate AG, DIFFERENT"
  })
  void two_names_stand_to_each_other(String left, String right, Verdict verdict) {
    assertThat(between(left, right).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "hard-pairs.csv", numLinesToSkip = 1)
  void the_order_of_two_names_does_not_matter(String left, String right, int same) {
    Relation there = between(left, right);
    Relation back = between(right, left);
    assertThat(back.score()).isEqualTo(there.score());
    assertThat(back.reasons().stream().map(Reason::code))
        .isEqualTo(there.reasons().stream().map(Reason::code).toList());
    assertThat(same).isBetween(0, 1);
  }

  @Test
  void reasons_add_up_to_the_score_and_the_mirror_is_the_same_for_invented_names() {
    Random random = new Random(41);
    List<String> names = new ArrayList<>(new InventedCompanies(41).fullNames(400));
    new InventedCompanies(41).pairs(400).forEach(pair -> names.add(pair.brief()));
    for (int round = 0; round < 3_000; round++) {
      String left = names.get(random.nextInt(names.size()));
      String right = names.get(random.nextInt(names.size()));
      Relation there = between(left, right);
      double bits = there.reasons().stream().mapToDouble(Reason::bits).sum();
      assertThat(there.score()).isEqualTo(1 / (1 + Math.pow(2, -bits)), within(1e-9));
      assertThat(between(right, left).score()).isEqualTo(there.score());
    }
  }

  @Test
  void a_branch_is_never_the_same_as_its_head_office_or_another_branch() {
    for (String head : new InventedCompanies(42).fullNames(1_000)) {
      Relation one = between(head + "杭州分公司", head);
      assertThat(one.verdict()).as(head).isEqualTo(Verdict.BRANCH_OF);
      assertThat(one.score()).isLessThan(0.01);
      Relation two = between(head + "杭州分公司", head + "宁波分公司");
      assertThat(two.verdict()).as(head).isEqualTo(Verdict.SAME_GROUP);
      assertThat(two.score()).isLessThan(0.01);
    }
  }

  @Test
  void a_name_is_the_same_as_itself() {
    for (String name : new InventedCompanies(43).fullNames(500)) {
      assertThat(between(name, name).verdict()).isEqualTo(Verdict.SAME);
    }
  }

  @Test
  void a_name_of_signs_is_nobody() {
    assertThat(between("—", "—").verdict()).isEqualTo(Verdict.UNSURE);
    assertThat(between("—", "上海华信科技有限公司").score()).isZero();
  }

  private static Relation between(String left, String right) {
    return Relation.between(CompanyName.of(left), CompanyName.of(right));
  }
}
