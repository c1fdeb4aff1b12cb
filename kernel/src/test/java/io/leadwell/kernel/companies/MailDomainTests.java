package io.leadwell.kernel.companies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDomainTests {

  @ParameterizedTest
  @CsvSource({
    "li@acme.com, acme.com",
    "Li@Mail.ACME.com.cn, acme.com.cn",
    "https://www.acme.cn/about?x=1, acme.cn",
    "acme.co.uk, acme.co.uk",
    "shop.acme.de:8080, acme.de"
  })
  void a_firm_is_known_by_its_registered_domain(String address, String domain) {
    assertThat(MailDomain.ofFirm(address)).isEqualTo(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1@qq.com",
        "a@vip.163.com",
        "a@foxmail.com",
        "a@gmail.com",
        "a@yahoo.com.cn",
        "139@139.com",
        "",
        "a@",
        "localhost",
        "10.0.0.1",
        "a b@c d"
      })
  void free_mail_and_nonsense_are_no_firms(String address) {
    assertThat(MailDomain.ofFirm(address)).isNull();
  }
}
