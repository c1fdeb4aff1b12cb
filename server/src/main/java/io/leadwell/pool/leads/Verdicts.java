package io.leadwell.pool.leads;

import io.leadwell.base.workspace.Visible;
import io.leadwell.kernel.companies.MailDomain;
import io.leadwell.pool.leads.PeopleStore.ContactOwner;
import io.leadwell.pool.leads.Verdict.Ground;
import io.leadwell.pool.leads.Verdict.Kind;
import io.leadwell.pool.leads.Verdict.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The duplicate check: is somebody new, a lead we have, a customer, in somebody's opportunity, a
 * competitor? One answer for every way in, with what it rests on. A person weighs more than their
 * company, and who is not to be contacted more than both.
 */
@Component
class Verdicts {

  private static final double SURE = 1;
  private static final double NAMED = 0.98;
  private static final double UNNAMED = 0.6;
  private static final double COMPANY = 0.95;
  private static final double DOMAIN = 0.8;

  private final KnownParties parties;
  private final PeopleStore people;
  private final CompanyStore companies;
  private final VerdictStore store;

  Verdicts(KnownParties parties, PeopleStore people, CompanyStore companies, VerdictStore store) {
    this.parties = parties;
    this.people = people;
    this.companies = companies;
    this.store = store;
  }

  /** Who a person is known as, with how sure that is. */
  private record Found(UUID id, double confidence, Ground ground) {}

  @Transactional(readOnly = true)
  public Verdict of(Inquiry asked) {
    return of(Map.of(asked, Set.of()), Set.of()).getOrDefault(asked, Verdict.fresh(List.of()));
  }

  /**
   * What is said of each.
   *
   * @param asked with the people they are, where that is known already
   * @param except leads that do not count, as it is they that are asked about
   */
  Map<Inquiry, Verdict> of(Map<Inquiry, Set<UUID>> asked, Collection<UUID> except) {
    Map<String, KnownParty> known = parties.byKey();
    Map<String, List<ContactOwner>> owners =
        people.ownersOf(
            asked.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .flatMap(entry -> ways(entry.getKey()).stream())
                .distinct()
                .toList(),
            Visible.everything());
    Map<String, UUID> named = companies.ids(told(asked, Inquiry::company));
    Map<String, UUID> coded = store.companiesOfCodes(told(asked, Inquiry::uscc));
    Map<String, List<UUID>> domains =
        store.companiesOfDomains(
            asked.keySet().stream()
                .map(Verdicts::domain)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<Inquiry, List<Found>> persons = new HashMap<>();
    Map<Inquiry, List<Found>> firms = new HashMap<>();
    asked.forEach((one, ids) -> {
      persons.put(one, ids.isEmpty() ? found(one, owners) : met(ids));
      firms.put(one, firms(one, named, coded, domains));
    });
    Map<UUID, Standing> ofPeople = store.ofPeople(ids(persons), except);
    Map<UUID, Standing> ofFirms = store.ofCompanies(ids(firms), except);
    Map<Inquiry, Verdict> verdicts = new HashMap<>();
    for (Inquiry one : asked.keySet()) {
      verdicts.put(
          one,
          decide(
              party(one, known),
              persons.getOrDefault(one, List.of()),
              firms.getOrDefault(one, List.of()),
              ofPeople,
              ofFirms));
    }
    return verdicts;
  }

  private static Verdict decide(
      @Nullable Verdict party,
      List<Found> persons,
      List<Found> firms,
      Map<UUID, Standing> ofPeople,
      Map<UUID, Standing> ofFirms) {
    if (party != null) {
      return party;
    }
    Verdict person = best(persons, ofPeople, true);
    Verdict firm = best(firms, ofFirms, false);
    if (person == null) {
      return firm == null ? Verdict.fresh(grounds(firms)) : firm;
    }
    return firm != null && firm.kind().ordinal() < person.kind().ordinal() ? firm : person;
  }

  private static @Nullable Verdict best(
      List<Found> found, Map<UUID, Standing> standing, boolean person) {
    Verdict best = null;
    for (Found one : found) {
      Standing lead = standing.get(one.id());
      Kind kind = lead == null ? null : kind(lead.stage(), person);
      if (kind != null && (best == null || kind.ordinal() < best.kind().ordinal())) {
        best = new Verdict(kind, one.confidence(), grounds(found), lead, null);
      }
    }
    return best;
  }

  /** A colleague's open lead does not make somebody a lead we have. */
  private static @Nullable Kind kind(Stage stage, boolean person) {
    return switch (stage) {
      case OPPORTUNITY, POC -> Kind.OPPORTUNITY;
      case WON -> Kind.CUSTOMER;
      case LOST -> null;
      default -> person ? Kind.SAME_LEAD : null;
    };
  }

  private static @Nullable Verdict party(Inquiry one, Map<String, KnownParty> known) {
    Map<String, @Nullable String> keys = new HashMap<>();
    keys.put("phone", one.phone());
    keys.put("email", one.email());
    keys.put("domain", domain(one));
    keys.put("company", one.company() == null ? null : CompanyKeys.of(one.company()));
    Verdict found = null;
    for (Map.Entry<String, @Nullable String> key : keys.entrySet()) {
      KnownParty party = key.getValue() == null ? null : known.get(key.getKey() + key.getValue());
      Kind kind =
          party == null ? null : Kind.valueOf(party.kind().toUpperCase(java.util.Locale.ROOT));
      if (party != null
          && kind != null
          && (found == null || kind.ordinal() < found.kind().ordinal())) {
        Ground ground = new Ground(party.what(), party.value(), "party");
        found = new Verdict(kind, SURE, List.of(ground), null, party.note());
      }
    }
    return found;
  }

  private static List<Found> found(Inquiry one, Map<String, List<ContactOwner>> owners) {
    List<Found> found = new ArrayList<>();
    for (String way : ways(one)) {
      for (ContactOwner owner : owners.getOrDefault(way, List.of())) {
        boolean same =
            one.name() != null && owner.name() != null && Names.mayBeOne(owner.name(), one.name());
        Ground ground = new Ground(way.contains("@") ? "email" : "phone", way, "person");
        found.add(new Found(owner.personId(), same ? NAMED : UNNAMED, ground));
      }
    }
    found.sort(java.util.Comparator.comparing(Found::confidence).reversed());
    return found;
  }

  private static List<Found> met(Set<UUID> people) {
    return people.stream()
        .map(id -> new Found(id, SURE, new Ground("identity", "", "person")))
        .toList();
  }

  private static List<Found> firms(
      Inquiry one,
      Map<String, UUID> named,
      Map<String, UUID> coded,
      Map<String, List<UUID>> domains) {
    List<Found> firms = new ArrayList<>();
    add(firms, "uscc", one.uscc(), coded, SURE);
    add(firms, "company", one.company(), named, COMPANY);
    String domain = domain(one);
    if (domain != null) {
      domains
          .getOrDefault(domain, List.of())
          .forEach(id -> firms.add(new Found(id, DOMAIN, new Ground("domain", domain, "company"))));
    }
    return firms;
  }

  private static void add(
      List<Found> firms,
      String field,
      @Nullable String value,
      Map<String, UUID> known,
      double confidence) {
    UUID id = value == null ? null : known.get(value);
    if (value != null && id != null) {
      firms.add(new Found(id, confidence, new Ground(field, value, "company")));
    }
  }

  private static List<String> ways(Inquiry one) {
    List<String> ways = new ArrayList<>();
    if (one.phone() != null) {
      ways.add(one.phone());
    }
    if (one.email() != null) {
      ways.add(one.email());
    }
    return ways;
  }

  private static @Nullable String domain(Inquiry one) {
    return one.email() == null ? null : MailDomain.ofFirm(one.email());
  }

  private static List<Ground> grounds(List<Found> found) {
    return found.stream().map(Found::ground).distinct().toList();
  }

  private static Set<UUID> ids(Map<Inquiry, List<Found>> found) {
    return found.values().stream().flatMap(List::stream).map(Found::id).collect(Collectors.toSet());
  }

  private static Set<String> told(
      Map<Inquiry, Set<UUID>> asked, java.util.function.Function<Inquiry, @Nullable String> part) {
    return asked.keySet().stream().map(part).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
