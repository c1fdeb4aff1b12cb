package io.leadwell.acquire.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClocksTests {

  private static final Instant RECEIVED = Instant.parse("2026-11-26T08:00:00Z");

  @Test
  void a_hit_happened_as_long_before_its_arrival_as_before_its_sending() {
    Hit hit = corrected(RECEIVED.minusSeconds(90), RECEIVED.minusSeconds(30));
    assertThat(hit.happenedAt()).isEqualTo(RECEIVED.minusSeconds(60));
    assertThat(hit.facts().clockOff()).isNull();
  }

  @Test
  void a_clock_that_is_years_off_does_not_matter_when_it_tells_when_it_sent() {
    Instant strange = Instant.parse("2009-01-01T00:00:00Z");
    Hit hit = corrected(strange, strange.plus(Duration.ofHours(3)));
    assertThat(hit.happenedAt()).isEqualTo(RECEIVED.minus(Duration.ofHours(3)));
    assertThat(hit.facts().clockOff()).isNull();
  }

  @Test
  void what_lay_longer_than_a_month_is_moved_and_marked() {
    Hit hit = corrected(RECEIVED.minus(Duration.ofDays(50)), RECEIVED);
    assertThat(hit.happenedAt()).isEqualTo(RECEIVED.minus(Clocks.LONGEST_WAIT));
    assertThat(hit.facts().clockOff()).isTrue();
  }

  @Test
  void sent_before_it_happened_is_marked_and_counts_as_happened_now() {
    Hit hit = corrected(RECEIVED.plusSeconds(10), RECEIVED.minusSeconds(10));
    assertThat(hit.happenedAt()).isEqualTo(RECEIVED);
    assertThat(hit.facts().clockOff()).isTrue();
  }

  @Test
  void without_a_sending_time_the_claim_is_believed_within_reason() {
    assertThat(corrected(RECEIVED.plusSeconds(100), null).happenedAt())
        .isEqualTo(RECEIVED.plusSeconds(100));
    Hit ahead = corrected(RECEIVED.plus(Duration.ofDays(400)), null);
    assertThat(ahead.happenedAt()).isEqualTo(RECEIVED);
    assertThat(ahead.facts().clockOff()).isTrue();
  }

  @Test
  void whatever_clocks_say_a_hit_lies_between_a_month_ago_and_now() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      Instant claimed = Instant.ofEpochMilli((long) (random.nextDouble() * 253_402_300_799_999L));
      Instant sent =
          random.nextBoolean()
              ? null
              : Instant.ofEpochMilli((long) (random.nextDouble() * 253_402_300_799_999L));
      assertThat(corrected(claimed, sent).happenedAt())
          .isBetween(RECEIVED.minus(Clocks.LONGEST_WAIT), RECEIVED.plus(Clocks.AHEAD));
    }
  }

  private static Hit corrected(Instant claimed, @Nullable Instant sent) {
    HitFacts facts =
        new HitFacts(
            null, null, null, null, null, null, null, null, null, null, null, null, null, claimed,
            sent, null);
    return Clocks.correct(
        new Hit(
            UUID.randomUUID(), "own", Hit.PAGE, UUID.randomUUID(), null, claimed, RECEIVED, facts));
  }
}
