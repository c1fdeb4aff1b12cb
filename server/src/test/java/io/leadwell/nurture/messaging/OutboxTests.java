package io.leadwell.nurture.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.pool.consent.SuppressionReason;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Mail that leaves by a real SMTP server, or fails to. */
@OnPostgres
class OutboxTests extends MailWorld {

  @Test
  void a_message_arrives_once_in_plain_and_html_with_nothing_typed_taken_for_markup()
      throws Exception {
    UUID id = put(service("reg-1", "<b>王伟</b>，您已报名 & 通过"));
    assertThat(transaction.<Boolean>execute(s -> outbox.put(service("reg-1", "again")).isEmpty()))
        .isTrue();
    send(NOW);
    Message sent = outbox.find(id);
    assertThat(sent.state())
        .as("%s %s", sent.trouble(), sent.answer())
        .isEqualTo(Message.State.SENT);
    assertThat(mail.getReceivedMessages()).hasSize(1);
    MimeMessage arrived = mail.getReceivedMessages()[0];
    assertThat(arrived.getSubject()).isEqualTo("报名成功");
    assertThat(arrived.getFrom()[0].toString()).contains("events@dataflow.cn");
    assertThat(arrived.getHeader("List-Unsubscribe")).isNull();
    List<String> parts = parts(arrived);
    assertThat(parts.get(0)).contains("<b>王伟</b>，您已报名 & 通过");
    assertThat(parts.get(1)).contains("&lt;b&gt;王伟&lt;/b&gt;").doesNotContain("<b>");
    send(NOW.plus(Duration.ofDays(1)));
    assertThat(mail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void two_workers_in_a_race_send_each_message_once() throws Exception {
    for (int i = 0; i < 40; i++) {
      put(service("race-" + i, "第 " + i + " 封"));
    }
    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> done = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        done.add(workers.submit(() -> send(NOW)));
      }
      int all = 0;
      for (Future<Integer> one : done) {
        all += one.get();
      }
      assertThat(all).isEqualTo(40);
    }
    assertThat(Arrays.stream(mail.getReceivedMessages()).map(MailWorld::id))
        .hasSize(40)
        .doesNotHaveDuplicates();
    assertThat(outbox.counts()).containsOnlyKeys("sent");
  }

  @Test
  void what_was_handed_over_without_an_answer_is_unknown_and_never_sent_again_by_itself() {
    UUID id = put(service("cut", "x"));
    try (CutSmtp cut = new CutSmtp(CutSmtp.At.AFTER_ALL_WAS_HANDED_OVER)) {
      server(cut.port());
      send(NOW);
      send(NOW.plus(Duration.ofDays(3)));
      assertThat(cut.handedOver).hasValue(1);
    }
    assertThat(outbox.find(id).state()).isEqualTo(Message.State.UNKNOWN);
    assertThat(outbox.find(id).trouble()).isEqualTo(Trouble.NO_ANSWER);
    server(mail.getSmtp().getPort());
    send(NOW.plus(Duration.ofDays(4)));
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_worker_that_dies_in_mid_send_leaves_its_message_unknown_until_a_person_repeats_it() {
    UUID id = put(service("killed", "x"));
    assertThat(store.claim(1, NOW)).hasSize(1);
    send(NOW.plus(OutboxWork.LEASE).minusSeconds(1));
    assertThat(outbox.find(id).state()).isEqualTo(Message.State.SENDING);
    send(NOW.plus(OutboxWork.LEASE).plusSeconds(1));
    assertThat(outbox.find(id).state()).isEqualTo(Message.State.UNKNOWN);
    assertThat(mail.getReceivedMessages()).isEmpty();
    outbox(NOW.plus(Duration.ofDays(1))).again(id);
    send(NOW.plus(Duration.ofDays(1)));
    assertThat(outbox.find(id).state()).isEqualTo(Message.State.SENT);
    assertThat(mail.getReceivedMessages()).hasSize(1);
    assertThatThrownBy(() -> outbox.again(id, WHO))
        .extracting(e -> ((Problem) e).code())
        .isEqualTo(MessagingProblem.MESSAGE_NOT_REPEATABLE);
  }

  @Test
  void a_server_that_is_busy_or_away_gets_it_later_and_one_that_refuses_does_not() {
    UUID busy = put(service("busy", "x"));
    try (CutSmtp smtp = new CutSmtp(CutSmtp.At.BUSY)) {
      server(smtp.port());
      send(NOW);
    }
    assertThat(outbox.find(busy).state()).isEqualTo(Message.State.QUEUED);
    assertThat(outbox.find(busy).trouble()).isEqualTo(Trouble.BUSY);
    assertThat(outbox.find(busy).outgoing().notBefore()).isAfter(NOW);
    try (CutSmtp smtp = new CutSmtp(CutSmtp.At.GREETING)) {
      server(smtp.port());
      send(NOW.plus(Duration.ofHours(1)));
    }
    assertThat(outbox.find(busy).trouble()).isEqualTo(Trouble.UNREACHABLE);
    try (CutSmtp smtp = new CutSmtp(CutSmtp.At.RECIPIENT)) {
      server(smtp.port());
      send(NOW.plus(Duration.ofHours(2)));
      send(NOW.plus(Duration.ofDays(2)));
    }
    assertThat(outbox.find(busy).state()).isEqualTo(Message.State.FAILED);
    assertThat(outbox.find(busy).trouble()).isEqualTo(Trouble.RECIPIENT_REFUSED);
    assertThat(outbox.find(busy).attempts()).isEqualTo(3);
  }

  @Test
  void a_line_break_in_a_subject_name_or_address_is_refused() {
    for (Outgoing hostile :
        List.of(
            mail("a@example.com", "王", "报名\r\nBcc: all@example.com", Outgoing.Kind.SERVICE, null),
            mail("a@example.com", "王\nBcc: b@example.com", "报名", Outgoing.Kind.SERVICE, null),
            mail("a@example.com\r\nb@example.com", "王", "报名", Outgoing.Kind.SERVICE, null),
            mail("a@example.com,b@example.com", "王", "报名", Outgoing.Kind.SERVICE, null))) {
      assertThatThrownBy(() -> put(hostile)).isInstanceOf(Problem.class);
    }
    assertThat(outbox.counts()).isEmpty();
  }

  @Test
  void who_unsubscribes_gets_no_marketing_and_still_gets_what_they_asked_for() throws Exception {
    UUID first = put(marketing("spring"));
    send(NOW);
    MimeMessage arrived = mail.getReceivedMessages()[0];
    String token = outbox.find(first).leaveToken();
    assertThat(arrived.getHeader("List-Unsubscribe"))
        .containsExactly("<https://go.example.com/p/unsubscribe/" + token + ">");
    assertThat(arrived.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    Browser stranger = new Browser(port);
    assertThat(stranger.get("!/p/unsubscribe/" + token).text()).contains("w***@example.com");
    UUID second = put(marketing("summer"));
    send(NOW);
    assertThat(outbox.find(second).state())
        .as("looking ends nothing")
        .isEqualTo(Message.State.SENT);
    assertThat(
            new Browser(port)
                .raw(
                    "/p/unsubscribe/" + token,
                    "application/x-www-form-urlencoded",
                    "List-Unsubscribe=One-Click")
                .status())
        .isEqualTo(200);
    UUID third = put(marketing("autumn"));
    UUID asked = put(service("reg-9", "x"));
    send(NOW);
    assertThat(outbox.find(third).state()).isEqualTo(Message.State.SUPPRESSED);
    assertThat(outbox.find(asked).state()).isEqualTo(Message.State.SENT);
    assertThat(stranger.get("!/p/unsubscribe/" + "A".repeat(24)).status()).isEqualTo(404);
  }

  @Test
  void who_never_agreed_gets_no_marketing_mail_and_the_message_says_why() {
    UUID nobody = put(marketing("spring", null));
    UUID stranger = put(marketing("summer", UUID.randomUUID()));
    send(NOW);
    assertThat(mail.getReceivedMessages()).isEmpty();
    for (UUID id : List.of(nobody, stranger)) {
      assertThat(outbox.find(id).state()).isEqualTo(Message.State.SUPPRESSED);
      assertThat(outbox.find(id).refusal()).isEqualTo("not_given");
    }
  }

  @Test
  void who_leaves_while_their_mail_is_being_sent_does_not_get_it() throws Exception {
    UUID id = put(marketing("spring"));
    String token = outbox.find(id).leaveToken();
    try (CutSmtp slow = new CutSmtp(CutSmtp.At.SLOW_GREETING);
        ExecutorService worker = Executors.newSingleThreadExecutor()) {
      server(slow.port());
      Future<Integer> sending = worker.submit(() -> send(NOW));
      slow.called.await();
      assertThat(outbox.find(id).state()).isEqualTo(Message.State.SENDING);
      assertThat(
              new Browser(port)
                  .raw(
                      "/p/unsubscribe/" + token,
                      "application/x-www-form-urlencoded",
                      "List-Unsubscribe=One-Click")
                  .status())
          .isEqualTo(200);
      slow.goOn.countDown();
      sending.get();
      assertThat(slow.handedOver).hasValue(0);
    }
    assertThat(outbox.find(id).state()).isEqualTo(Message.State.SUPPRESSED);
    assertThat(outbox.find(id).refusal()).isEqualTo("suppressed");
  }

  @Test
  void an_address_that_bounced_or_complained_gets_not_even_what_was_asked_for() {
    suppressions.add("wang@example.com", Set.of(), SuppressionReason.BOUNCED, null, WHO);
    UUID id = put(service("reg-1", "x"));
    send(NOW);
    assertThat(outbox.find(id).state()).isEqualTo(Message.State.SUPPRESSED);
    assertThat(mail.getReceivedMessages()).isEmpty();
  }
}
