package io.leadwell.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterLogTests {

  @TempDir Path temporary;

  @Test
  void a_large_log_is_kept_once_and_begun_anew() throws Exception {
    Path file = Files.writeString(temporary.resolve("postgres.log"), "0123456789");
    ClusterLog log = new ClusterLog(file, 10);
    log.rotateWhenLarge();
    assertThat(file).isEmptyFile();
    assertThat(temporary.resolve("postgres.log.1")).hasContent("0123456789");
    Files.writeString(file, "short");
    log.rotateWhenLarge();
    assertThat(file).hasContent("short");
  }

  @Test
  void only_what_this_start_said_is_quoted() throws Exception {
    Path file = Files.writeString(temporary.resolve("postgres.log"), "still in use\n");
    ClusterLog log = new ClusterLog(file, 1000);
    long mark = log.mark();
    assertThat(log.lastLinesSince(mark)).isEmpty();
    Files.writeString(
        file,
        "LOG: one\nFATAL: two\n\nHINT: 三\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
    assertThat(log.lastLinesSince(mark)).isEqualTo("FATAL: two HINT: 三");
  }

  @Test
  void a_log_that_is_not_there_says_nothing() {
    ClusterLog log = new ClusterLog(temporary.resolve("postgres.log"), 10);
    log.rotateWhenLarge();
    assertThat(log.mark()).isZero();
    assertThat(log.lastLinesSince(0)).isEmpty();
  }
}
