package io.leadwell.acquire.capture;

import static io.leadwell.tables.capture.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Role;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@OnPostgres
@Import(FormWorld.class)
class LeadCallsTests extends LeadCallWorld {

  @Test
  void the_same_call_again_is_the_same_answer_and_no_second_lead() {
    Browser.Answer first = caller("order-1").post("/leads", body("note", "要演示"));
    Browser.Answer again = caller("order-1").post("/leads", body("note", "要演示"));

    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
    assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    assertThat(world.leads()).isEqualTo(1);
    assertThat(world.touches()).isEqualTo(1);
    assertThat(lead(first).note()).isEqualTo("要演示");
  }

  @Test
  void the_order_and_layout_of_a_body_do_not_matter_but_what_it_says_does() {
    caller("k")
        .raw("/api/v1/leads", "application/json", "{\"name\":\"A\",\"phone\":\"13800138000\"}");

    Browser.Answer same =
        caller("k")
            .raw(
                "/api/v1/leads",
                "application/json",
                "{ \"phone\": \"13800138000\",\n \"name\": \"A\" }");
    Browser.Answer other = caller("k").post("/leads", body("name", "B"));

    assertThat(same.status()).isEqualTo(201);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("callKeyUsed");
    assertThat(world.leads()).isEqualTo(1);
  }

  @Test
  void two_keys_may_name_their_calls_alike() {
    caller("1").post("/leads", body());
    key = keys.create("伙伴", Role.MARKETER, null, Caller.system()).secret();

    Browser.Answer other = caller("1").post("/leads", body("name", "李娜", "phone", "13900139000"));

    assertThat(other.status()).isEqualTo(201);
    assertThat(world.leads()).isEqualTo(2);
  }

  @Test
  void twenty_threads_with_one_call_bring_one_lead() throws Exception {
    List<Browser.Answer> answers = race(i -> body("note", "同一个"));

    assertThat(answers).extracting(Browser.Answer::status).containsOnly(201);
    assertThat(answers.stream().map(Browser.Answer::text).distinct()).hasSize(1);
    assertThat(world.leads()).isEqualTo(1);
    assertThat(world.touches()).isEqualTo(1);
    assertThat(dsl.fetchCount(SUBMISSION)).isEqualTo(1);
  }

  @Test
  void twenty_threads_that_say_different_things_under_one_name_bring_one_of_them()
      throws Exception {
    List<Browser.Answer> answers = race(i -> body("note", "第" + i));

    assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(a -> a.status() == 422)).hasSize(19);
    assertThat(world.leads()).isEqualTo(1);
    assertThat(world.touches()).isEqualTo(1);
  }

  private List<Browser.Answer> race(java.util.function.IntFunction<Map<String, Object>> body)
      throws Exception {
    List<Callable<Browser.Answer>> calls =
        IntStream.range(0, 20)
            .<Callable<Browser.Answer>>mapToObj(
                i -> () -> caller("race").post("/leads", body.apply(i)))
            .toList();
    List<Browser.Answer> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(20)) {
      for (Future<Browser.Answer> one : threads.invokeAll(calls)) {
        answers.add(one.get());
      }
    }
    return answers;
  }

  @Test
  void a_call_without_a_name_is_refused_and_so_is_a_stranger() {
    Browser nameless = new Browser(port).with("Authorization", "Bearer " + key);

    assertThat(nameless.post("/leads", body()).code()).isEqualTo("callKeyMissing");
    assertThat(caller("a b").post("/leads", body()).code()).isEqualTo("callKeyMissing");
    assertThat(caller("x".repeat(201)).post("/leads", body()).code()).isEqualTo("callKeyMissing");
    assertThat(
            new Browser(port)
                .with("Authorization", "Bearer lw_x_y")
                .with("Idempotency-Key", "1")
                .post("/leads", body())
                .status())
        .isEqualTo(401);
    assertThat(world.leads()).isZero();
  }

  @Test
  void a_refused_call_can_be_made_again_under_its_name() {
    assertThat(caller("k").post("/leads", body("phone", "12")).status()).isEqualTo(422);
    assertThat(caller("k").post("/leads", body()).status()).isEqualTo(201);
  }

  @Test
  void what_a_member_types_in_the_app_goes_the_way_it_went() {
    Browser member = new Browser(port);
    assertThat(member.post("/leads", body()).status()).isIn(401, 403);
    assertThat(world.leads()).isZero();
  }
}
