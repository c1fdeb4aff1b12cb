package io.leadwell.base.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.CannotCreateTransactionException;

class OutageTests {

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08003", "08006", "57P01", "57P02", "57P03"})
  void a_lost_connection_is_an_outage_however_deep_it_lies(String state) {
    assertThat(
            Outage.causedBy(
                new IllegalStateException(new RuntimeException(new SQLException("gone", state)))))
        .isTrue();
  }

  @Test
  void the_pool_says_it_without_a_state() {
    assertThat(Outage.causedBy(new SQLException("Connection is closed"))).isTrue();
    assertThat(Outage.causedBy(new CannotCreateTransactionException("no connection"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "40001", "22P02", "53100"})
  void what_the_database_answers_is_no_outage(String state) {
    assertThat(Outage.causedBy(new RuntimeException(new SQLException("refused", state)))).isFalse();
    assertThat(Outage.causedBy(new IllegalStateException("ours"))).isFalse();
  }
}
