package io.leadwell.base.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.tables.workspace.Tables;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnPostgres
class KeysTests {

  @Autowired private Keys keys;
  @Autowired private DSLContext dsl;
  @LocalServerPort private int port;

  private Browser program(String key) {
    return new Browser(port).with("Authorization", "Bearer " + key);
  }

  @Test
  void a_key_works_without_cookie_and_csrf_token_until_it_is_revoked() {
    NewKey made = keys.create("nightly", Role.ADMIN, null, Caller.system());
    Browser program = program(made.secret());
    assertThat(program.post("/departments", java.util.Map.of("name", "市场部")).status())
        .isEqualTo(201);
    assertThat(keys.all().getFirst().lastUsedAt()).isNotNull();
    keys.revoke(made.key().id(), Caller.system());
    assertThat(program.get("/departments").status()).isEqualTo(401);
    assertThatThrownBy(() -> keys.revoke(made.key().id(), Caller.system()))
        .isInstanceOf(Problem.class);
  }

  @Test
  void an_expired_key_is_a_strangers() {
    Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
    NewKey made = keys.create("nightly", Role.ADMIN, tomorrow, Caller.system());
    assertThat(program(made.secret()).get("/departments").status()).isEqualTo(200);
    dsl.update(Tables.API_KEY)
        .set(Tables.API_KEY.EXPIRES_AT, Instant.now().minusSeconds(1))
        .execute();
    assertThat(program(made.secret()).get("/departments").status()).isEqualTo(401);
  }

  @Test
  void the_secret_is_not_kept_and_another_one_does_not_fit() {
    NewKey made = keys.create("nightly", Role.MARKETER, null, Caller.system());
    String other = made.secret().substring(0, made.secret().length() - 1) + "x";
    assertThat(program(other).get("/departments").status()).isEqualTo(401);
    assertThat(dsl.fetch(Tables.API_KEY).format(1_000_000)).doesNotContain(made.secret());
  }

  @Test
  void a_key_that_would_be_dead_at_birth_is_refused() {
    assertThatThrownBy(
            () -> keys.create("late", Role.SDR, Instant.now().minusSeconds(5), Caller.system()))
        .isInstanceOf(Problem.class);
  }
}
