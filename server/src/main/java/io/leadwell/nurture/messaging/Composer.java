package io.leadwell.nurture.messaging;

import io.leadwell.base.platform.Texts;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Turns a message into what goes over the wire: a plain and an HTML part that say the same. */
@Component
class Composer {

  private final String publicAddress;
  private final Texts texts;

  Composer(@Value("${leadwell.public-address:}") String publicAddress, Texts texts) {
    this.publicAddress = publicAddress.strip().replaceAll("/+$", "");
    this.texts = texts;
  }

  /** Whether this can be sent: marketing mail needs an address under which its reader can leave. */
  boolean complete(Outgoing mail) {
    return mail.kind() == Outgoing.Kind.SERVICE || !publicAddress.isEmpty();
  }

  void fill(MimeMessage mime, Message message, Smtp from, Instant now)
      throws MessagingException, UnsupportedEncodingException {
    Outgoing mail = message.outgoing();
    mime.setFrom(new InternetAddress(from.fromAddress(), from.fromName(), "UTF-8"));
    mime.setRecipient(
        RecipientType.TO, new InternetAddress(mail.recipient(), mail.recipientName(), "UTF-8"));
    mime.setSubject(mail.text().subject(), "UTF-8");
    mime.setSentDate(Date.from(now));
    mime.setHeader("Content-Language", mail.language().toLanguageTag());
    String leave = null;
    if (mail.kind() == Outgoing.Kind.MARKETING) {
      leave = publicAddress + "/p/unsubscribe/" + message.leaveToken();
      mime.setHeader("List-Unsubscribe", "<" + leave + ">");
      mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    } else {
      mime.setHeader("Auto-Submitted", "auto-generated");
    }
    MimeMultipart both = new MimeMultipart("alternative");
    both.addBodyPart(part(plain(mail, leave), "plain"));
    both.addBodyPart(part(html(mail, leave), "html"));
    String calendar = mail.calendar();
    if (calendar == null) {
      mime.setContent(both);
    } else {
      MimeBodyPart text = new MimeBodyPart();
      text.setContent(both);
      MimeBodyPart file = new MimeBodyPart();
      file.setContent(calendar, "text/calendar; charset=UTF-8; method=" + method(calendar));
      file.setFileName("event.ics");
      file.setHeader("Content-Transfer-Encoding", "base64");
      MimeMultipart all = new MimeMultipart("mixed");
      all.addBodyPart(text);
      all.addBodyPart(file);
      mime.setContent(all);
    }
    mime.saveChanges();
    // The same for every attempt: a server that has seen it can tell.
    mime.setHeader(
        "Message-ID",
        "<" + message.id() + from.fromAddress().substring(from.fromAddress().indexOf('@')) + ">");
  }

  /** A message that is filled by {@link #fill} and tells when all of it has been written out. */
  static final class Handing extends MimeMessage {
    private boolean written;

    Handing(Session session) {
      super(session);
    }

    boolean written() {
      return written;
    }

    @Override
    public void writeTo(java.io.OutputStream out, String @Nullable [] without)
        throws java.io.IOException, MessagingException {
      super.writeTo(out, without);
      written = true;
    }
  }

  /** What the file says itself; a mail program that reads two different ones shows neither. */
  private static String method(String calendar) {
    return calendar.contains("\r\nMETHOD:CANCEL\r\n") ? "CANCEL" : "PUBLISH";
  }

  private static MimeBodyPart part(String text, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, "UTF-8", kind);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private String plain(Outgoing mail, @Nullable String leave) {
    List<String> parts = new ArrayList<>(mail.text().paragraphs());
    if (mail.text().link() != null) {
      parts.add(mail.text().linkLabel() + "\n" + mail.text().link());
    }
    if (leave != null) {
      parts.add(texts.of(mail.language(), "messaging.mail.leave") + "\n" + leave);
    }
    return String.join("\n\n", parts) + "\n";
  }

  private String html(Outgoing mail, @Nullable String leave) {
    String body =
        mail.text().paragraphs().stream()
            .map(text -> "<p>" + escaped(text).replace("\n", "<br>") + "</p>")
            .collect(Collectors.joining("\n"));
    String link = mail.text().link();
    String button =
        link == null
            ? ""
            : "\n<p><a href=\"%s\" style=\"display:inline-block;padding:10px 20px;background:#1f5eff;color:#fff;text-decoration:none;border-radius:6px\">%s</a></p>"
                .formatted(escaped(link), escaped(String.valueOf(mail.text().linkLabel())));
    String foot =
        leave == null
            ? ""
            : "\n<p style=\"font-size:12px;color:#888\"><a href=\"%s\" style=\"color:#888\">%s</a></p>"
                .formatted(
                    escaped(leave), escaped(texts.of(mail.language(), "messaging.mail.leave")));
    return "<!doctype html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title></head><body style=\"font:16px/1.6 sans-serif;color:#222;max-width:600px\">\n%s%s%s\n</body></html>\n"
        .formatted(
            mail.language().toLanguageTag(), escaped(mail.text().subject()), body, button, foot);
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
