package io.leadwell.pool.leads.web;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.Texts;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.LeadRow.TagView;
import io.leadwell.pool.leads.LeadsProblem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of an exported pool, in their usual order. */
enum LeadColumn {
  KEY("key"),
  NAME("name"),
  COMPANY("company"),
  TITLE("title"),
  PHONE("phone"),
  EMAIL("email"),
  CHANNEL("channel"),
  CAMPAIGN("campaign"),
  CONTENT("content"),
  SOURCE_CLASS("sourceClass"),
  STAGE("stage"),
  GRADE("grade"),
  ROUTE("route"),
  OWNER("owner"),
  SDR("sdr"),
  PROVINCE("province"),
  CITY("city"),
  INDUSTRY("industry"),
  FIRST_CONTACT_AT("firstContactAt"),
  LAST_TOUCH_AT("lastTouchAt"),
  STAGE_SINCE("stageSince"),
  REVENUE("revenue"),
  TAGS("tags"),
  NOTE("note");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private final String word;

  LeadColumn(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static List<LeadColumn> chosen(@Nullable String words) {
    if (words == null || words.isBlank()) {
      return List.of(values());
    }
    List<LeadColumn> chosen = new ArrayList<>();
    for (String word : words.split(",")) {
      for (LeadColumn column : values()) {
        if (column.word.equals(word) && !chosen.contains(column)) {
          chosen.add(column);
        }
      }
    }
    if (chosen.isEmpty() && !words.contains(".")) {
      throw new Problem(LeadsProblem.INVALID_FILTER, "columns");
    }
    // A row without a name is known by its key; and with it a corrected sheet finds its leads
    // again.
    if (chosen.contains(NAME) && !chosen.contains(KEY)) {
      chosen.addFirst(KEY);
    }
    return chosen;
  }

  @Nullable Object cell(LeadRow lead, Texts texts, Locale language) {
    return switch (this) {
      case KEY -> lead.key();
      case NAME -> lead.name();
      case COMPANY -> lead.company();
      case TITLE -> lead.title();
      case PHONE -> lead.phone();
      case EMAIL -> lead.email();
      case CHANNEL -> lead.channel();
      case CAMPAIGN -> lead.campaign();
      case CONTENT -> lead.content();
      case SOURCE_CLASS -> word(texts, language, "sourceClass.", lead.sourceClass());
      case STAGE -> word(texts, language, "stage.", lead.stage());
      case GRADE -> lead.grade();
      case ROUTE -> word(texts, language, "route.", lead.route());
      case OWNER -> lead.owner();
      case SDR -> lead.sdr();
      case PROVINCE -> lead.province();
      case CITY -> lead.city();
      case INDUSTRY -> lead.industry();
      case FIRST_CONTACT_AT -> time(lead.firstContactAt());
      case LAST_TOUCH_AT -> time(lead.lastTouchAt());
      case STAGE_SINCE -> time(lead.stageSince());
      case REVENUE -> BigDecimal.valueOf(lead.revenueFen(), 2);
      case TAGS -> lead.tags().stream().map(TagView::name).collect(Collectors.joining("、"));
      case NOTE -> lead.note();
    };
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }

  private static @Nullable String word(
      Texts texts, Locale language, String prefix, @Nullable String value) {
    return value == null ? null : texts.of(language, prefix + value);
  }
}
