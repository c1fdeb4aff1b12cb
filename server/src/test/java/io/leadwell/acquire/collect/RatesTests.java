package io.leadwell.acquire.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RatesTests {

  private static final Rates.Limit LIMIT = new Rates.Limit(10, 60);

  private final AtomicLong now = new AtomicLong(1_000_000_000L);
  private final Rates rates =
      new Rates(
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return now.get();
            }

            @Override
            public boolean isWallClockBased() {
              return false;
            }
          });

  @Test
  void a_burst_passes_and_then_as_much_as_trickles_in() {
    for (int i = 0; i < 10; i++) {
      assertThat(rates.take("a", 1, LIMIT)).isEqualTo(Duration.ZERO);
    }
    assertThat(rates.take("a", 1, LIMIT)).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(3));
    assertThat(rates.take("a", 3, LIMIT)).isEqualTo(Duration.ZERO);
    assertThat(rates.take("a", 1, LIMIT)).isPositive();
  }

  @Test
  void one_sender_does_not_use_up_what_is_anothers() {
    rates.take("a", 10, LIMIT);
    assertThat(rates.take("a", 1, LIMIT)).isPositive();
    assertThat(rates.take("b", 10, LIMIT)).isEqualTo(Duration.ZERO);
  }

  @Test
  void ten_thousand_in_a_minute_are_cut_to_the_burst_and_what_trickles_in() {
    int passed = 0;
    for (int i = 0; i < 10_000; i++) {
      pass(Duration.ofMillis(6));
      passed += rates.take("a", 1, LIMIT).isZero() ? 1 : 0;
    }
    assertThat(passed).isBetween(69, 71);
  }

  @Test
  void all_addresses_of_a_household_are_one_sender() {
    assertThat(Rates.network("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(Rates.network("2001:db8:1:2:ffff::1"));
    assertThat(Rates.network("2001:db8:1:2::1")).isNotEqualTo(Rates.network("2001:db8:1:3::1"));
    assertThat(Rates.network("::ffff:10.0.0.1")).isEqualTo("10.0.0.1");
    assertThat(Rates.network("10.0.0.1")).isEqualTo("10.0.0.1");
    assertThat(Rates.network("not:an:address")).isEqualTo("not:an:address");
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
