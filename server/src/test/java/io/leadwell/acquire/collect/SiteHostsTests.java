package io.leadwell.acquire.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteHostsTests {

  @ParameterizedTest
  @CsvSource({
    "www.Example.com, www.example.com",
    "https://www.example.com/path?x=1, www.example.com",
    "http://localhost:3000, localhost:3000",
    "*.example.com, *.example.com",
    "https://例子.中国/, xn--fsqu00a.xn--fiqs8s",
    "' a.cn ', a.cn",
  })
  void hosts_are_taken_as_people_type_them(String typed, String origin) {
    assertThat(HostNames.origin(typed)).isEqualTo(origin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "*.", "*.com", "a b", "a..cn", "-a.cn", "a.cn:x"})
  void what_is_no_host_is_refused(String typed) {
    assertThat(HostNames.origin(typed)).isNull();
  }

  @Test
  void a_page_speaks_for_the_site_of_its_host_only() {
    Site site = site(List.of("www.example.com", "*.shop.cn", "localhost:3000"));
    assertThat(allowed(site, "https://www.example.com/x")).isTrue();
    assertThat(allowed(site, "http://WWW.example.com:8443/")).isTrue();
    assertThat(allowed(site, "https://a.shop.cn/")).isTrue();
    assertThat(allowed(site, "https://shop.cn/")).isTrue();
    assertThat(allowed(site, "http://localhost:3000/")).isTrue();
    assertThat(allowed(site, "http://localhost:3001/")).isFalse();
    assertThat(allowed(site, "https://example.com/")).isFalse();
    assertThat(allowed(site, "https://www.example.com.evil.cn/")).isFalse();
    assertThat(allowed(site, "https://evilshop.cn/")).isFalse();
    assertThat(allowed(site, "https://evil.cn/https://www.example.com/")).isFalse();
    assertThat(allowed(site, "https://www.example.com@evil.cn/")).isFalse();
  }

  @Test
  void our_own_pages_are_those_of_the_host_that_was_asked() {
    WebAddress page = Objects.requireNonNull(WebAddress.of("https://lw.example.com:8443/p"));
    assertThat(Site.OWN_PAGES.allows(page, "lw.example.com:8443")).isTrue();
    assertThat(Site.OWN_PAGES.allows(page, "other.example.com")).isFalse();
    assertThat(Site.OWN_PAGES.allows(page, null)).isFalse();
  }

  private static boolean allowed(Site site, String page) {
    return site.allows(Objects.requireNonNull(WebAddress.of(page)), "lw.example.com");
  }

  private static Site site(List<String> origins) {
    return new Site(
        UUID.randomUUID(), "abcdefghij", "网站", origins, false, false, null, false, Instant.EPOCH);
  }
}
