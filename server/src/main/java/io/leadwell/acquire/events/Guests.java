package io.leadwell.acquire.events;

import io.leadwell.kernel.matching.Folding;
import io.leadwell.pool.leads.PersonCard;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who on a list somebody in a report is: by phone, else by mailbox, else by a name that only one on
 * the list has. In meetings people call themselves 云帆科技-王伟 or 王伟（云帆）, so the parts of a name count
 * too.
 */
final class Guests {

  private static final Pattern PARTS = Pattern.compile("[\\s\\-_—·|/@,，、()（）\\[\\]【】]+");

  private final Map<String, UUID> byContact = new HashMap<>();
  private final Map<String, Set<UUID>> byName = new HashMap<>();

  Guests(Collection<Attendee> list, Map<UUID, PersonCard> cards) {
    for (Attendee who : list) {
      PersonCard card = cards.get(who.personId());
      if (card != null) {
        add(who.id(), card.name(), card.phone(), card.email());
      }
    }
  }

  void add(UUID attendee, @Nullable String name, @Nullable String phone, @Nullable String email) {
    if (phone != null) {
      byContact.putIfAbsent(phone, attendee);
    }
    if (email != null) {
      byContact.putIfAbsent(email, attendee);
    }
    String key = name == null ? "" : Folding.key(name);
    if (!key.isEmpty()) {
      byName.computeIfAbsent(key, _ -> new HashSet<>()).add(attendee);
    }
  }

  @Nullable UUID find(@Nullable String name, @Nullable String phone, @Nullable String email) {
    UUID found = phone == null ? null : byContact.get(phone);
    if (found == null && email != null) {
      found = byContact.get(email);
    }
    return found == null && name != null ? named(name) : found;
  }

  private @Nullable UUID named(String name) {
    UUID whole = only(byName.getOrDefault(Folding.key(name), Set.of()));
    if (whole != null) {
      return whole;
    }
    Set<UUID> hits = new HashSet<>();
    for (String part : List.of(PARTS.split(name))) {
      hits.addAll(byName.getOrDefault(Folding.key(part), Set.of()));
    }
    return only(hits);
  }

  private static @Nullable UUID only(Set<UUID> hits) {
    return hits.size() == 1 ? hits.iterator().next() : null;
  }
}
