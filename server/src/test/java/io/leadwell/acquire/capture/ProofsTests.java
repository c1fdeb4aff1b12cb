package io.leadwell.acquire.capture;

import static io.leadwell.acquire.capture.FormWorld.PHONE;
import static io.leadwell.acquire.capture.FormWorld.visit;
import static io.leadwell.acquire.capture.Samples.guarded;
import static io.leadwell.acquire.capture.Samples.posted;
import static io.leadwell.acquire.capture.Samples.usual;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.capture.FormDesign.Guard;
import io.leadwell.acquire.capture.FormDesign.Proof;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Work that a browser shows for its form. */
@OnPostgres
@Import(FormWorld.class)
class ProofsTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired private FormWorld world;
  @Autowired private OpenForms open;
  @Autowired private Submissions submissions;

  @BeforeEach
  void open() {
    world.open();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Taking take(Form form, String ip, Map<String, List<String>> filled) {
    return open.take(form.slug(), visit(form.slug(), null, null, ip), posted(filled));
  }

  private String reason(Taking taking) {
    UUID id = ((Taking.Taken) taking).submissionId();
    String reason = submissions.get(id, Locale.ENGLISH, Caller.system()).row().reason();
    return reason == null ? "" : reason;
  }

  @Test
  void a_form_that_asks_for_proof_takes_it_once() throws Exception {
    Form form = world.published("demo", guarded(usual(), new Guard(Proof.ALWAYS, null)));
    assertThat(open.page("demo", visit("demo", null, null), false).proof()).isNotNull();
    Map<String, List<String>> filled = world.filled(form, "name", "王伟", "phone", PHONE, "_js", "1");

    assertThat(take(form, "10.0.0.1", filled))
        .isInstanceOfSatisfying(
            Taking.Again.class, again -> assertThat(again.form().goOn()).isTrue());
    String proof = solve(open.challenge());
    filled.put("_proof", List.of(proof));
    assertThat(reason(take(form, "10.0.0.1", filled))).isEmpty();
    assertThat(world.leads()).isEqualTo(1);

    Map<String, List<String>> other =
        world.filled(form, "name", "李娜", "phone", "13900139000", "_js", "1", "_proof", proof);
    assertThat(reason(take(form, "10.0.0.1", other))).isEqualTo("bad_proof");
  }

  @Test
  void a_proof_that_proves_nothing_is_told_apart() throws Exception {
    Form form = world.published("demo", guarded(usual(), new Guard(Proof.ALWAYS, null)));
    Challenge challenge = open.challenge();
    Map<String, Object> shown = JSON.readValue(decoded(solve(challenge)), new TypeReference<>() {});
    List<Map<String, Object>> forged =
        List.of(
            with(shown, "number", -1),
            with(shown, "number", "1e9"),
            with(shown, "algorithm", "NONE"),
            with(shown, "signature", "00"),
            with(shown, "salt", challenge.salt().replaceAll("expires=\\d+", "expires=9999999999")),
            with(shown, "salt", challenge.salt() + "0"));
    for (Map<String, Object> one : forged) {
      String payload = encoded(JSON.writeValueAsString(one));
      Map<String, List<String>> filled =
          world.filled(form, "name", "王伟", "phone", PHONE, "_js", "1", "_proof", payload);
      assertThat(reason(take(form, "10.0.0.1", filled))).as(one.toString()).isEqualTo("bad_proof");
    }
    for (String payload : List.of("%%%", "e30=", "x".repeat(5_000), encoded("[[[["))) {
      Map<String, List<String>> filled =
          world.filled(form, "name", "王伟", "phone", PHONE, "_js", "1", "_proof", payload);
      assertThat(reason(take(form, "10.0.0.1", filled))).isEqualTo("bad_proof");
    }
    assertThat(world.leads()).isZero();
  }

  private static Map<String, Object> with(Map<String, Object> shown, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(shown);
    changed.put(name, value);
    return changed;
  }

  @Test
  void twenty_threads_with_one_proof_are_believed_once() throws Exception {
    Form form = world.published("demo", guarded(usual(), new Guard(Proof.ALWAYS, null)));
    String proof = solve(open.challenge());
    List<Callable<String>> racing =
        IntStream.range(0, 20)
            .<Callable<String>>mapToObj(i ->
                () ->
                    reason(
                        take(
                            form,
                            "10.0.0." + i,
                            world.filled(
                                form,
                                "name",
                                "人" + i,
                                "phone",
                                "138001380" + (10 + i),
                                "_js",
                                "1",
                                "_proof",
                                proof))))
            .toList();
    int believed = 0;
    try (var threads = Executors.newFixedThreadPool(20)) {
      for (Future<String> one : threads.invokeAll(racing)) {
        believed += one.get().isEmpty() ? 1 : 0;
      }
    }
    assertThat(believed).isEqualTo(1);
    assertThat(world.leads()).isEqualTo(1);
  }

  @Test
  void a_browser_without_scripts_gets_a_little_without_proof() {
    Form form = world.published("demo", guarded(usual(), new Guard(Proof.ALWAYS, null)));

    for (int i = 0; i < 3; i++) {
      Map<String, List<String>> filled =
          world.filled(form, "name", "人" + i, "phone", "1380013800" + i);
      assertThat(reason(take(form, "10.0.0.1", filled))).isEmpty();
    }
    Map<String, List<String>> fourth = world.filled(form, "name", "人", "phone", "13800138009");
    assertThat(reason(take(form, "10.0.0.1", fourth))).isEqualTo("no_proof");
    assertThat(reason(take(form, "10.0.0.2", world.filled(form, "name", "别", "phone", PHONE))))
        .as("another address")
        .isEmpty();
  }

  private static String solve(Challenge challenge) throws Exception {
    for (int number = 0; number <= challenge.maxnumber(); number++) {
      if (hash(challenge.salt() + number).equals(challenge.challenge())) {
        return encoded(
            JSON.writeValueAsString(
                Map.of(
                    "algorithm", challenge.algorithm(),
                    "challenge", challenge.challenge(),
                    "salt", challenge.salt(),
                    "number", number,
                    "signature", challenge.signature())));
      }
    }
    throw new AssertionError("no number");
  }

  private static String hash(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String encoded(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String payload) {
    return new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
  }
}
