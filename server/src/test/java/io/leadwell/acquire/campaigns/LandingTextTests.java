package io.leadwell.acquire.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LandingTextTests {

  private static Map<String, String> read(String address) {
    return LandingText.of(address).parameters();
  }

  private static String host(String address) {
    return LandingText.of(address).host();
  }

  @Test
  void chinese_is_read_in_either_encoding() {
    assertThat(read("https://a.cn/?k=%E6%95%B0%E6%8D%AE%E9%9B%86%E6%88%90"))
        .containsEntry("k", "数据集成");
    assertThat(read("https://a.cn/?k=%CA%FD%BE%DD%BC%AF%B3%C9")).containsEntry("k", "数据集成");
    assertThat(read("https://a.cn/?k=%ca%fd%be%dd&n=1")).containsEntry("k", "数据");
    assertThat(read("https://a.cn/?k=数据集成")).containsEntry("k", "数据集成");
  }

  @Test
  void one_address_may_mix_encodings() {
    Map<String, String> read =
        read("https://a.cn/?utm_campaign=%E6%98%A5%E5%AD%A3&keyword=%CA%B5%CA%B1&unit=ETL");
    assertThat(read)
        .containsEntry("utm_campaign", "春季")
        .containsEntry("keyword", "实时")
        .containsEntry("unit", "ETL");
  }

  @Test
  void a_trail_byte_that_was_left_as_a_letter_belongs_to_its_character() {
    // 資 is D9 59, 術 is D0 67 in GBK, and 59 and 67 are Y and g
    assertThat(read("https://a.cn/?k=%D9Y%D0g")).containsEntry("k", "資術");
  }

  @Test
  void what_is_valid_utf8_by_chance_is_gbk_where_the_address_says_so() {
    // the same bytes are two Armenian letters in UTF-8
    String gbk = "%D4%BC%D4%BC";
    assertThat(read("https://a.cn/?k=" + gbk + "&ie=gb2312")).containsEntry("k", "约约");
    assertThat(read("https://a.cn/?k=" + gbk + "&other=%CA%FD%BE%DD")).containsEntry("k", "约约");
    // 实时 is two phonetic letters
    assertThat(read("https://a.cn/?k=%CA%B5%CA%B1ETL")).containsEntry("k", "实时ETL");
    for (String word : List.of("München", "créée", "żółw", "это", "قلب", "실시간", "数据")) {
      assertThat(read("https://a.cn/?k=" + URLEncoder.encode(word, StandardCharsets.UTF_8)))
          .containsEntry("k", word);
    }
  }

  @Test
  void what_was_encoded_twice_is_read_twice() {
    assertThat(read("https://a.cn/?k=%25E6%2595%25B0%25E6%258D%25AE")).containsEntry("k", "数据");
    assertThat(read("https://a.cn/?k=100%25")).containsEntry("k", "100%");
    assertThat(read("https://a.cn/?k=100%2525")).containsEntry("k", "100%25");
  }

  @Test
  void names_are_told_apart_by_nothing_but_their_letters() {
    assertThat(read("https://a.cn/?UTM_Source=Baidu&utm_source=other&amp;utm_medium=cpc"))
        .containsEntry("utm_source", "Baidu")
        .containsEntry("utm_medium", "cpc")
        .hasSize(2);
    assertThat(read("https://a.cn/?%E5%85%B3%E9%94%AE%E8%AF%8D=x")).containsEntry("关键词", "x");
  }

  @Test
  void parameters_stand_in_the_fragment_too() {
    assertThat(read("https://a.cn/#/page?utm_source=baidu")).containsEntry("utm_source", "baidu");
    assertThat(read("https://a.cn/?a=1#utm_source=baidu&plan=p"))
        .containsEntry("a", "1")
        .containsEntry("utm_source", "baidu")
        .containsEntry("plan", "p");
    assertThat(read("https://a.cn/?a=1#a=2")).containsEntry("a", "1");
  }

  @Test
  void blanks_and_what_nobody_can_see_are_cleaned() {
    assertThat(read("https://a.cn/?k=data+integration%20%E3%80%80tool"))
        .containsEntry("k", "data integration tool");
    assertThat(read("https://a.cn/?k=a%00b%0d%0ac%E2%80%8Bd")).containsEntry("k", "ab cd");
    assertThat(read("https://a.cn/?k=%20%00&l=")).isEmpty();
    assertThat(read("https://a.cn/?k=" + "x".repeat(3_000)).get("k")).hasSize(500);
  }

  @Test
  void broken_escapes_are_letters() {
    assertThat(read("https://a.cn/?k=%zz%4")).containsEntry("k", "%zz%4");
    assertThat(read("https://a.cn/?k=%E6%95")).satisfies(m -> assertThat(m.size()).isLessThan(2));
    assertThat(read("https://a.cn/?&&=&=x&k")).isEmpty();
  }

  @Test
  void hosts_are_found_whatever_stands_around_them() {
    assertThat(host("https://WWW.Baidu.com./link?url=x")).isEqualTo("www.baidu.com");
    assertThat(host("//m.baidu.com:8080/s")).isEqualTo("m.baidu.com");
    assertThat(host("http://a.cn:80@evil.example/path")).isEqualTo("evil.example");
    assertThat(host("http://evil.example\\@a.cn/")).isEqualTo("evil.example");
    assertThat(host("android-app://com.tencent.mm/")).isEqualTo("com.tencent.mm");
    assertThat(host("https://例子.中国/x")).isEqualTo("xn--fsqu00a.xn--fiqs8s");
    assertThat(host("http://[::1]:8080/")).isEqualTo("[::1]");
    assertThat(host("https://a.cn?redirect=https://b.cn/")).isEqualTo("a.cn");
  }

  @Test
  void what_is_no_address_has_no_host() {
    for (String text :
        new String[] {
          "",
          " ",
          "/p/x?utm_source=a",
          "a.cn/x",
          "javascript:alert(1)//x",
          "http://",
          "http://..",
          "about:blank",
          "data:text/html,//a.cn",
          "http://a b.cn/",
          "http://a\u0000.cn/"
        }) {
      assertThat(host(text)).as(text).isEmpty();
    }
    assertThat(LandingText.of(null).parameters()).isEmpty();
  }

  @Test
  void sites_are_one_by_their_registered_name() {
    assertThat(same("https://www.a.com/", "https://m.a.com/")).isTrue();
    assertThat(same("https://www.a.com.cn/", "https://b.com.cn/")).isFalse();
    assertThat(same("https://x.a.com.cn/", "https://y.a.com.cn/")).isTrue();
    assertThat(same("https://10.0.0.1/", "https://10.1.0.1/")).isFalse();
    assertThat(same("/p", "/q")).isFalse();
  }

  @Test
  void anything_can_be_read() {
    Random random = new Random(20_261_126);
    String letters = "%%%&=?#/:@[]\\+.abcE6CA9500中\uD83D\uDE00\uD83D\u0000 \u202E";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "https://a.cn/?" : "");
      for (int n = random.nextInt(60); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      LandingText read = LandingText.of(text.toString());
      read.parameters()
          .forEach((name, value) -> {
            assertThat(name + value).doesNotContain("\u0000", "\n");
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(name + value)).isTrue();
          });
      assertThat(LandingSample.of(text.toString())).doesNotContain("\u0000");
    }
    assertThat(read("https://a.cn/?" + "a=%E6&".repeat(100_000))).hasSizeLessThan(2);
  }

  @Test
  void a_sample_shows_where_from_and_nobodys_number() {
    assertThat(
            LandingSample.of("https://u:p@a.cn/x?utm_source=abc&phone=13800000000&plan=%CA%FD#top"))
        .isEqualTo("https://a.cn/x?utm_source=abc&phone=…&plan=数");
  }

  private static boolean same(String one, String other) {
    return LandingText.of(one).sameSiteAs(LandingText.of(other));
  }
}
