package io.leadwell.acquire.capture;

import static io.leadwell.acquire.capture.FormWorld.PHONE;
import static io.leadwell.acquire.capture.FormWorld.visit;
import static io.leadwell.acquire.capture.Samples.design;
import static io.leadwell.acquire.capture.Samples.field;
import static io.leadwell.acquire.capture.Samples.posted;
import static io.leadwell.acquire.capture.Samples.usual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@OnPostgres
@Import(FormWorld.class)
class SuspicionTests {

  @Autowired private FormWorld world;
  @Autowired private OpenForms open;
  @Autowired private Submissions submissions;
  @Autowired private Tokens tokens;

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
  void what_fills_in_everything_is_held_and_thanked_like_a_person() {
    Form form = world.published("demo", usual());

    Taking machine =
        take(
            form,
            "10.0.0.1",
            world.filled(form, "name", "王伟", "phone", PHONE, "_homepage", "http://spam"));
    Taking person =
        take(form, "10.0.0.1", world.filled(form, "name", "李娜", "phone", "13900139000"));

    assertThat(reason(machine)).isEqualTo("honeypot");
    assertThat(((Taking.Taken) machine).leadId()).isNull();
    assertThat(((Taking.Taken) machine).thanks()).isEqualTo(((Taking.Taken) person).thanks());
    assertThat(world.leads()).isEqualTo(1);
  }

  @Test
  void what_is_faster_than_anybody_types_or_full_of_links_is_held() {
    Form form =
        world.published(
            "demo",
            design(
                field("name", FieldKind.NAME, true),
                field("phone", FieldKind.PHONE, true),
                field("need", FieldKind.NEED, false)));
    Map<String, List<String>> fast = world.filled(form, "name", "王伟", "phone", PHONE);
    fast.put("_token", List.of(tokens.hand(form.id(), 1, Instant.now())));

    assertThat(reason(take(form, "10.0.0.1", fast))).isEqualTo("too_fast");
    assertThat(
            reason(
                take(
                    form,
                    "10.0.0.1",
                    world.filled(
                        form,
                        "name",
                        "王伟",
                        "phone",
                        PHONE,
                        "need",
                        "http://a.com http://b.com [url=x]y"))))
        .isEqualTo("links");
    assertThat(
            reason(
                take(
                    form,
                    "10.0.0.1",
                    world.filled(form, "name", "加微信 www.spam.cn", "phone", PHONE))))
        .isEqualTo("links");
    assertThat(
            reason(
                take(
                    form,
                    "10.0.0.1",
                    world.filled(
                        form, "name", "王伟", "phone", PHONE, "need", "见 https://example.com"))))
        .isEmpty();
  }

  @Test
  void what_was_held_becomes_a_lead_of_its_own_time_once_somebody_says_so() {
    Form form = world.published("demo", usual());
    Taking.Taken held =
        (Taking.Taken)
            take(
                form,
                "10.0.0.1",
                world.filled(form, "name", "王伟", "phone", PHONE, "_homepage", "x"));

    SubmissionDetail released =
        submissions.release(held.submissionId(), Locale.ENGLISH, Caller.system());

    assertThat(released.row().status()).isEqualTo("taken");
    assertThat(released.row().leadId()).isNotNull();
    assertThat(world.leads()).isEqualTo(1);
    assertThatThrownBy(
            () -> submissions.release(held.submissionId(), Locale.ENGLISH, Caller.system()))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> submissions.discard(held.submissionId(), Caller.system()))
        .isInstanceOf(Problem.class);
    assertThat(world.touches()).isEqualTo(1);
  }

  @Test
  void what_was_discarded_never_becomes_a_lead() {
    Form form = world.published("demo", usual());
    Taking.Taken held =
        (Taking.Taken)
            take(
                form,
                "10.0.0.1",
                world.filled(form, "name", "王伟", "phone", PHONE, "_homepage", "x"));

    submissions.discard(held.submissionId(), Caller.system());

    assertThatThrownBy(
            () -> submissions.release(held.submissionId(), Locale.ENGLISH, Caller.system()))
        .isInstanceOf(Problem.class);
    assertThat(world.leads()).isZero();
  }

  @Test
  void a_crowd_behind_one_address_is_asked_for_proof_before_anybody_is_refused() {
    Form form = world.published("fair", usual());

    int asked = 0;
    for (int i = 0; i < 30; i++) {
      Map<String, List<String>> filled =
          world.filled(form, "name", "人" + i, "phone", "138001380" + (10 + i), "_js", "1");
      if (take(form, "10.0.0.1", filled) instanceof Taking.Again again) {
        assertThat(again.form().goOn()).isTrue();
        asked++;
      }
    }
    assertThat(asked).isBetween(15, 20);
    assertThat(world.leads()).isEqualTo(30 - asked);
  }
}
