package io.leadwell.base.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.leadwell.postgres.ClusterException;
import io.leadwell.testing.OnPostgres;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;

@OnPostgres
class StartFailuresTests {

  private final StartFailures chinese = new StartFailures(Map.of("LANG", "zh_CN.UTF-8"));
  private final StartFailures english = new StartFailures(Map.of("LC_ALL", "C", "LANG", "zh_CN"));

  @Autowired Flyway flyway;

  @Test
  void data_of_a_newer_release_is_refused_with_a_sentence() {
    // This program with fewer migrations than the database has: an older release.
    Flyway older =
        Flyway.configure()
            .configuration(flyway.getConfiguration())
            .locations("classpath:db/migration/workspace")
            .load();
    Throwable refused = catchThrowable(older::migrate);
    assertThat(sentence(english, new IllegalStateException(refused)))
        .startsWith("This data was written by a newer Leadwell");
    assertThat(sentence(chinese, refused)).contains("更新版本的 Leadwell");
  }

  @Test
  void the_sentences_of_the_database_and_of_modules_are_passed_on() {
    assertThat(sentence(english, new RuntimeException(new ClusterException("Taken."))))
        .isEqualTo("Taken.");
    assertThat(sentence(english, new RuntimeException(new StartRefused("Not here."))))
        .isEqualTo("Not here.");
  }

  @Test
  void an_outside_database_that_does_not_answer_is_named() {
    assertThat(sentence(chinese, new RuntimeException(new SQLException("refused..", "08001"))))
        .isEqualTo("连不上数据库：refused。请检查 --database 的地址、用户和密码，以及数据库是否在运行。");
  }

  @Test
  void what_nobody_can_correct_is_left_to_the_log() {
    assertThat(english.analyze(new IllegalStateException("bug"))).isNull();
    assertThat(english.analyze(new SQLException("syntax", "42601"))).isNull();
  }

  private static String sentence(StartFailures failures, Throwable failure) {
    FailureAnalysis analysis = Objects.requireNonNull(failures.analyze(failure));
    return Objects.requireNonNull(analysis.getDescription());
  }
}
