package io.leadwell.acquire.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTests {

  @ParameterizedTest
  @CsvSource({
    "https://www.example.com, www.example.com, /",
    "HTTPS://User:pw@WWW.Example.com:8443/a/b?x=1#y, www.example.com:8443, /a/b",
    "http://[2001:db8::1]:8080/x, [2001:db8::1]:8080, /x",
    "https://例子.中国/路径, 例子.中国, /路径",
    "https://a.cn?x=1, a.cn, /",
    "https://good.cn\\@evil.cn/, good.cn, \\@evil.cn/",
  })
  void an_address_is_taken_apart_as_browsers_do(String text, String host, String path) {
    WebAddress address = address(text);
    assertThat(address.host()).isEqualTo(host);
    assertThat(address.path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "www.example.com",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://",
        "https:///x",
        "http://:80/",
        "https://a b.cn/",
        "ftp://a.cn/"
      })
  void what_no_browser_shows_as_a_web_page_is_none(String text) {
    assertThat(WebAddress.of(text)).isNull();
  }

  @Test
  void parameters_come_from_the_query_and_from_the_route_in_the_fragment() {
    WebAddress address =
        address("https://a.cn/?utm_source=baidu&q=%E4%B8%AD+x&q=2&bad=%zz#/p?bd_vid=7&q=3");
    assertThat(address.parameters())
        .containsEntry("utm_source", "baidu")
        .containsEntry("q", "中 x")
        .containsEntry("bad", "%zz")
        .containsEntry("bd_vid", "7");
  }

  @Test
  void values_can_be_taken_out_and_the_rest_stays_letter_by_letter() {
    assertThat(
            address("https://a.cn/x?a=1&token=abc&kw=%B9%E3%B8%E6#/r?token=1&b=2")
                .without((name, value) -> name.equals("token"))
                .text())
        .isEqualTo("https://a.cn/x?a=1&token=*&kw=%B9%E3%B8%E6#/r?token=*&b=2");
  }

  @Test
  void the_host_name_is_without_port() {
    assertThat(address("http://a.cn:81/").hostName()).isEqualTo("a.cn");
    assertThat(address("http://[::1]:81/").hostName()).isEqualTo("[::1]");
    assertThat(address("http://[::1]/").hostName()).isEqualTo("[::1]");
  }

  @Test
  void no_text_is_too_wild_to_be_read() {
    Random random = new Random(20_261_126);
    String letters = "https://a.cn:?#&=%[]@\\\u0000\u4e2d ";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("https://");
      for (int j = random.nextInt(30); j > 0; j--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      WebAddress address = WebAddress.of(text.toString());
      if (address != null) {
        assertThat(address.hostName()).isNotEmpty();
        assertThat(address.parameters()).isNotNull();
        assertThat(WebAddress.of(address.text())).as(text.toString()).isEqualTo(address);
      }
    }
  }

  private static WebAddress address(String text) {
    return Objects.requireNonNull(WebAddress.of(text));
  }
}
