package io.leadwell.nurture.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.testing.OnPostgres;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The mail server that messages leave by: kept, tried, waited for. */
@OnPostgres
class SmtpSettingsTests extends MailWorld {

  @Test
  void a_message_waits_for_a_mail_server_and_is_dropped_when_it_is_of_no_use_any_more() {
    settings.save(draft(mail.getSmtp().getPort(), false), WHO);
    UUID reminder =
        put(mail("w@example.com", null, "明天见", Outgoing.Kind.SERVICE, NOW.plusSeconds(60)));
    send(NOW);
    assertThat(outbox.find(reminder).state()).isEqualTo(Message.State.QUEUED);
    server(mail.getSmtp().getPort());
    send(NOW.plusSeconds(61));
    assertThat(outbox.find(reminder).state()).isEqualTo(Message.State.EXPIRED);
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void the_password_is_sealed_and_does_not_follow_to_another_host() {
    settings.save(login("mail.example.com", "s3cret"), WHO);
    assertThat(smtpStore.password()).doesNotContain("s3cret");
    settings.save(login("mail.example.com", null), WHO);
    assertThat(settings.password(settings.current().orElseThrow()).orElseThrow().text())
        .isEqualTo("s3cret");
    assertThatThrownBy(() -> settings.save(login("thief.example.com", null), WHO))
        .isInstanceOf(Problem.class);
  }

  @Test
  void a_test_says_what_is_wrong_and_is_kept() {
    assertThat(settings.test("me@example.com", Locale.ENGLISH, WHO).trouble()).isNull();
    try (CutSmtp smtp = new CutSmtp(CutSmtp.At.RECIPIENT)) {
      server(smtp.port());
      assertThat(settings.test("me@example.com", Locale.ENGLISH, WHO).trouble())
          .isEqualTo(Trouble.RECIPIENT_REFUSED);
    }
    assertThat(settings.tests())
        .extracting(SmtpTest::trouble)
        .containsExactly(Trouble.RECIPIENT_REFUSED, null);
  }
}
