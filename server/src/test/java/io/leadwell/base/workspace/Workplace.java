package io.leadwell.base.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.testing.Browser;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the tests of this package do before they come to the point. */
final class Workplace {

  static final String PASSWORD = "tall blue heron";

  private Workplace() {}

  static NewMember person(String email, Role role) {
    return person(email, role, null, null, null);
  }

  static NewMember person(
      String email,
      Role role,
      @Nullable Scope scope,
      @Nullable UUID department,
      @Nullable UUID manager) {
    return new NewMember(
        "成员" + email, email, PASSWORD, role, scope, department, manager, false, "zh-CN");
  }

  static Browser.Answer login(Browser browser, String email, String password) {
    browser.get("/session");
    return browser.post("/login", Map.of("email", email, "password", password));
  }

  static Browser signedIn(int port, String email) {
    Browser browser = new Browser(port);
    assertThat(login(browser, email, PASSWORD).status()).isEqualTo(200);
    return browser;
  }
}
