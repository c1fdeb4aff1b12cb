package io.leadwell.pool.leads;

import io.leadwell.base.workspace.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What other rules would show: counted over people of whom several records tell. */
@Component
public class SurvivorshipPreview {

  /**
   * What a change would do.
   *
   * @param people of whom several records tell, {@code looked} those that were looked at
   * @param changed of those looked at, who would show something else
   * @param byField how many of them, by field
   */
  public record Preview(
      long people,
      int looked,
      int changed,
      int companiesLooked,
      int companiesChanged,
      Map<String, Integer> byField,
      List<Example> examples) {}

  /** One value that would be another. */
  public record Example(
      @Nullable String name, @Nullable UUID leadId, String field, String before, String after) {}

  private static final int MOST = 20_000;
  private static final int AT_ONCE = 500;
  private static final int EXAMPLES = 8;

  private final SurvivorshipStore store;
  private final RecordStore records;
  private final CompanyWords companies;
  private final FactWords words;

  SurvivorshipPreview(
      SurvivorshipStore store, RecordStore records, CompanyWords companies, FactWords words) {
    this.store = store;
    this.records = records;
    this.companies = companies;
    this.words = words;
  }

  Preview of(SurvivorshipRules before, SurvivorshipRules after, Caller reader) {
    Count count = new Count(before, after, words.reading(reader));
    Set<String> fields = differing(before, after);
    int looked = 0;
    UUID last = null;
    while (looked < MOST && fields.stream().anyMatch(field -> !isOfCompany(field))) {
      List<UUID> page = store.people(last, AT_ONCE);
      if (page.isEmpty()) {
        break;
      }
      Map<UUID, List<Golden.Live>> live =
          records.live(page).stream().collect(Collectors.groupingBy(Golden.Live::personId));
      page.forEach(person -> count.person(live.getOrDefault(person, List.of())));
      looked += page.size();
      last = page.getLast();
    }
    int companiesLooked = 0;
    Set<String> ofCompanies =
        fields.stream().filter(SurvivorshipPreview::isOfCompany).collect(Collectors.toSet());
    last = null;
    while (companiesLooked < MOST && !ofCompanies.isEmpty()) {
      List<UUID> page = store.companies(last, AT_ONCE);
      if (page.isEmpty()) {
        break;
      }
      companies.words(page, ofCompanies).values().forEach(told -> count.company(told));
      companiesLooked += page.size();
      last = page.getLast();
    }
    return new Preview(
        store.countPeople(),
        looked,
        count.changed,
        companiesLooked,
        count.companies,
        count.byField,
        count.examples);
  }

  private static boolean isOfCompany(String field) {
    return field.startsWith("company.");
  }

  /** Fields that go by another rule; where the order of sources is another, all that go by it. */
  static Set<String> differing(SurvivorshipRules before, SurvivorshipRules after) {
    Set<String> fields = new TreeSet<>(before.byField().keySet());
    fields.addAll(after.byField().keySet());
    boolean sources = !before.sources().equals(after.sources());
    fields.removeIf(field ->
        before.of(field) == after.of(field)
            && !(sources && after.of(field) == SurvivorshipRule.SOURCE));
    return fields;
  }

  /** Counts as it goes. */
  private static final class Count {

    private final SurvivorshipRules before;
    private final SurvivorshipRules after;
    private final FactWords.Reading reading;
    private final Map<String, Integer> byField = new TreeMap<>();
    private final List<Example> examples = new ArrayList<>();
    private int changed;
    private int companies;

    private Count(SurvivorshipRules before, SurvivorshipRules after, FactWords.Reading reading) {
      this.before = before;
      this.after = after;
      this.reading = reading;
    }

    /** The person, and each of her leads by the records told of it. */
    private void person(List<Golden.Live> all) {
      Set<String> others = new TreeSet<>();
      List<Golden.Live> told = FormerWays.settled(all);
      differences(told, null, others, true);
      told.stream()
          .filter(record -> record.leadId() != null)
          .collect(Collectors.groupingBy(record -> Objects.requireNonNull(record.leadId())))
          .forEach((lead, records) -> differences(records, lead, others, false));
      if (!others.isEmpty()) {
        changed++;
        others.forEach(field -> byField.merge(field, 1, Integer::sum));
      }
    }

    private void differences(
        List<Golden.Live> told, @Nullable UUID lead, Set<String> others, boolean ofPerson) {
      Golden now = Golden.fold(told, before);
      Map<String, String> old = shown(now);
      Map<String, String> fresh = shown(Golden.fold(told, after));
      fresh.forEach((field, value) -> {
        String was = old.getOrDefault(field, "");
        boolean counts = ofPerson == isOfPerson(field);
        if (counts && !was.equals(value) && others.add(field) && examples.size() < EXAMPLES) {
          examples.add(
              new Example(
                  now.get(Fact.NAME),
                  lead == null ? leadOf(told) : lead,
                  field,
                  reading.shown(field, was),
                  reading.shown(field, value)));
        }
      });
    }

    private void company(Map<String, List<CompanyWords.Word>> told) {
      boolean any = false;
      for (Map.Entry<String, List<CompanyWords.Word>> one : told.entrySet()) {
        String was = CompanyFolding.winner(one.getKey(), one.getValue(), before);
        String is = CompanyFolding.winner(one.getKey(), one.getValue(), after);
        if (!was.equals(is)) {
          any = true;
          byField.merge(one.getKey(), 1, Integer::sum);
        }
      }
      companies += any ? 1 : 0;
    }

    private static boolean isOfPerson(String field) {
      return switch (field) {
        case "name", "title", "phone", "email" -> true;
        default -> field.startsWith("person.");
      };
    }

    private static @Nullable UUID leadOf(List<Golden.Live> told) {
      return told.stream()
          .map(Golden.Live::leadId)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }

    private static Map<String, String> shown(Golden golden) {
      Map<String, String> shown = new HashMap<>(golden.custom());
      golden.winners().forEach((fact, won) -> shown.put(fact.word(), won.value()));
      return shown;
    }
  }
}
