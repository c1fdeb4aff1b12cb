package io.leadwell.acquire.capture;

import io.leadwell.base.pages.PublicLimits;
import io.leadwell.base.pages.PublicLimits.Rate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells machines from people, as far as it can: what is suspicious is held and looked at, never
 * thrown away, and who sends it is thanked like everybody.
 *
 * <p>Many people share one address: a fair's network, a carrier's, an office's. So an address alone
 * refuses nobody before it is as fast as no crowd is.
 */
@Component
class Suspicion {

  /** What to do with a form that is filled in rightly. */
  sealed interface Verdict {

    record Take() implements Verdict {}

    /** The browser is asked for work first. */
    record AskForProof() implements Verdict {}

    record Hold(String reason) implements Verdict {}
  }

  /** From one address to one form. */
  static final Rate CROWD = new Rate(60, 60);

  /** To one form from everywhere. */
  static final Rate EVERYBODY = new Rate(3_000, 3_000);

  private static final Rate ONE_BY_ONE = new Rate(10, 10);
  private static final Rate MANY = new Rate(300, 300);

  /** A browser without scripts can show no work, so it gets a little without. */
  private static final Rate WITHOUT_SCRIPT = new Rate(3, 1);

  private static final Duration FASTEST = Duration.ofSeconds(2);
  private static final int MOST_LINKS = 2;
  private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.|\\[url|<a\\s");

  private final PublicLimits limits;
  private final Proofs proofs;
  private final Clock clock;

  Suspicion(PublicLimits limits, Proofs proofs, Clock clock) {
    this.limits = limits;
    this.proofs = proofs;
    this.clock = clock;
  }

  /** Refuses what no crowd of people would send. */
  void refuseFlood(String slug, @Nullable String ip) {
    limits.take("form " + slug, Addresses.network(ip), CROWD);
    limits.take("form of everybody", slug, EVERYBODY);
  }

  Verdict of(
      String slug,
      FormDesign design,
      Tokens.Token token,
      Posted posted,
      Map<String, List<String>> answers,
      @Nullable String ip) {
    if (!posted.first(Posted.HONEYPOT).isEmpty()) {
      return new Verdict.Hold("honeypot");
    }
    if (answers.size() > 1 && token.shownAt().plus(FASTEST).isAfter(clock.instant())) {
      return new Verdict.Hold("too_fast");
    }
    if (links(design, answers) > MOST_LINKS) {
      return new Verdict.Hold("links");
    }
    return proof(slug, design, posted, ip);
  }

  private Verdict proof(String slug, FormDesign design, Posted posted, @Nullable String ip) {
    String who = Addresses.network(ip);
    boolean fast =
        limits.tryTake("form one by one " + slug, who, ONE_BY_ONE) > 0
            | limits.tryTake("form many", slug, MANY) > 0;
    if (!fast && design.guard().proof() != FormDesign.Proof.ALWAYS) {
      return new Verdict.Take();
    }
    String shown = posted.orNull(Posted.PROOF);
    if (shown != null) {
      return proofs.accept(shown) ? new Verdict.Take() : new Verdict.Hold("bad_proof");
    }
    if (!posted.first(Posted.SCRIPTED).isEmpty()) {
      return new Verdict.AskForProof();
    }
    return limits.tryTake("form without script " + slug, who, WITHOUT_SCRIPT) > 0
        ? new Verdict.Hold("no_proof")
        : new Verdict.Take();
  }

  private static int links(FormDesign design, Map<String, List<String>> answers) {
    int links = 0;
    for (FormField field : design.fields()) {
      if (field.kind() == FieldKind.HIDDEN || field.picks()) {
        continue;
      }
      for (String answer : answers.getOrDefault(field.key(), List.of())) {
        int found = (int) LINK.matcher(answer).results().count();
        // Nobody is called by an address.
        links += field.kind() == FieldKind.NAME && found > 0 ? MOST_LINKS + 1 : found;
      }
    }
    return links;
  }
}
