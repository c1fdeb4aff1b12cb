package io.leadwell.acquire.capture;

import io.leadwell.pool.consent.Agreed;
import io.leadwell.pool.consent.Means;
import io.leadwell.pool.consent.Purpose;
import io.leadwell.pool.leads.Fact;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody agreed to by what they left: by the means of which they left the address. */
final class Agreement {

  private static final String REFUSED = "false";

  private Agreement() {}

  /** Nothing where no text was agreed to. */
  static Optional<Agreed> of(Submission left, FormStore.Live form, UUID person) {
    FormDesign.ConsentAsked asked = form.design().consent();
    Integer text = left.consent();
    Set<Means> means = means(left.facts());
    if (asked == null || text == null || means.isEmpty()) {
      return Optional.empty();
    }
    boolean event = left.context().eventId() != null;
    List<String> purposes = new ArrayList<>(asked.purposes());
    if (event && !purposes.contains(Purpose.EVENT)) {
      // who registers wants to hear of it
      purposes.add(Purpose.EVENT);
    }
    return Optional.of(
        new Agreed(
            person,
            purposes,
            means,
            true,
            event ? "event" : "form",
            left.id(),
            form.name(),
            text,
            left.at()));
  }

  /** What a call says was agreed to: to be contacted, unless it says {@code "given": false}. */
  static Optional<Agreed> ofCall(
      Submission left, @Nullable Map<String, String> told, UUID person, String caller) {
    Set<Means> means = means(left.facts());
    if (told == null || told.isEmpty() || means.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Agreed(
            person,
            List.of(Purpose.MARKETING),
            means,
            !REFUSED.equalsIgnoreCase(told.get("given")),
            "api",
            left.id(),
            told.containsKey("version") ? caller + " " + told.get("version") : caller,
            null,
            left.at()));
  }

  private static Set<Means> means(Map<String, String> facts) {
    Set<Means> means = EnumSet.noneOf(Means.class);
    if (facts.containsKey(Fact.EMAIL.word())) {
      means.add(Means.EMAIL);
    }
    if (facts.containsKey(Fact.PHONE.word())) {
      means.add(Means.PHONE);
      means.add(Means.SMS);
    }
    return means;
  }
}
