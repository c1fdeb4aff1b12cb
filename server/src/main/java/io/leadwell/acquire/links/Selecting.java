package io.leadwell.acquire.links;

import io.leadwell.nurture.messaging.Unsubscribing;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says of people, chunk by chunk, who can't be sent a message by a way. Holds the addresses it has
 * seen: each gets one message.
 */
final class Selecting {

  private static final Pattern CHINESE_MOBILE = Pattern.compile("\\+861[3-9]\\d{9}");

  private final SendingWay way;
  private final Unsubscribing unsubscribing;
  private final Set<String> seen = new HashSet<>();

  Selecting(SendingWay way, Unsubscribing unsubscribing) {
    this.way = way;
    this.unsubscribing = unsubscribing;
  }

  /** Those who get no link, and why; everybody else gets one. */
  Map<UUID, LeftOut> leftOut(List<PersonCard> people) {
    Set<String> gone = gone(way, people, unsubscribing);
    Map<UUID, LeftOut> out = new HashMap<>();
    for (PersonCard person : people) {
      LeftOut reason = reason(person, gone);
      if (reason != null) {
        out.put(person.personId(), reason);
      }
    }
    return out;
  }

  /** Mail addresses among theirs whose readers have left; only mail can be left so far. */
  static Set<String> gone(
      SendingWay way, Collection<PersonCard> people, Unsubscribing unsubscribing) {
    return way == SendingWay.MAIL
        ? unsubscribing.left(
            people.stream()
                .map(PersonCard::email)
                .filter(Objects::nonNull)
                .map(Selecting::mailbox)
                .collect(Collectors.toSet()))
        : Set.of();
  }

  static String mailbox(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  private @Nullable LeftOut reason(PersonCard person, Set<String> gone) {
    return switch (way) {
      case OTHER -> null;
      case SMS -> {
        String phone = person.phone();
        if (phone == null) {
          yield LeftOut.NO_PHONE;
        }
        if (phone.startsWith("+86") && !CHINESE_MOBILE.matcher(phone).matches()) {
          yield LeftOut.NOT_MOBILE;
        }
        yield seen.add(phone) ? null : LeftOut.SAME_ADDRESS;
      }
      case MAIL -> {
        String email = person.email();
        if (email == null) {
          yield LeftOut.NO_EMAIL;
        }
        if (gone.contains(mailbox(email))) {
          yield LeftOut.UNSUBSCRIBED;
        }
        yield seen.add(mailbox(email)) ? null : LeftOut.SAME_ADDRESS;
      }
    };
  }
}
