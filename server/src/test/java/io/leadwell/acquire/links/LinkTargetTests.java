package io.leadwell.acquire.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTargetTests {

  @ParameterizedTest
  @CsvSource({
    "https://www.example.com, https://www.example.com/",
    "HTTPS://WWW.Example.COM/Path?A=b#C, https://www.example.com/Path?A=b#C",
    "http://例子.中国/白皮书?名=值,"
        + " http://xn--fsqu00a.xn--fiqs8s/%E7%99%BD%E7%9A%AE%E4%B9%A6?%E5%90%8D=%E5%80%BC",
    "https://example.com:8443/a%20b?x=100%, https://example.com:8443/a%20b?x=100%25",
    "https://user.example.com/@name, https://user.example.com/@name",
    "https://[2001:db8::1]:8080/x, https://[2001:db8::1]:8080/x",
    "https://example。com/x, https://example.com/x",
    "http://localhost:8080/x, http://localhost:8080/x",
    "/p/c/white-paper?x=1, /p/c/white-paper?x=1",
    "/p, /p",
  })
  void an_address_is_kept_in_one_spelling(String typed, String kept) {
    assertThat(LinkTarget.of(" " + typed + " ").orElseThrow().address()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)//https://example.com",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.com/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "https:/evil.example",
        "https:evil.example",
        "https:\\\\evil.example",
        "https://good.example\\@evil.example/",
        "https://good.example@evil.example/",
        "https://good.example:pass@evil.example/",
        "https://example.com/\r\nSet-Cookie: a=b",
        "https://example.com/%0d%0aX\r: y",
        "https://exa mple.com/",
        "https://example.com/a b",
        "https://example.com/\"><script>",
        "https://example.com/<x>",
        "https://example.com/\u202Egnp.exe",
        "https://example\u0000.com/",
        "https://.example.com/",
        "https://example..com/",
        "https://-example.com/",
        "https:///path",
        "https://example.com:99999/",
        "https://example.com:0/",
        "https://example.com:80:80/",
        "https://intranet/",
        "https://exam%70le.com/",
        "https://[::1/",
        "/",
        "/leads",
        "/settings/keys",
        "/p/../leads",
        "/p/..",
        "/pp",
        "p/c/x",
        "www.example.com",
        "https://example.com/\uD83D"
      })
  void what_a_browser_might_read_otherwise_is_refused(String typed) {
    assertThat(LinkTarget.of(typed)).as(typed).isEmpty();
  }

  @Test
  void an_address_has_an_end() {
    assertThat(LinkTarget.of("https://example.com/" + "a".repeat(1_980))).isPresent();
    assertThat(LinkTarget.of("https://example.com/" + "a".repeat(1_981))).isEmpty();
    // three times as long once it is escaped
    assertThat(LinkTarget.of("https://example.com/" + "长".repeat(300))).isEmpty();
  }

  @Test
  void whatever_is_typed_what_is_kept_is_sound() {
    Random random = new Random(20_261_126);
    String letters = "htps:/\\@.?#&=%[]abc.0189中。\n\r\t <>\"'`|^{}\u0000\u202E\uD83D\uDE00;";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder typed = new StringBuilder(random.nextInt(3) > 0 ? "https://a.cn/" : "");
      for (int n = random.nextInt(25); n > 0; n--) {
        typed.insert(
            random.nextInt(typed.length() + 1), letters.charAt(random.nextInt(letters.length())));
      }
      LinkTarget.of(typed.toString())
          .map(LinkTarget::address)
          .ifPresent(address -> {
            assertThat(address).matches("[\\x21-\\x7E]+").doesNotContain("\\", "\"", "<", "@@");
            URI uri = URI.create(address);
            if (!address.startsWith("/p")) {
              assertThat(uri.getScheme()).isIn("http", "https");
              assertThat(uri.getHost()).isNotBlank();
              assertThat(uri.getRawUserInfo()).isNull();
            }
            assertThat(LinkTarget.of(address).orElseThrow().address()).isEqualTo(address);
          });
    }
  }
}
