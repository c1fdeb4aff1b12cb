package io.leadwell.nurture.messaging;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.pool.consent.Agreed;
import io.leadwell.pool.consent.Consents;
import io.leadwell.pool.consent.Contacting;
import io.leadwell.pool.consent.Means;
import io.leadwell.pool.consent.Purpose;
import io.leadwell.pool.consent.Suppressions;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** An outbox, and a real SMTP server that it leaves by. */
abstract class MailWorld {

  static final Caller WHO = Caller.system();

  /** Agreed to marketing mail. */
  static final UUID WANG = UUID.fromString("01920000-0000-7000-8000-00000000000a");

  /** Too far ahead for the server's own worker. */
  static final Instant NOW = Instant.parse("2126-03-04T01:30:00Z");

  @Autowired Workspaces workspaces;
  @Autowired Outbox outbox;
  @Autowired OutboxStore store;
  @Autowired SmtpStore smtpStore;
  @Autowired SmtpSettings settings;
  @Autowired Contacting contacting;
  @Autowired Consents consents;
  @Autowired Suppressions suppressions;
  @Autowired Audit audit;
  @Autowired Texts texts;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void open() {
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
    mail.start();
    server(mail.getSmtp().getPort());
    agree(WANG);
  }

  void agree(UUID person) {
    transaction.executeWithoutResult(_ ->
        consents.told(
            List.of(
                new Agreed(
                    person,
                    List.of(Purpose.MARKETING),
                    Set.of(Means.EMAIL),
                    true,
                    "form",
                    UUID.randomUUID(),
                    null,
                    null,
                    Instant.parse("2026-05-04T02:00:00Z")))));
  }

  @AfterEach
  void close() {
    mail.stop();
  }

  record Later(Outbox outbox, TransactionTemplate transaction) {
    void again(UUID id) {
      transaction.executeWithoutResult(s -> outbox.again(id, WHO));
    }
  }

  Later outbox(Instant at) {
    return new Later(new Outbox(store, audit, Clock.fixed(at, ZoneOffset.UTC)), transaction);
  }

  UUID put(Outgoing mail) {
    UUID id = transaction.execute(s -> outbox.put(mail).orElseThrow());
    return java.util.Objects.requireNonNull(id);
  }

  /** Everything that is due at that time; how many there were. */
  int send(Instant at) {
    Clock clock = Clock.fixed(at, ZoneOffset.UTC);
    Mailer mailer = new Mailer(new Composer("https://go.example.com/", texts), clock);
    OutboxWork work = new OutboxWork(store, smtpStore, settings, contacting, mailer, clock);
    int all = 0;
    for (int some = work.step(); some > 0; some = work.step()) {
      all += some;
    }
    return all;
  }

  void server(int smtpPort) {
    settings.save(draft(smtpPort, true), WHO);
  }

  static Smtp.Draft draft(int smtpPort, boolean enabled) {
    return new Smtp.Draft(
        "127.0.0.1",
        smtpPort,
        Smtp.Security.NONE,
        null,
        null,
        "events@dataflow.cn",
        "云帆科技",
        enabled);
  }

  static Smtp.Draft login(String host, @Nullable String password) {
    return new Smtp.Draft(
        host, 465, Smtp.Security.TLS, "events", password, "events@dataflow.cn", "云帆科技", true);
  }

  static Outgoing service(String occasion, String text) {
    return new Outgoing(
        "event.confirmation",
        "Wang@Example.com",
        "王伟",
        occasion,
        Outgoing.Kind.SERVICE,
        Locale.SIMPLIFIED_CHINESE,
        null,
        new MailText("报名成功", List.of(text), "https://go.example.com/p/e/x", "查看活动"),
        null,
        NOW,
        null,
        null,
        null);
  }

  static Outgoing marketing(String occasion) {
    return marketing(occasion, WANG);
  }

  static Outgoing marketing(String occasion, @Nullable UUID person) {
    return new Outgoing(
        "news",
        "wang@example.com",
        "王伟",
        occasion,
        Outgoing.Kind.MARKETING,
        Locale.SIMPLIFIED_CHINESE,
        person,
        new MailText("新品", List.of("正文"), null, null),
        null,
        NOW,
        null,
        null,
        null);
  }

  static Outgoing mail(
      String recipient,
      @Nullable String name,
      String subject,
      Outgoing.Kind kind,
      @Nullable Instant notAfter) {
    return new Outgoing(
        "event.reminder",
        recipient,
        name,
        "o",
        kind,
        Locale.SIMPLIFIED_CHINESE,
        null,
        new MailText(subject, List.of("正文"), null, null),
        null,
        NOW,
        notAfter,
        null,
        null);
  }

  static String id(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> parts(MimeMessage message) throws Exception {
    jakarta.mail.Multipart both = (jakarta.mail.Multipart) message.getContent();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < both.getCount(); i++) {
      parts.add(
          new String(both.getBodyPart(i).getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
    return parts;
  }
}
