package io.leadwell.pool.scoring;

import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.scoring.LeadTable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Leads as a table to learn from: how each ended, and what was known of it before it ended. Of the
 * behaviour only the first thirty days count, so that a lead that was worked on for long does not
 * show more than one that is new.
 */
final class LearnedTable {

  static final String OUTCOME = "outcome";
  static final String WON = "won";
  static final String FIRST_CONTACT = "firstContact";

  private static final String LOST = "lost";
  private static final Duration EARLY = Duration.ofDays(30);

  /** A lead nobody won for so long is one that was not won. */
  private static final Duration NEVER = Duration.ofDays(365);

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Fields that are taken as they are, by their column. */
  private static final Map<String, String> WORDS =
      new LinkedHashMap<>(
          Map.of(
              "channel", "lead.channel",
              "sourceClass", "lead.sourceClass",
              "industry", "company.industry",
              "size", "company.size",
              "province", "person.province",
              "businessLine", "lead.businessLine",
              "content", "lead.content"));

  private static final List<String> SCENES =
      List.of(
          "form",
          "content_read",
          "content_download",
          "video_watch",
          "visit",
          "event_registered",
          "event_attended",
          "wecom_added",
          "link_click",
          "message");

  private static final Map<String, List<String>> TITLES = titles();

  private static Map<String, List<String>> titles() {
    Map<String, List<String>> titles = new LinkedHashMap<>();
    titles.put("procurement", List.of("采购", "供应链", "procurement", "purchas", "sourcing"));
    titles.put(
        "head",
        List.of("总监", "总经理", "总裁", "副总", "董事", "首席", "厂长", "ceo", "cto", "cio", "vp", "director"));
    titles.put("manager", List.of("经理", "主管", "主任", "部长", "负责人", "manager"));
    titles.put("engineer", List.of("工程师", "技术", "engineer"));
    return titles;
  }

  private final Instant now;
  private final LeadTable table;

  LearnedTable(Instant now) {
    this.now = now;
    List<String> header = new ArrayList<>(List.of(OUTCOME, FIRST_CONTACT));
    WORDS.keySet().stream().sorted().forEach(header::add);
    header.addAll(List.of("title", "phone", "email", "company"));
    SCENES.forEach(scene -> header.add("deeds." + scene));
    header.add("deeds.pricing");
    header.add("deeds.all");
    table = new LeadTable(header);
  }

  LeadTable table() {
    return table;
  }

  void add(Facts facts) {
    Instant first = facts.momentOf("lead.firstContactAt");
    Instant won = facts.momentOf("lead.wonAt");
    Instant lost = facts.momentOf("lead.lostAt");
    List<String> row = new ArrayList<>();
    row.add(outcome(first, won, lost));
    row.add(first == null ? "" : first.atZone(ZONE).toLocalDate().toString());
    WORDS.keySet().stream()
        .sorted()
        .forEach(column -> row.add(word(facts, String.valueOf(WORDS.get(column)))));
    row.add(title(facts));
    for (String field : List.of("person.phone", "person.email", "company.name")) {
      row.add(facts.knows(field) ? "yes" : "no");
    }
    List<Facts> early = early(facts, first, won != null ? won : lost);
    for (String scene : SCENES) {
      row.add(count(early.stream().filter(deed -> deed.words("deed.scene").contains(scene))));
    }
    row.add(
        count(
            early.stream()
                .filter(deed ->
                    deed.words("deed.page").stream()
                        .anyMatch(page -> page.contains("/pric") || page.contains("价格")))));
    row.add(count(early.stream()));
    table.add(row);
  }

  private String outcome(@Nullable Instant first, @Nullable Instant won, @Nullable Instant lost) {
    if (won != null) {
      return WON;
    }
    boolean never = first != null && first.isBefore(now.minus(NEVER));
    return lost != null || never ? LOST : "";
  }

  private static String word(Facts facts, String field) {
    return facts.words(field).stream().sorted().collect(Collectors.joining(" "));
  }

  private static String title(Facts facts) {
    String title = word(facts, "person.title").toLowerCase(Locale.ROOT);
    if (title.isEmpty()) {
      return "";
    }
    for (Map.Entry<String, List<String>> each : TITLES.entrySet()) {
      if (each.getValue().stream().anyMatch(title::contains)) {
        return each.getKey();
      }
    }
    return "other";
  }

  /** What was done in the first days, and before it ended. */
  private static List<Facts> early(Facts facts, @Nullable Instant first, @Nullable Instant ended) {
    if (first == null) {
      return List.of();
    }
    Instant until = first.plus(EARLY);
    return facts.deeds().stream()
        .filter(deed -> deed.at().isBefore(until))
        .filter(deed -> ended == null || deed.at().isBefore(ended))
        .map(Facts.Deed::facts)
        .toList();
  }

  private static String count(Stream<Facts> deeds) {
    return String.valueOf(deeds.count());
  }

  /** Columns that say how it ended or when, and are no reasons. */
  static Set<String> notReasons() {
    return Set.of(OUTCOME, FIRST_CONTACT);
  }
}
