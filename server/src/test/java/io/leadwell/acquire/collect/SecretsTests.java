package io.leadwell.acquire.collect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTests {

  @ParameterizedTest
  @CsvSource({
    "https://a.cn/?token=abc&x=1, https://a.cn/?token=*&x=1",
    "https://a.cn/?Access_Token=abc, https://a.cn/?Access_Token=*",
    "https://a.cn/?who=13800138000, https://a.cn/?who=*",
    "https://a.cn/?who=%2B8613800138000, https://a.cn/?who=*",
    "https://a.cn/?who=li%40example.com, https://a.cn/?who=*",
    "https://a.cn/?id=11010519491231002X, https://a.cn/?id=*",
    "https://a.cn/#/reset?code=1234, https://a.cn/#/reset?code=*",
    "https://a.cn/?utm_source=baidu&bd_vid=987654321, https://a.cn/?utm_source=baidu&bd_vid=987654321",
    "https://a.cn/?kw=%C9%CF%BA%A3&token=1, https://a.cn/?kw=%C9%CF%BA%A3&token=*",
  })
  void what_tells_of_people_or_opens_doors_is_taken_out(String url, String clean) {
    assertThat(Secrets.clean(url)).isEqualTo(clean);
  }
}
