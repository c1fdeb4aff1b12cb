package io.leadwell.nurture.messaging;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which mail server messages leave by. */
@Service
public class SmtpSettings {

  private static final String PURPOSE = "messaging.smtp";
  private static final int TESTS_SHOWN = 20;
  private static final int LONGEST = 253;
  private static final int LONGEST_NAME = 100;

  /** What opens the mail server; never shown. */
  record Password(@Nullable String text) {
    @Override
    public String toString() {
      return "Password";
    }
  }

  private final SmtpStore store;
  private final Mailer mailer;
  private final Vault vault;
  private final Texts texts;
  private final Audit audit;
  private final Clock clock;

  SmtpSettings(SmtpStore store, Mailer mailer, Vault vault, Texts texts, Audit audit, Clock clock) {
    this.store = store;
    this.mailer = mailer;
    this.vault = vault;
    this.texts = texts;
    this.audit = audit;
    this.clock = clock;
  }

  public Optional<Smtp> current() {
    return store.find();
  }

  @Transactional
  public Smtp save(Smtp.Draft wanted, Caller who) {
    Smtp.Draft draft = checked(wanted);
    Smtp before = store.find().orElse(null);
    String password = draft.password();
    String sealed = null;
    if (draft.userName() != null) {
      // A kept password goes to the server it was typed for, never to another host.
      boolean elsewhere =
          before == null
              || !before.host().equals(draft.host())
              || !draft.userName().equals(before.userName());
      sealed =
          password != null ? vault.seal(password, PURPOSE) : elsewhere ? null : store.password();
      if (sealed == null) {
        throw Problem.field(MessagingProblem.SMTP_INVALID, "password", "messaging.smtp.password");
      }
    }
    store.save(draft, sealed, clock.instant());
    audit.record(
        who,
        "smtp.change",
        "smtp",
        null,
        draft.host(),
        Map.of(
            "server",
            draft.host() + ":" + draft.port(),
            "from",
            draft.fromAddress(),
            "enabled",
            draft.enabled(),
            "password",
            password == null ? "kept" : "changed"));
    return store.find().orElseThrow();
  }

  /** Sends a mail at once, and says what is wrong if it can't. */
  public SmtpTest test(String recipient, Locale language, Caller who) {
    Smtp smtp = store.find().orElseThrow(() -> new Problem(MessagingProblem.SMTP_MISSING));
    String address = Addresses.sound(recipient, "recipient");
    Instant now = clock.instant();
    MailText text =
        new MailText(
            texts.of(language, "messaging.test.subject"),
            List.of(texts.of(language, "messaging.test.text")),
            null,
            null);
    Outgoing mail =
        new Outgoing(
            "smtp.test",
            address,
            null,
            now.toString(),
            Outgoing.Kind.SERVICE,
            language,
            null,
            text,
            null,
            now,
            null,
            null,
            null);
    Message message =
        new Message(
            Ids.next(), mail, Message.State.SENDING, 1, null, null, "", now, null, null, 0, null);
    Optional<Password> password = password(smtp);
    Delivery delivery =
        password.isEmpty()
            ? new Delivery.Later(Trouble.PASSWORD_UNREADABLE, null)
            : mailer.send(message, smtp, password.get().text(), () -> null);
    SmtpTest result =
        switch (delivery) {
          case Delivery.Accepted(var answer) ->
              new SmtpTest(now, who.name(), address, null, answer);
          case Delivery.Later(Trouble trouble, var answer) ->
              new SmtpTest(now, who.name(), address, trouble, answer);
          case Delivery.Refused(Trouble trouble, var answer) ->
              new SmtpTest(now, who.name(), address, trouble, answer);
          case Delivery.Unwanted _ -> throw new IllegalStateException("Nobody was asked");
          case Delivery.Unknown(var answer) ->
              new SmtpTest(now, who.name(), address, Trouble.NO_ANSWER, answer);
        };
    store.tested(who.name(), address, result.trouble(), result.answer(), now);
    return result;
  }

  /** Newest first. */
  public List<SmtpTest> tests() {
    return store.tests(TESTS_SHOWN);
  }

  /** Nothing when the password that is kept can't be unsealed. */
  Optional<Password> password(Smtp smtp) {
    String sealed = smtp.passwordSet() ? store.password() : null;
    if (sealed == null) {
      return Optional.of(new Password(null));
    }
    try {
      return Optional.of(new Password(vault.open(sealed, PURPOSE)));
    } catch (Problem unreadable) {
      return Optional.empty();
    }
  }

  private static Smtp.Draft checked(Smtp.Draft draft) {
    String host = draft.host().strip();
    if (host.isEmpty() || host.length() > LONGEST || !host.matches("[A-Za-z0-9.:-]+")) {
      throw Problem.field(MessagingProblem.SMTP_INVALID, "host", "messaging.smtp.host");
    }
    if (draft.port() < 1 || draft.port() > 65_535) {
      throw Problem.field(MessagingProblem.SMTP_INVALID, "port", "messaging.smtp.port");
    }
    String user = draft.userName() == null ? "" : draft.userName().strip();
    String password = draft.password();
    return new Smtp.Draft(
        host,
        draft.port(),
        draft.security(),
        user.isEmpty() ? null : Addresses.line(user, LONGEST),
        password == null || password.isEmpty() ? null : password,
        Addresses.sound(draft.fromAddress(), "fromAddress"),
        Addresses.line(draft.fromName(), LONGEST_NAME),
        draft.enabled());
  }
}
