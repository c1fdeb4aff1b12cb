package io.leadwell.connect.baidu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Baidu refuses or leaves half: told, tried again, never taken for a report. */
@OnPostgres
class FetchFailuresTests extends FetchWorld {

  @Test
  void what_passes_is_tried_again_at_once_and_then_later() throws Exception {
    baidu.odd.add(new FakeBaidu.Odd(429, ""));
    baidu.odd.add(FakeBaidu.refusal(2, "421", "the request rate exceeds limit"));
    assertThat(fetch(DAY, DAY).status()).isEqualTo(Fetch.Status.DONE);
    assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));

    for (int i = 0; i < 4; i++) {
      baidu.odd.add(new FakeBaidu.Odd(503, "<html>"));
    }
    Fetch waiting = fetch(DAY.plusDays(1), DAY.plusDays(1));
    assertThat(waiting.status()).isEqualTo(Fetch.Status.WAITING);
    assertThat(waiting.trouble()).isEqualTo(Trouble.BUSY);
    assertThat(waiting.notBefore()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    worker(NOW).run(waiting.id());
    assertThat(store.find(waiting.id()).orElseThrow().status()).isEqualTo(Fetch.Status.WAITING);
    worker(NOW.plus(Duration.ofMinutes(6))).run(waiting.id());
    Fetch done = store.find(waiting.id()).orElseThrow();
    assertThat(done.status()).isEqualTo(Fetch.Status.DONE);
    assertThat(done.trouble()).isNull();
  }

  @Test
  void an_expired_token_stops_the_fetch_and_says_so() throws Exception {
    baidu.odd.add(FakeBaidu.refusal(2, "900200", "accessToken has expired"));
    Fetch failed = fetch(DAY, DAY.plusDays(2));
    assertThat(failed.status()).isEqualTo(Fetch.Status.FAILED);
    assertThat(failed.trouble()).isEqualTo(Trouble.TOKEN_EXPIRED);
    assertThat(failed.code()).isEqualTo("900200");
    assertThat(baidu.asked).hasSize(1);
    assertThat(lines()).isEmpty();
  }

  @Test
  void a_day_that_is_refused_leaves_the_others_in() throws Exception {
    baidu.odd.add(FakeBaidu.refusal(1, "90101", "partial failure"));
    Fetch partial = fetch(DAY, DAY.plusDays(1));
    assertThat(partial.status()).isEqualTo(Fetch.Status.PARTIAL);
    assertThat(partial.failedDays()).containsExactly(new Fetch.FailedDay(DAY, "refused"));
    assertThat(lines()).hasSize(3).allMatch(line -> line.dayFrom().equals(DAY.plusDays(1)));
    assertThat(accounts.find(account).fetchedUntil()).isNull();
  }

  @Test
  void an_answer_that_is_no_report_is_not_taken_for_one() throws Exception {
    for (String odd :
        List.of(
            "",
            "null",
            "[]",
            "{\"header\":{\"status\":0}}",
            "{\"header\":{\"status\":0},\"body\":{\"data\":[{\"rows\":[{}],\"totalRowCount\":1}]}}",
            "{\"header\":{\"status\":0},\"body\":{\"data\":[{\"rows\":[],\"totalRowCount\":5}]}}",
            "[".repeat(5_000))) {
      baidu.odd.add(new FakeBaidu.Odd(200, odd));
      Fetch fetch = fetch(DAY, DAY);
      assertThat(fetch.status()).as(odd).isEqualTo(Fetch.Status.PARTIAL);
      assertThat(fetch.trouble()).as(odd).isEqualTo(Trouble.UNREADABLE);
    }
    baidu.odd.add(new FakeBaidu.Odd(302, ""));
    assertThat(fetch(DAY, DAY).trouble()).isEqualTo(Trouble.UNREADABLE);
    assertThat(lines()).isEmpty();
  }

  @Test
  void a_worker_that_dies_between_pages_leaves_nothing_half_and_another_goes_on() throws Exception {
    baidu.rows = day -> many(450, "1.00");
    UUID id = start(DAY, DAY.plusDays(1));
    FetchWorker dying = worker(NOW);
    baidu.before =
        () -> {
          // the process dies while it waits for the second page of the second day
          if (baidu.asked.size() == 5) {
            baidu.odd.add(new FakeBaidu.Odd(429, ""));
          }
        };
    dying.pauseBy(length -> {
      throw new InterruptedException("killed");
    });
    assertThatThrownBy(() -> dying.run(id)).isInstanceOf(InterruptedException.class);
    assertThat(lines()).hasSize(450);
    assertThat(store.due(NOW)).isEmpty();
    Instant later = NOW.plus(FetchStore.SILENCE).plusSeconds(1);
    assertThat(store.due(later)).containsExactly(id);
    worker(later).run(id);
    assertThat(lines()).hasSize(900);
    assertThat(store.find(id).orElseThrow().status()).isEqualTo(Fetch.Status.DONE);
  }
}
