package io.leadwell.nurture.messaging.web;

import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.nurture.messaging.Message;
import io.leadwell.nurture.messaging.MessageFilter;
import io.leadwell.nurture.messaging.Outbox;
import io.leadwell.nurture.messaging.PurposeCount;
import io.leadwell.nurture.messaging.Smtp;
import io.leadwell.nurture.messaging.SmtpSettings;
import io.leadwell.nurture.messaging.SmtpTest;
import io.leadwell.nurture.messaging.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes of the mail server and of what leaves by it. */
@RestController
@RequestMapping("/api/v1/messaging")
class MessagingController {

  private static final int MOST = 200;

  record SmtpBody(
      @Nullable String host,
      @Nullable Integer port,
      @Nullable String security,
      @Nullable String userName,
      @Nullable String password,
      @Nullable String fromAddress,
      @Nullable String fromName,
      @Nullable Boolean enabled) {}

  record SmtpView(@Nullable Smtp smtp, List<MailTestView> tests, Map<String, Integer> messages) {}

  record MailTestBody(@Nullable String recipient) {}

  record MailTestView(
      Instant at,
      String byName,
      String recipient,
      boolean works,
      @Nullable String trouble,
      @Nullable String advice,
      @Nullable String answer) {}

  record MessageView(
      UUID id,
      String purpose,
      String recipient,
      String kind,
      String subject,
      String state,
      int attempts,
      @Nullable String trouble,
      @Nullable String advice,
      @Nullable String answer,
      Instant notBefore,
      Instant createdAt,
      @Nullable Instant endedAt,
      boolean linked,
      @Nullable Instant clickedAt,
      int clicks,
      @Nullable String refusal) {}

  private final SmtpSettings settings;
  private final Outbox outbox;
  private final Texts texts;

  MessagingController(SmtpSettings settings, Outbox outbox, Texts texts) {
    this.settings = settings;
    this.outbox = outbox;
    this.texts = texts;
  }

  @GetMapping("/smtp")
  @Allow(Permission.SETTINGS_READ)
  SmtpView smtp(HttpServletRequest request) {
    Locale language = Languages.of(request);
    return new SmtpView(
        settings.current().orElse(null),
        settings.tests().stream().map(test -> view(test, language)).toList(),
        outbox.counts());
  }

  @PutMapping("/smtp")
  @Allow(Permission.SETTINGS_EDIT)
  Smtp save(@RequestBody SmtpBody body, Caller caller) {
    return settings.save(
        new Smtp.Draft(
            text(body.host()),
            body.port() == null ? 0 : body.port(),
            security(body.security()),
            body.userName(),
            body.password(),
            text(body.fromAddress()),
            text(body.fromName()),
            body.enabled() == null || body.enabled()),
        caller);
  }

  /** Sends a mail at once, and says what is wrong if it can't. */
  @PostMapping("/smtp/test")
  @Allow(Permission.SETTINGS_EDIT)
  MailTestView test(@RequestBody MailTestBody body, HttpServletRequest request, Caller caller) {
    Locale language = Languages.of(request);
    return view(settings.test(text(body.recipient()), language, caller), language);
  }

  @GetMapping("/messages")
  @Allow(Permission.SETTINGS_READ)
  List<MessageView> messages(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String purpose,
      @RequestParam(required = false) @Nullable Boolean clicked,
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(defaultValue = "50") int limit,
      HttpServletRequest request) {
    Locale language = Languages.of(request);
    MessageFilter filter = new MessageFilter(state(state), purpose, clicked);
    return outbox.list(filter, before, Math.clamp(limit, 1, MOST)).stream()
        .map(message -> view(message, language))
        .toList();
  }

  /** What became of them by what they were for: how many were sent, and whose link was followed. */
  @GetMapping("/purposes")
  @Allow(Permission.SETTINGS_READ)
  List<PurposeCount> purposes() {
    return outbox.purposes();
  }

  /** Sends a failed or unknown one again: a person's decision, as it may arrive twice. */
  @PostMapping("/messages/{id}/again")
  @Allow(Permission.SETTINGS_EDIT)
  MessageView again(@PathVariable UUID id, HttpServletRequest request, Caller caller) {
    return view(outbox.again(id, caller), Languages.of(request));
  }

  private MailTestView view(SmtpTest test, Locale language) {
    Trouble trouble = test.trouble();
    return new MailTestView(
        test.at(),
        test.byName(),
        test.recipient(),
        trouble == null,
        trouble == null ? null : trouble.word(),
        advice(trouble, language),
        test.answer());
  }

  private MessageView view(Message message, Locale language) {
    Trouble trouble = message.trouble();
    return new MessageView(
        message.id(),
        message.outgoing().purpose(),
        message.outgoing().recipient(),
        message.outgoing().kind().word(),
        message.outgoing().text().subject(),
        message.state().word(),
        message.attempts(),
        trouble == null ? null : trouble.word(),
        message.refusal() == null
            ? advice(trouble, language)
            : texts.of(language, "messaging.refusal." + message.refusal()),
        message.answer(),
        message.outgoing().notBefore(),
        message.createdAt(),
        message.endedAt(),
        message.outgoing().sending() != null,
        message.clickedAt(),
        message.clicks(),
        message.refusal());
  }

  private @Nullable String advice(@Nullable Trouble trouble, Locale language) {
    return trouble == null ? null : texts.of(language, "messaging.trouble." + trouble.word());
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  private static Smtp.Security security(@Nullable String word) {
    try {
      return word == null ? Smtp.Security.STARTTLS : Smtp.Security.of(word);
    } catch (IllegalArgumentException e) {
      throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, "security");
    }
  }

  private static Message.@Nullable State state(@Nullable String word) {
    try {
      return word == null ? null : Message.State.of(word);
    } catch (IllegalArgumentException e) {
      throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, "state");
    }
  }
}
