package io.leadwell.acquire.capture;

import io.leadwell.acquire.campaigns.SourceClass;
import io.leadwell.base.platform.Problem;
import io.leadwell.pool.imports.ContactWays;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a call of the API says, field by field, and remembers everything that is wrong. */
final class CallBody {

  private static final Set<String> NAMES =
      Set.of(
          "name",
          "phone",
          "email",
          "company",
          "title",
          "province",
          "city",
          "industry",
          "companySize",
          "note",
          "businessLine",
          "channel",
          "campaign",
          "sourceClass",
          "content",
          "plan",
          "unit",
          "keyword",
          "tags",
          "utm",
          "clickId",
          "landingUrl",
          "referrer",
          "visitorId",
          "consent",
          "at",
          "fields");
  private static final int MOST_ENTRIES = 100;
  private static final int LONGEST_ENTRY = 2_000;

  private final JsonNode body;
  private final List<Problem.Field> wrong = new ArrayList<>();

  CallBody(JsonNode body) {
    this.body = body;
    for (String name : body.propertyNames()) {
      if (!NAMES.contains(name)) {
        wrong(Plain.line(name.substring(0, Math.min(60, name.length()))), "unknown");
      }
    }
  }

  /** Refuses when anything was wrong. */
  void check() {
    if (!wrong.isEmpty()) {
      throw new Problem(CaptureProblem.CALL_INVALID, List.of(), wrong);
    }
  }

  void wrong(String field, String text, Object... arguments) {
    wrong.add(new Problem.Field(field, "capture.call." + text, List.of(arguments)));
  }

  @Nullable String line(String field, int longest) {
    String text = text(body.path(field), field, longest);
    return text == null ? null : Plain.line(text);
  }

  @Nullable String text(String field, int longest) {
    return text(body.path(field), field, longest);
  }

  @Nullable String phone() {
    return contact("phone", ContactWays::phone);
  }

  @Nullable String email() {
    return contact("email", ContactWays::email);
  }

  private @Nullable String contact(String field, Function<String, Optional<String>> read) {
    String typed = line(field, 254);
    if (typed == null) {
      return null;
    }
    Optional<String> found = read.apply(typed);
    if (found.isEmpty()) {
      wrong.add(new Problem.Field(field, "capture.answer." + field, List.of()));
    }
    return found.orElse(null);
  }

  @Nullable String sourceClass() {
    String word = line("sourceClass", 40);
    try {
      return word == null ? null : SourceClass.of(word).word();
    } catch (IllegalArgumentException e) {
      wrong("sourceClass", "source_class");
      return null;
    }
  }

  @Nullable String page(String field) {
    String address = line(field, LONGEST_ENTRY);
    boolean looks = address == null || address.toLowerCase(Locale.ROOT).matches("https?://[^\\s]+");
    if (!looks) {
      wrong(field, "page");
    }
    return looks ? address : null;
  }

  @Nullable UUID visitor() {
    String text = line("visitorId", 60);
    UUID visitor = FormVisit.uuid(text);
    if (text != null && visitor == null) {
      wrong("visitorId", "uuid");
    }
    return visitor;
  }

  Instant at(Instant now) {
    String text = line("at", 60);
    if (text == null) {
      return now;
    }
    try {
      Instant at = OffsetDateTime.parse(text).toInstant();
      // The clocks of two machines differ a little.
      if (!at.isAfter(now.plusSeconds(300)) && at.isAfter(Instant.EPOCH)) {
        return at.isAfter(now) ? now : at;
      }
    } catch (DateTimeException e) {
      // refused below
    }
    wrong("at", "time");
    return now;
  }

  List<String> tags() {
    JsonNode tags = body.path("tags");
    if (isNothing(tags)) {
      return List.of();
    }
    if (!tags.isArray()) {
      wrong("tags", "not_list");
      return List.of();
    }
    if (tags.size() > 20) {
      wrong("tags", "too_many", 20);
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (JsonNode tag : tags) {
      String name = text(tag, "tags", 40);
      if (name != null) {
        names.add(Plain.line(name));
      }
    }
    return names.stream().distinct().toList();
  }

  /** A flat object; numbers and booleans are taken as they are written. */
  Map<String, String> flat(String field) {
    JsonNode object = body.path(field);
    Map<String, String> entries = new LinkedHashMap<>();
    if (isNothing(object)) {
      return entries;
    }
    if (!object.isObject()) {
      wrong(field, "not_object");
      return entries;
    }
    if (object.size() > MOST_ENTRIES) {
      wrong(field, "too_many", MOST_ENTRIES);
      return entries;
    }
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String name = Plain.line(entry.getKey());
      String place = field + "." + name.substring(0, Math.min(60, name.length()));
      if (name.length() > 100) {
        wrong(place, "too_long", 100);
        continue;
      }
      String value = text(entry.getValue(), place, LONGEST_ENTRY);
      if (value != null && !name.isEmpty()) {
        entries.put(name, value);
      }
    }
    return entries;
  }

  private @Nullable String text(JsonNode node, String place, int longest) {
    if (isNothing(node)) {
      return null;
    }
    if (!node.isString() && !node.isNumber() && !node.isBoolean()) {
      wrong(place, "not_text");
      return null;
    }
    String text = Plain.text(node.asString());
    if (text.length() > longest) {
      wrong(place, "too_long", longest);
      return null;
    }
    return text.isEmpty() ? null : text;
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
