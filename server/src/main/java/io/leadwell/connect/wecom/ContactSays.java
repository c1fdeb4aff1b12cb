package io.leadwell.connect.wecom;

import io.leadwell.connect.wecom.ContactStore.Kept;
import io.leadwell.connect.wecom.FollowStore.Follow;
import io.leadwell.pool.imports.ContactWays;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import io.leadwell.pool.leads.Identity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a contact and the colleagues who have it say, in the words of the pool. */
final class ContactSays {

  private static final int MOST_PHONES = 5;

  private ContactSays() {}

  static List<Identity> identities(Connection connection, Kept contact) {
    List<Identity> identities = new ArrayList<>();
    identities.add(new Identity(Identity.Kind.WECOM, connection.appId(), contact.externalId()));
    if (contact.unionId() != null) {
      identities.add(new Identity(Identity.Kind.UNIONID, "", contact.unionId()));
    }
    return identities;
  }

  /** The remark is what a colleague calls the contact; the nickname may be anything. */
  static Facts.Builder facts(Kept contact, List<Follow> bonds) {
    Facts.Builder facts =
        Facts.build()
            .with(Fact.NAME, first(bonds, Follow::remark).orElse(contact.name()))
            .with(Fact.TITLE, contact.title())
            .with(Fact.COMPANY, first(bonds, Follow::corp).orElse(contact.corpName()))
            .with(Fact.NOTE, first(bonds, Follow::description).orElse(null));
    phones(bonds).stream().findFirst().ifPresent(phone -> facts.with(Fact.PHONE, phone));
    return facts;
  }

  /** Of those who still have the contact before those who have lost it. */
  private static Optional<String> first(
      List<Follow> bonds, Function<Follow, @Nullable String> what) {
    return bonds.stream()
        .sorted(Comparator.comparing((Follow bond) -> !bond.present()))
        .map(what)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .findFirst();
  }

  static List<String> phones(List<Follow> bonds) {
    return bonds.stream()
        .flatMap(bond -> bond.mobiles().stream())
        .flatMap(mobile -> ContactWays.phone(mobile).stream())
        .distinct()
        .limit(MOST_PHONES)
        .toList();
  }

  static String nameOf(Follow bond) {
    String name = bond.userName();
    return name == null ? bond.userId() : name;
  }

  static Map<String, String> raw(Kept contact, Follow bond) {
    Map<String, String> raw = new LinkedHashMap<>();
    put(raw, "external_userid", contact.externalId());
    put(raw, "name", contact.name());
    put(raw, "userid", bond.userId());
    put(raw, "state", bond.state());
    put(raw, "add_way", bond.addWay() == null ? null : bond.addWay().toString());
    put(raw, "remark", bond.remark());
    put(raw, "remark_corp_name", bond.corp());
    put(raw, "remark_mobiles", bond.mobiles().isEmpty() ? null : bond.mobiles().toString());
    return raw;
  }

  static <V> void put(Map<String, V> map, String key, @Nullable V value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
