package io.leadwell.kernel.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadwell.kernel.companies.invented.InventedCompanies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyNameTests {

  @ParameterizedTest
  @CsvSource({
    "北京字跳（网络）技术有限公司, 北京字跳网络技术有限公司",
    "阿里巴巴(中国)网络技术有限公司, 阿里巴巴（中国）网络技术有限公司",
    "上海華興電氣股份有限公司, 上海华兴电气股份有限公司",
    "臺灣積體電路製造股份有限公司, 台湾积体电路制造股份有限公司",
    "ＴＣＬ科技集团股份有限公司, tcl科技集团股份有限公司",
    "上海 华信　科技 有限公司, 上海华信科技有限公司",
    "上海华信科技有限责任公司, 上海华信科技有限公司",
    "'上海华信科技有限公司 ', 上海\u200b华信科技有限公司",
    "【华信】科技〔上海〕有限公司, 华信科技(上海)有限公司",
    "'Acme Co., Ltd.', Acme Co Ltd",
    "'Acme Co., Ltd.', Acme Company Limited",
    "'ACME CO.,LTD', acme co. ltd.",
    "Acme Inc., Acme Incorporated",
    "Acme Corp., Acme Corporation",
    "Müller GmbH, Muller Gesellschaft mit beschränkter Haftung",
    "Société Générale S.A., Societe Generale SA",
    "Johnson & Johnson, Johnson and Johnson",
    "'A.B.C. Trading, Inc.', ABC Trading Inc",
    "McDonald's Ltd, McDonalds Limited"
  })
  void spellings_of_one_name_have_one_key(String one, String other) {
    assertThat(CompanyName.of(one).key()).isEqualTo(CompanyName.of(other).key());
  }

  @ParameterizedTest
  @CsvSource({
    "上海华信科技有限公司, 北京华信科技有限公司",
    "上海华信科技有限公司, 上海华信科技股份有限公司",
    "上海华信科技有限公司, 上海华信科技有限公司杭州分公司",
    "上海华信科技有限公司苏州分公司, 上海华信科技有限公司杭州分公司",
    "上海华信科技有限公司第一分公司, 上海华信科技有限公司第二分公司",
    "阿里巴巴(中国)有限公司, 阿里巴巴(上海)有限公司",
    "Acme GmbH, Acme AG",
    "Acme Ltd, Acme Inc",
    "'Acme Co., Ltd.', 'Acme Co., Ltd. Shanghai Branch'",
    "Acme Pte. Ltd., Acme Pty Ltd"
  })
  void branches_other_places_and_other_forms_have_keys_of_their_own(String one, String other) {
    assertThat(CompanyName.of(one).key()).isNotEqualTo(CompanyName.of(other).key());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "北京字跳（网络）技术有限公司 | 北京 | 字跳 | 网络技术 | 有限公司",
        "江苏省苏州市恒瑞精密机械股份有限公司 | 江苏省苏州市 | 恒瑞 | 精密机械 | 股份有限公司",
        "阿里巴巴（中国）网络技术有限公司 | 中国 | 阿里巴巴 | 网络技术 | 有限公司",
        "华信（上海）贸易有限公司 | 上海 | 华信 | 贸易 | 有限公司",
        "杭州海康威视数字技术股份有限公司 | 杭州 | 海康威视 | 数字技术 | 股份有限公司",
        "中国石油化工股份有限公司 | 中国 | '' | 石油化工 | 股份有限公司",
        "京东方科技集团股份有限公司 | '' | 京东方 | 科技 | 集团股份有限公司",
        "深圳市華強實業（集團）有限公司 | 深圳市 | 华强 | 实业 | 集团有限公司",
        "苏州工业园区永联电子有限公司 | 苏州工业园区 | 永联 | 电子 | 有限公司",
        "株式会社日立製作所 | '' | 日立制作所 | '' | 株式会社",
        "Müller & Söhne Maschinenbau GmbH & Co. KG | '' | mullersohne | maschinenbau | gmbh",
        "Acme Shanghai Trading Co., Ltd. | shanghai | acme | trading | coltd"
      })
  void a_name_is_read_into_its_parts(
      String written, String region, String core, String trade, String form) {
    CompanyName name = CompanyName.of(written);
    assertThat(name.text(Part.REGION)).isEqualTo(region);
    assertThat(name.text(Part.CORE)).isEqualTo(core);
    assertThat(name.text(Part.TRADE)).isEqualTo(trade);
    assertThat(name.text(Part.FORM)).isEqualTo(form);
  }

  @Test
  void a_town_that_is_a_good_name_too_is_read_as_both() {
    CompanyName name = CompanyName.of("深圳市东方通信股份有限公司");
    assertThat(name.readings().getFirst().text(Part.CORE)).isEqualTo("东方");
    assertThat(name.readings())
        .anyMatch(
            reading -> reading.text(Part.REGION).equals("深圳市东方") && reading.probability() > 0.05);
  }

  @ParameterizedTest
  @CsvSource({
    "上海华信科技有限公司杭州分公司, 杭州分公司",
    "中国工商银行股份有限公司上海分行, 上海分行",
    "华信科技有限公司北京办事处, 北京办事处",
    "上海华信科技有限公司第一分公司, 第一分公司",
    "中国人寿保险股份有限公司宁波市鄞州支公司, 宁波市鄞州支公司",
    "麦尔堡(南京路店), 南京路店",
    "'Acme Co., Ltd. (Shanghai Branch)', shanghaibranch",
    "Acme Beijing Representative Office, beijingrepresentativeoffice"
  })
  void a_part_of_a_firm_is_marked(String written, String mark) {
    CompanyName name = CompanyName.of(written);
    assertThat(name.isBranch()).isTrue();
    assertThat(name.text(Part.BRANCH).replace(" ", "")).isEqualTo(mark);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "上海华信科技有限公司",
        "杭州市西湖区小林电脑维修服务部",
        "分众传媒信息技术股份有限公司",
        "Branchwood Furniture Inc",
        "八分店面设计有限公司"
      })
  void a_firm_of_its_own_is_no_branch(String written) {
    assertThat(CompanyName.of(written).isBranch()).isFalse();
  }

  @Test
  void probabilities_sum_to_one_and_pieces_to_the_name() {
    for (String written : new InventedCompanies(31).fullNames(2_000)) {
      CompanyName name = CompanyName.of(written);
      double sum = name.readings().stream().mapToDouble(Reading::probability).sum();
      assertThat(sum).as(written).isEqualTo(1, within(1e-9));
      for (Reading reading : name.readings()) {
        StringBuilder text = new StringBuilder();
        reading.pieces().forEach(piece -> text.append(piece.text()));
        assertThat(text.toString()).isEqualTo(written.replaceAll("[()（）]", ""));
      }
    }
  }

  @Test
  void a_key_is_its_own_key() {
    for (String written : new InventedCompanies(32).fullNames(2_000)) {
      String key = CompanyName.of(written).key();
      assertThat(CompanyName.of(key).key()).isEqualTo(key);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "()",
        "—",
        "…",
        "&",
        "。",
        "公司",
        "有限公司",
        "a",
        "中",
        "()()((",
        "\uD83D\uDE00"
      })
  void any_text_can_be_read(String written) {
    CompanyName name = CompanyName.of(written);
    assertThat(name.readings().size()).isLessThan(5);
    assertThat(name.key()).isNotNull();
    assertThat(name.brandKey()).isNotNull();
  }

  @Test
  void a_trades_list_and_a_gazetteer_hold_no_word_twice_as_traditional_and_simplified() {
    for (String list : new String[] {"trades.txt", "regions.txt", "forms.txt"}) {
      for (String line : WordList.lines(list)) {
        assertThat(Spelling.simplify(line)).as(list).isEqualTo(line);
      }
    }
  }
}
