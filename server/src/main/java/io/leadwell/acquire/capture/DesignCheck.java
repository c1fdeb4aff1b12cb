package io.leadwell.acquire.capture;

import io.leadwell.base.platform.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a design. A draft may be unfinished, but is never larger than any form needs;
 * what is published must work for every visitor.
 */
final class DesignCheck {

  static final int MOST_FIELDS = 60;
  private static final int MOST_CHOICES = 300;
  private static final int LABEL = 200;
  private static final int TEXT = 4_000;
  private static final int TAG = 40;
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  private static final Pattern TOLD =
      Pattern.compile("(lead|person|company)\\.[a-z][a-z0-9_]{0,39}");

  /** Names that pages and servers give a meaning of their own. */
  private static final Set<String> RESERVED =
      Set.of("lang", "submit", "action", "method", "name__");

  private final FormDesign design;
  private final boolean publishing;
  private final List<Problem.Field> flaws = new ArrayList<>();

  private DesignCheck(FormDesign design, boolean publishing) {
    this.design = design;
    this.publishing = publishing;
  }

  /** Places are paths into the design, such as {@code fields[2].label}. */
  static List<Problem.Field> ofDraft(FormDesign design) {
    return new DesignCheck(design, false).flaws();
  }

  static List<Problem.Field> ofPublished(FormDesign design) {
    return new DesignCheck(design, true).flaws();
  }

  private List<Problem.Field> flaws() {
    fits("title", design.title(), LABEL);
    fits("intro", design.intro(), TEXT);
    fits("button", design.button(), 40);
    fields();
    consent();
    assigned();
    ending();
    for (int i = 0; i < design.guard().sites().size(); i++) {
      if (i >= 50 || !WebAddress.isSite(design.guard().sites().get(i))) {
        flaw("guard.sites", "capture.flaw.site", design.guard().sites().get(i));
      }
    }
    if (publishing) {
      needed("title", design.title());
      reachable();
    }
    return List.copyOf(flaws);
  }

  private void fields() {
    if (design.fields().size() > MOST_FIELDS) {
      flaw("fields", "capture.flaw.too_many_fields", MOST_FIELDS);
    }
    Set<String> earlier = new HashSet<>();
    Map<FieldKind, Integer> kinds = new HashMap<>();
    for (int i = 0; i < design.fields().size(); i++) {
      FormField field = design.fields().get(i);
      String place = "fields[" + i + "]";
      if (!KEY.matcher(field.key()).matches() || RESERVED.contains(field.key())) {
        flaw(place + ".key", "capture.flaw.key");
      } else if (earlier.contains(field.key())) {
        flaw(place + ".key", "capture.flaw.key_twice", field.key());
      }
      if (field.kind().fact() != null && kinds.merge(field.kind(), 1, Integer::sum) > 1) {
        flaw(place + ".kind", "capture.flaw.kind_twice");
      }
      fits(place + ".label", field.label(), LABEL);
      fits(place + ".help", field.help(), 500);
      fits(place + ".placeholder", field.placeholder(), LABEL);
      if (publishing && field.kind() != FieldKind.HIDDEN) {
        needed(place + ".label", field.label());
      }
      choices(place, field);
      new LimitCheck(field).flaws().forEach(text -> flaw(place + ".max", text));
      if (tooLong(field.value(), FieldKind.HIDDEN.longest())) {
        flaw(place + ".value", "capture.flaw.too_long", FieldKind.HIDDEN.longest());
      }
      if (field.tells() != null && !TOLD.matcher(field.tells()).matches()) {
        flaw(place + ".tells", "capture.flaw.tells");
      }
      if (tooLong(field.parameter(), 60)) {
        flaw(place + ".parameter", "capture.flaw.too_long", 60);
      }
      if (field.when() != null) {
        condition(place + ".when", field.when(), earlier);
      }
      earlier.add(field.key());
    }
  }

  private void choices(String place, FormField field) {
    if (field.choices().size() > MOST_CHOICES) {
      flaw(place + ".choices", "capture.flaw.too_many_choices", MOST_CHOICES);
    }
    Set<String> values = new HashSet<>();
    for (FieldChoice choice : field.choices()) {
      if (tooLong(choice.value(), LABEL) || choice.label().longest() > LABEL) {
        flaw(place + ".choices", "capture.flaw.too_long", LABEL);
      } else if (publishing && choice.value().isEmpty()) {
        flaw(place + ".choices", "capture.flaw.choice_blank");
      } else if (!values.add(choice.value())) {
        flaw(place + ".choices", "capture.flaw.choice_twice", choice.value());
      }
    }
    boolean mustOffer = field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.CHOICES;
    if (publishing && mustOffer && field.choices().isEmpty()) {
      flaw(place + ".choices", "capture.flaw.no_choices");
    }
  }

  /** Only an earlier field decides, so there is no circle and one look from above is enough. */
  private void condition(String place, ShownWhen when, Set<String> earlier) {
    if (when.values().size() > MOST_CHOICES
        || when.values().stream().anyMatch(value -> tooLong(value, LABEL))) {
      flaw(place, "capture.flaw.too_many_choices", MOST_CHOICES);
    }
    if (!publishing) {
      return;
    }
    if (!earlier.contains(when.field())) {
      flaw(place, "capture.flaw.when_field");
      return;
    }
    FormField decides = design.field(when.field()).orElseThrow();
    if (when.is().comparesValues()) {
      boolean known =
          decides.picks()
              ? when.values().stream().allMatch(decides::isChoice)
              : decides.kind() == FieldKind.HIDDEN || decides.kind() == FieldKind.CHECKBOX;
      if (when.values().isEmpty() || !known) {
        flaw(place, "capture.flaw.when_value");
      }
    }
  }

  private void consent() {
    FormDesign.ConsentAsked consent = design.consent();
    if (consent == null) {
      return;
    }
    fits("consent.text", consent.text(), TEXT);
    fits("consent.linkText", consent.linkText(), LABEL);
    page("consent.link", consent.link());
    if (publishing) {
      needed("consent.text", consent.text());
    }
  }

  private void assigned() {
    FormDesign.Assigned assigned = design.assigned();
    if (tooLong(assigned.businessLine(), 60)) {
      flaw("assigned.businessLine", "capture.flaw.too_long", 60);
    }
    if (assigned.tags().size() > 20 || assigned.tags().stream().anyMatch(t -> tooLong(t, TAG))) {
      flaw("assigned.tags", "capture.flaw.tags", 20, TAG);
    }
  }

  private void ending() {
    fits("ending.text", design.ending().text(), TEXT);
    fits("ending.downloadText", design.ending().downloadText(), LABEL);
    page("ending.redirect", design.ending().redirect());
    page("ending.download", design.ending().download());
  }

  /** A form brings leads: it asks for a phone or a mailbox, whatever else is answered. */
  private void reachable() {
    boolean reaches =
        design.fields().stream().anyMatch(field -> field.kind().reaches() && field.when() == null);
    if (!reaches) {
      flaw("fields", "capture.flaw.no_contact");
    }
  }

  private void page(String place, @Nullable String address) {
    if (address != null && !WebAddress.isPage(address)) {
      flaw(place, "capture.flaw.address");
    }
  }

  private void fits(String place, Bilingual text, int longest) {
    if (text.longest() > longest) {
      flaw(place, "capture.flaw.too_long", longest);
    }
  }

  private void needed(String place, Bilingual text) {
    if (text.isBlank()) {
      flaw(place, "capture.flaw.blank");
    }
  }

  private static boolean tooLong(@Nullable String text, int longest) {
    return text != null && text.length() > longest;
  }

  private void flaw(String place, String text, Object... arguments) {
    flaws.add(new Problem.Field(place, text, List.of(arguments)));
  }
}
