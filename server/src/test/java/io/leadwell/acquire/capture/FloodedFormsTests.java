package io.leadwell.acquire.capture;

import static io.leadwell.acquire.capture.FormWorld.from;
import static io.leadwell.acquire.capture.Samples.usual;
import static io.leadwell.tables.capture.Tables.FORM_DAY;
import static io.leadwell.tables.capture.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.sum;

import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** More than any crowd sends: most is refused with a sentence, and what was thanked for is kept. */
@OnPostgres
@Import(FormWorld.class)
class FloodedFormsTests {

  private static final int SENT = 10_000;
  private static final int AT_ONCE = 8;
  private static final int NETWORKS = 10;

  @Autowired private FormWorld world;
  @Autowired private DSLContext dsl;
  @LocalServerPort private int port;

  @BeforeEach
  void open() {
    world.open();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void of_ten_thousand_within_minutes_some_are_refused_and_none_that_was_taken_is_lost()
      throws Exception {
    Form form = world.published("demo", usual());
    List<Browser.Answer> answers = new ArrayList<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<List<Browser.Answer>>> lots = new ArrayList<>();
      for (int lot = 0; lot < AT_ONCE; lot++) {
        int first = lot;
        lots.add(senders.submit(() -> send(form, first)));
      }
      for (Future<List<Browser.Answer>> lot : lots) {
        answers.addAll(lot.get());
      }
    }
    assertThat(answers).hasSize(SENT);
    assertThat(answers.stream().map(Browser.Answer::status).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(303, 429);
    long thanked = answers.stream().filter(answer -> answer.status() == 303).count();
    assertThat(dsl.fetchCount(SUBMISSION)).isEqualTo((int) thanked);
    assertThat(dsl.fetchCount(SUBMISSION, SUBMISSION.STATUS.eq(Submission.TAKEN)))
        .isEqualTo(world.leads());
    world.close();
    assertThat(dsl.select(sum(FORM_DAY.REFUSED)).from(FORM_DAY).fetchSingle().value1().intValue())
        .isEqualTo(SENT - (int) thanked);
    assertThat(from(port, "10.9.9.9").form("/p/f/demo", filled(form, SENT)).status())
        .as("somebody else gets through")
        .isEqualTo(303);
    assertThat(answers.stream().filter(answer -> answer.status() == 429))
        .allSatisfy(refused -> assertThat(refused.text()).containsAnyOf("请稍后再试", "秒后再试"));
  }

  private List<Browser.Answer> send(Form form, int lot) {
    List<Browser.Answer> answers = new ArrayList<>();
    for (int i = lot; i < SENT; i += AT_ONCE) {
      answers.add(
          from(port, "10.3." + i / AT_ONCE % NETWORKS + ".1").form("/p/f/demo", filled(form, i)));
    }
    return answers;
  }

  private Map<String, List<String>> filled(Form form, int number) {
    String phone = "139" + String.format("%08d", 10_000_000 + number);
    return world.filled(form, "name", "人" + number, "phone", phone);
  }
}
