package io.leadwell.acquire.events;

import static io.leadwell.acquire.events.EventWorld.WHO;
import static io.leadwell.acquire.events.EventWorld.registered;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.leadwell.acquire.capture.FormWorld;
import io.leadwell.nurture.messaging.Smtp;
import io.leadwell.nurture.messaging.SmtpSettings;
import io.leadwell.testing.OnPostgres;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What guests find in their mailbox, sent by the server's own worker to a real SMTP server. */
@OnPostgres
@Import({FormWorld.class, EventWorld.class})
class EventMailTests {

  private static final int PATIENCE_MS = 30_000;

  @Autowired private EventWorld world;
  @Autowired private Events events;
  @Autowired private SmtpSettings smtp;
  @LocalServerPort private int port;

  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void open() {
    world.open();
    mail.start();
    smtp.save(
        new Smtp.Draft(
            "127.0.0.1",
            mail.getSmtp().getPort(),
            Smtp.Security.NONE,
            null,
            null,
            "events@dataflow.cn",
            "云帆科技",
            true),
        WHO);
  }

  @AfterEach
  void close() {
    mail.stop();
    world.close();
  }

  @Test
  void a_confirmation_carries_the_entry_for_the_calendar_and_a_cancellation_takes_it_out()
      throws Exception {
    Event event = world.published("post", 9);
    registered(port, "post", world.guest("王伟"));
    assertThat(mail.waitForIncomingEmail(PATIENCE_MS, 1)).isTrue();
    MimeMessage confirmation = mail.getReceivedMessages()[0];
    assertThat(confirmation.getSubject()).isEqualTo("报名成功：" + event.title());
    assertThat(confirmation.getHeader("List-Unsubscribe")).as("asked for").isNull();
    BodyPart entry = calendar(confirmation);
    assertThat(entry.getContentType()).contains("method=PUBLISH");
    assertThat(text(entry))
        .contains(
            "\r\nMETHOD:PUBLISH\r\n", "\r\nSTATUS:CONFIRMED\r\n", "mailto:events@dataflow.cn");
    events.cancel(event.id(), WHO);
    assertThat(mail.waitForIncomingEmail(PATIENCE_MS, 2)).isTrue();
    MimeMessage cancelled =
        Arrays.stream(mail.getReceivedMessages())
            .filter(message -> subject(message).startsWith("活动取消"))
            .findFirst()
            .orElseThrow();
    assertThat(calendar(cancelled).getContentType()).contains("method=CANCEL");
    assertThat(text(calendar(cancelled)))
        .contains("\r\nMETHOD:CANCEL\r\n", "\r\nSTATUS:CANCELLED\r\n", "\r\nSEQUENCE:1\r\n");
    assertThat(uid(text(calendar(cancelled)))).isEqualTo(uid(text(entry)));
    assertThat(mail.getReceivedMessages()).hasSize(2);
  }

  private static String uid(String file) {
    return file.replaceAll("(?s).*\r\nUID:([^\r]+)\r\n.*", "$1");
  }

  private static BodyPart calendar(MimeMessage message) throws Exception {
    Multipart parts = (Multipart) message.getContent();
    return parts.getBodyPart(parts.getCount() - 1);
  }

  private static String text(BodyPart part) throws Exception {
    return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
