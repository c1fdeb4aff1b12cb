package io.leadwell.base.workspace;

import static io.leadwell.base.workspace.Workplace.PASSWORD;
import static io.leadwell.base.workspace.Workplace.login;
import static io.leadwell.base.workspace.Workplace.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnPostgres
class AttemptsTests {

  @Autowired private Members members;
  @Autowired private Attempts attempts;
  @LocalServerPort private int port;

  @AfterEach
  void forget() {
    attempts.forget();
  }

  @Test
  void after_ten_failures_even_the_right_password_has_to_wait() {
    members.join(person("li@example.com", Role.MARKETER), Caller.system());
    members.join(person("han@example.com", Role.MARKETER), Caller.system());
    Browser browser = new Browser(port);
    for (int i = 0; i < 10; i++) {
      assertThat(login(browser, "li@example.com", "wrong " + i).status()).isEqualTo(401);
    }
    Browser.Answer answer = login(browser, "Li@Example.com", PASSWORD);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("tooManyAttempts");
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 900L);
    assertThat(login(browser, "han@example.com", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void one_address_that_tries_many_names_has_to_wait_as_well() {
    for (int i = 0; i < 50; i++) {
      attempts.check("name " + i, "192.0.2.7");
      attempts.failed("name " + i, "192.0.2.7");
    }
    assertThatThrownBy(() -> attempts.check("another", "192.0.2.7"))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(WorkspaceProblem.TOO_MANY_ATTEMPTS));
    assertThatCode(() -> attempts.check("another", "192.0.2.8")).doesNotThrowAnyException();
  }
}
