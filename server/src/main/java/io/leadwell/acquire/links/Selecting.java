package io.leadwell.acquire.links;

import io.leadwell.pool.consent.Contacting;
import io.leadwell.pool.consent.Means;
import io.leadwell.pool.consent.Purpose;
import io.leadwell.pool.consent.Refusal;
import io.leadwell.pool.leads.PersonCard;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says of people, chunk by chunk, who can't be sent a message by a way. Holds the addresses it has
 * seen: each gets one message.
 */
final class Selecting {

  private static final Pattern CHINESE_MOBILE = Pattern.compile("\\+861[3-9]\\d{9}");

  private final SendingWay way;
  private final Contacting contacting;
  private final Set<String> seen = new HashSet<>();

  Selecting(SendingWay way, Contacting contacting) {
    this.way = way;
    this.contacting = contacting;
  }

  /** Those who get no link, and why; everybody else gets one. */
  Map<UUID, LeftOut> leftOut(List<PersonCard> people) {
    Map<UUID, LeftOut> refused = refused(way, people, contacting);
    Map<UUID, LeftOut> out = new HashMap<>();
    for (PersonCard person : people) {
      LeftOut reason = reason(person, refused.get(person.personId()));
      if (reason != null) {
        out.put(person.personId(), reason);
      }
    }
    return out;
  }

  /** Who may not be sent what we would like them to read. */
  static Map<UUID, LeftOut> refused(
      SendingWay way, Collection<PersonCard> people, Contacting contacting) {
    Map<UUID, LeftOut> refused = new HashMap<>();
    contacting
        .refusals(
            means(way), Purpose.MARKETING, people.stream().map(card -> reader(way, card)).toList())
        .forEach((reader, why) -> {
          // Another tool goes its own way, by which nobody is asked for a yes.
          if (why != Refusal.NOT_GIVEN || way != SendingWay.OTHER) {
            refused.put(
                Objects.requireNonNull(reader.personId()),
                why == Refusal.NOT_GIVEN ? LeftOut.NO_CONSENT : LeftOut.UNSUBSCRIBED);
          }
        });
    return refused;
  }

  private static Means means(SendingWay way) {
    return switch (way) {
      case MAIL -> Means.EMAIL;
      case SMS -> Means.SMS;
      case OTHER -> Means.WECOM;
    };
  }

  private static Contacting.Reader reader(SendingWay way, PersonCard card) {
    return new Contacting.Reader(
        card.personId(),
        switch (way) {
          case MAIL -> card.email();
          case SMS -> card.phone();
          case OTHER -> null;
        });
  }

  static String mailbox(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  private @Nullable LeftOut reason(PersonCard person, @Nullable LeftOut refused) {
    return switch (way) {
      case OTHER -> refused;
      case SMS -> {
        String phone = person.phone();
        if (phone == null) {
          yield LeftOut.NO_PHONE;
        }
        if (phone.startsWith("+86") && !CHINESE_MOBILE.matcher(phone).matches()) {
          yield LeftOut.NOT_MOBILE;
        }
        if (refused != null) {
          yield refused;
        }
        yield seen.add(phone) ? null : LeftOut.SAME_ADDRESS;
      }
      case MAIL -> {
        String email = person.email();
        if (email == null) {
          yield LeftOut.NO_EMAIL;
        }
        if (refused != null) {
          yield refused;
        }
        yield seen.add(mailbox(email)) ? null : LeftOut.SAME_ADDRESS;
      }
    };
  }
}
