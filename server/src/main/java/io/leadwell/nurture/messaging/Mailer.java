package io.leadwell.nurture.messaging;

import io.leadwell.pool.consent.Refusal;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Properties;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands one mail over to the mail server, and says honestly how that ended. */
@Component
class Mailer {

  private static final String CONNECT_MS = "10000";
  private static final String SILENCE_MS = "60000";
  private static final int LONGEST_ANSWER = 500;
  private static final int PERMANENT = 500;
  private static final int TEMPORARY = 400;
  private static final int NEEDS_SECURITY = 530;

  private final Composer composer;
  private final Clock clock;

  Mailer(Composer composer, Clock clock) {
    this.composer = composer;
    this.clock = clock;
  }

  /**
   * @param password null where the server asks for none
   * @param refusal asked when the server is ready to take the mail, the last moment to keep it back
   */
  Delivery send(
      Message message, Smtp smtp, @Nullable String password, Supplier<@Nullable Refusal> refusal) {
    if (!composer.complete(message.outgoing())) {
      return new Delivery.Refused(Trouble.NO_PUBLIC_ADDRESS, null);
    }
    Session session = Session.getInstance(properties(smtp));
    Composer.Handing mime = new Composer.Handing(session);
    SMTPTransport transport = null;
    try {
      composer.fill(mime, message, smtp, clock.instant());
      transport =
          (SMTPTransport)
              session.getTransport(smtp.security() == Smtp.Security.TLS ? "smtps" : "smtp");
      transport.connect(smtp.host(), smtp.port(), smtp.userName(), password);
      Refusal unwanted = refusal.get();
      if (unwanted != null) {
        return new Delivery.Unwanted(unwanted);
      }
      transport.sendMessage(mime, mime.getAllRecipients());
      return new Delivery.Accepted(shortened(transport.getLastServerResponse()));
    } catch (AuthenticationFailedException e) {
      // a wrong password can be put right: the mail waits for it
      return new Delivery.Later(Trouble.SIGN_IN, shortened(e.getMessage()));
    } catch (MessagingException e) {
      return failed(e, mime.written());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    } finally {
      close(transport);
    }
  }

  private static Delivery failed(MessagingException e, boolean written) {
    int code = code(e);
    String said = shortened(e.getMessage());
    if (code >= PERMANENT) {
      return new Delivery.Refused(refusal(e, code), said);
    }
    if (code >= TEMPORARY) {
      return new Delivery.Later(Trouble.BUSY, said);
    }
    if (written) {
      return new Delivery.Unknown(said);
    }
    if (e.getMessage() != null && e.getMessage().contains("STARTTLS")) {
      return new Delivery.Later(Trouble.NOT_SECURED, said);
    }
    return new Delivery.Later(Trouble.UNREACHABLE, said);
  }

  private static Trouble refusal(MessagingException e, int code) {
    if (code == NEEDS_SECURITY) {
      return Trouble.SIGN_IN;
    }
    for (Exception next = e; next != null; next = next(next)) {
      if (next instanceof SMTPAddressFailedException) {
        return Trouble.RECIPIENT_REFUSED;
      }
      if (next instanceof SMTPSenderFailedException) {
        return Trouble.SENDER_REFUSED;
      }
    }
    return Trouble.REFUSED;
  }

  /** What the server answered, wherever in the chain it stands; 0 when it did not. */
  private static int code(MessagingException e) {
    int code = 0;
    for (Exception next = e; next != null; next = next(next)) {
      int said =
          switch (next) {
            case SMTPAddressFailedException a -> a.getReturnCode();
            case SMTPSenderFailedException s -> s.getReturnCode();
            case SMTPSendFailedException s -> s.getReturnCode();
            default -> 0;
          };
      code = Math.max(code, said);
    }
    return code;
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof SendFailedException || e instanceof MessagingException
        ? ((MessagingException) e).getNextException()
        : null;
  }

  private static void close(@Nullable SMTPTransport transport) {
    if (transport != null) {
      try {
        transport.close();
      } catch (MessagingException e) {
        // the mail is through or not; how the talk ended changes nothing
      }
    }
  }

  private static Properties properties(Smtp smtp) {
    Properties all = new Properties();
    for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
      all.put(protocol + "connectiontimeout", CONNECT_MS);
      all.put(protocol + "timeout", SILENCE_MS);
      all.put(protocol + "writetimeout", SILENCE_MS);
      all.put(protocol + "ssl.checkserveridentity", "true");
      all.put(protocol + "auth", String.valueOf(smtp.userName() != null));
      // a server that hangs up on QUIT has still taken the mail
      all.put(protocol + "quitwait", "false");
    }
    if (smtp.security() == Smtp.Security.STARTTLS) {
      all.put("mail.smtp.starttls.enable", "true");
      all.put("mail.smtp.starttls.required", "true");
    }
    return all;
  }

  private static @Nullable String shortened(@Nullable String answer) {
    if (answer == null) {
      return null;
    }
    String one = answer.strip().replaceAll("\\p{Cntrl}+", " ");
    return one.length() > LONGEST_ANSWER ? one.substring(0, LONGEST_ANSWER) : one;
  }
}
