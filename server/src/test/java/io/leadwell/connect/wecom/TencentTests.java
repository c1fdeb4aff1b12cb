package io.leadwell.connect.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.demo.tencent.StandIn.Failure;
import io.leadwell.demo.tencent.StandInCorp;
import io.leadwell.testing.OnPostgres;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class TencentTests {

  private static final String TOKEN = "/cgi-bin/gettoken";
  private static final String USERS = "/cgi-bin/externalcontact/get_follow_user_list";

  @Autowired private Tencent tencent;
  @Autowired private Tokens tokens;

  private Credentials corp =
      new Credentials(
          UUID.randomUUID(), ConnectionKind.WECOM, StandInCorp.CORP_ID, StandInCorp.SECRET);

  @BeforeEach
  void reset() {
    Corp.TENCENT.reset();
    corp =
        new Credentials(
            UUID.randomUUID(), ConnectionKind.WECOM, StandInCorp.CORP_ID, StandInCorp.SECRET);
  }

  private void together(int many, Runnable deed) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(many);
    List<Future<?>> all = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(many)) {
      for (int i = 0; i < many; i++) {
        all.add(
            threads.submit(() -> {
              barrier.await();
              deed.run();
              return null;
            }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  @Test
  void many_who_need_a_token_at_once_fetch_one() throws Exception {
    together(8, () -> tencent.get(corp, USERS, Map.of()));
    assertThat(Corp.TENCENT.calls(TOKEN)).isEqualTo(1);
    assertThat(Corp.TENCENT.calls(USERS)).isEqualTo(8);
  }

  @Test
  void a_token_that_ended_early_is_fetched_anew_once_for_all() throws Exception {
    tencent.get(corp, USERS, Map.of());
    Corp.TENCENT.endTokens();
    together(8, () -> tencent.get(corp, USERS, Map.of()));
    assertThat(Corp.TENCENT.calls(TOKEN)).isEqualTo(2);
  }

  @Test
  void whoever_comes_late_with_an_old_token_does_not_end_the_fresh_one() {
    Credentials other = corp;
    String first = tokens.of(other, _ -> new Tokens.Fetched("one", Duration.ofHours(2)));
    tokens.spent(other, first);
    tokens.of(other, _ -> new Tokens.Fetched("two", Duration.ofHours(2)));
    tokens.spent(other, first);
    assertThat(tokens.of(other, _ -> new Tokens.Fetched("three", Duration.ofHours(2))))
        .isEqualTo("two");
  }

  @Test
  void another_secret_has_another_token_and_a_short_one_is_not_kept() {
    tokens.of(corp, _ -> new Tokens.Fetched("one", Duration.ofHours(2)));
    Credentials changed =
        new Credentials(corp.connectionId(), corp.kind(), corp.appId(), "another");
    assertThat(tokens.of(changed, _ -> new Tokens.Fetched("two", Duration.ofSeconds(30))))
        .isEqualTo("two");
    assertThat(tokens.of(changed, _ -> new Tokens.Fetched("three", Duration.ofHours(2))))
        .isEqualTo("three");
  }

  @Test
  void a_refusal_says_its_number_and_whether_it_passes() {
    Corp.TENCENT.fail(USERS, 1, new Failure.Refused(45009, "api freq out of limit"));
    assertThatThrownBy(() -> tencent.get(corp, USERS, Map.of()))
        .isInstanceOfSatisfying(
            TencentFailure.class,
            failure -> {
              assertThat(failure.trouble()).isEqualTo(WecomProblem.TENCENT_LIMIT);
              assertThat(failure.number()).isEqualTo(45009);
              assertThat(failure.passing()).isTrue();
            });
    Corp.TENCENT.fail(USERS, 1, new Failure.Refused(60011, "no privilege"));
    assertThatThrownBy(() -> tencent.get(corp, USERS, Map.of()))
        .isInstanceOfSatisfying(
            TencentFailure.class, failure -> assertThat(failure.passing()).isFalse());
  }

  @Test
  void nothing_that_is_printed_tells_a_secret_or_a_token() {
    Corp.TENCENT.fail(USERS, 1, new Failure.Broken(500));
    assertThatThrownBy(() -> tencent.get(corp, USERS, Map.of()))
        .hasMessageNotContaining("access_token");
    assertThat(corp.toString()).doesNotContain(StandInCorp.SECRET);
    assertThatThrownBy(() ->
            tencent.signIn(
                new Credentials(
                    UUID.randomUUID(), ConnectionKind.WECOM, StandInCorp.CORP_ID, "hush")))
        .hasMessageNotContaining("hush");
  }

  @Test
  void a_picture_is_fetched_from_tencent_only() {
    assertThatThrownBy(
            () -> tencent.picture(corp, URI.create("http://169.254.169.254/latest"), 1_000))
        .isInstanceOf(TencentFailure.class);
    assertThatThrownBy(
            () -> tencent.picture(corp, URI.create("http://qpic.cn.example.com/x"), 1_000))
        .isInstanceOf(TencentFailure.class);
    assertThat(tencent.picture(corp, URI.create(Corp.TENCENT.address() + "/qr/x"), 1 << 20).type())
        .isEqualTo("image/png");
    assertThatThrownBy(
            () -> tencent.picture(corp, URI.create(Corp.TENCENT.address() + "/qr/x"), 100))
        .as("larger than allowed")
        .isInstanceOf(TencentFailure.class);
  }

  @Test
  void pauses_grow_and_end_somewhere() {
    Duration first = Duration.ofSeconds(2);
    for (int attempt = 1; attempt < 60; attempt++) {
      Duration pause = IncomingWork.pause(attempt, first);
      assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofHours(1));
    }
    assertThat(IncomingWork.pause(12, first)).isGreaterThan(Duration.ofMinutes(25));
  }
}
