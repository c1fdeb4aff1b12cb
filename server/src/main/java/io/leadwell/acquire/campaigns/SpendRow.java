package io.leadwell.acquire.campaigns;

import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a spend file, understood but not yet joined to channels and campaigns.
 *
 * @param key what identifies the line in its source, hashed: its key column, or else day, channel,
 *     campaign, account, plan, unit and keyword
 * @param keyed whether the line has a key column; without one, equal lines of one file are counted
 */
record SpendRow(
    String key,
    boolean keyed,
    LocalDate dayFrom,
    LocalDate dayTo,
    @Nullable String channel,
    @Nullable String campaign,
    @Nullable String account,
    @Nullable String plan,
    @Nullable String unit,
    @Nullable String keyword,
    long amountFen,
    @Nullable Long impressions,
    @Nullable Long clicks,
    @Nullable String note) {

  /** 2026-03, 2026/3, 2026.03, 202603, 2026年3月, 2026年3月份. */
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})\\s*[-/.年]?\\s*(\\d{1,2})\\s*(?:月份?)?");

  private static final Pattern MATCHED =
      Pattern.compile("[\\[{(\"“]+([^\\[\\]{}()\"“”]+)[\\]})\"”]+");

  private static final Set<String> DASHES = Set.of("", "-", "--", "—", "——");

  private static final int LONGEST = 367;

  private record Days(LocalDate from, LocalDate to) {}

  /** Null when the line can't come in; then it has been refused with the reason. */
  static @Nullable SpendRow read(ImportRow row, ImportContext context) {
    Days days = days(row);
    long impressions = orZero(row.value(SpendImport.IMPRESSIONS, Long.class));
    long clicks = orZero(row.value(SpendImport.CLICKS, Long.class));
    if (impressions < 0) {
      row.refuse(SpendImport.IMPRESSIONS, "import.spend.negative_count");
    }
    if (clicks < 0) {
      row.refuse(SpendImport.CLICKS, "import.spend.negative_count");
    }
    limit(row, SpendImport.CHANNEL, Channels.NAME_LENGTH);
    limit(row, SpendImport.CAMPAIGN, Campaigns.NAME_LENGTH);
    if (days == null || row.refused()) {
      return null;
    }
    Long amount = row.value(SpendImport.AMOUNT, Long.class);
    if (amount == null && !row.has(SpendImport.IMPRESSIONS) && !row.has(SpendImport.CLICKS)) {
      row.refuse(SpendImport.AMOUNT, "import.spend.nothing_said");
      return null;
    }
    String key = row.text(SpendImport.KEY);
    SpendRow read =
        new SpendRow(
            "",
            key != null,
            days.from(),
            days.to(),
            row.text(SpendImport.CHANNEL),
            row.text(SpendImport.CAMPAIGN),
            named(row.text(SpendImport.ACCOUNT)),
            named(row.text(SpendImport.PLAN)),
            named(row.text(SpendImport.UNIT)),
            keyword(row.text(SpendImport.KEYWORD)),
            amount == null ? 0 : amount,
            row.value(SpendImport.IMPRESSIONS, Long.class),
            row.value(SpendImport.CLICKS, Long.class),
            row.text(SpendImport.NOTE));
    return read.keyed(
        key == null ? read.lineKey(context.source()) : hash(context.source(), "key", key));
  }

  /** A line that a platform reports itself; its key is that of the same line in a file. */
  static SpendRow reported(String source, String channel, ReportLine line) {
    SpendRow row =
        new SpendRow(
            "",
            false,
            line.day(),
            line.day(),
            channel,
            null,
            named(line.account()),
            named(line.plan()),
            named(line.unit()),
            keyword(line.keyword()),
            line.amountFen(),
            line.impressions(),
            line.clicks(),
            null);
    return row.keyed(row.lineKey(source));
  }

  SpendDraft draft(@Nullable UUID channelId, @Nullable UUID campaignId) {
    return new SpendDraft(
        dayFrom,
        dayTo,
        channelId,
        campaignId,
        account,
        plan,
        unit,
        keyword,
        amountFen,
        impressions,
        clicks,
        note);
  }

  private SpendRow keyed(String found) {
    return new SpendRow(
        found,
        keyed,
        dayFrom,
        dayTo,
        channel,
        campaign,
        account,
        plan,
        unit,
        keyword,
        amountFen,
        impressions,
        clicks,
        note);
  }

  private String lineKey(String source) {
    return hash(
        source,
        "line",
        dayFrom,
        dayTo,
        folded(channel),
        folded(campaign),
        folded(account),
        folded(plan),
        folded(unit),
        folded(keyword));
  }

  /** Platforms write a dash for a level that a line doesn't have. */
  private static @Nullable String named(@Nullable String text) {
    return text == null || DASHES.contains(text.strip()) ? null : text;
  }

  /** Without the signs of the way it is matched: [exact], "phrase", {exact phrase}. */
  private static @Nullable String keyword(@Nullable String text) {
    String keyword = named(text);
    if (keyword == null) {
      return null;
    }
    Matcher signs = MATCHED.matcher(keyword.strip());
    return signs.matches() ? signs.group(1).strip() : keyword;
  }

  private static @Nullable Days days(ImportRow row) {
    LocalDate day = row.value(SpendImport.DAY, LocalDate.class);
    LocalDate from = row.value(SpendImport.DAY_FROM, LocalDate.class);
    LocalDate to = row.value(SpendImport.DAY_TO, LocalDate.class);
    String month = row.text(SpendImport.MONTH);
    if (day != null) {
      return new Days(day, day);
    }
    if (from == null && to == null) {
      return month == null ? refuseDays(row) : month(row, month);
    }
    LocalDate first = from == null ? to : from;
    LocalDate last = to == null ? from : to;
    if (first == null || last == null || last.isBefore(first)) {
      row.refuse(SpendImport.DAY_TO, "import.spend.ends_before_start", String.valueOf(first));
      return null;
    }
    if (ChronoUnit.DAYS.between(first, last) >= LONGEST) {
      row.refuse(SpendImport.DAY_TO, "import.spend.too_many_days");
      return null;
    }
    return new Days(first, last);
  }

  private static @Nullable Days refuseDays(ImportRow row) {
    row.refuse(SpendImport.DAY, "import.spend.no_day");
    return null;
  }

  private static @Nullable Days month(ImportRow row, String text) {
    Matcher matcher = MONTH.matcher(text.strip());
    if (matcher.matches()) {
      try {
        YearMonth month =
            YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        return new Days(month.atDay(1), month.atEndOfMonth());
      } catch (DateTimeException e) {
        // a thirteenth month: refused below like any other text
      }
    }
    row.refuse(SpendImport.MONTH, "import.spend.not_a_month", text);
    return null;
  }

  private static void limit(ImportRow row, String field, int longest) {
    String text = row.text(field);
    if (text != null && Names.clean(text).length() > longest) {
      row.refuse(field, "import.spend.name_too_long", longest);
    }
  }

  private static @Nullable String folded(@Nullable String text) {
    return text == null ? null : Names.key(text);
  }

  private static long orZero(@Nullable Long count) {
    return count == null ? 0 : count;
  }

  private static String hash(String source, @Nullable Object... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(source.getBytes(StandardCharsets.UTF_8));
      for (Object part : parts) {
        sha.update((byte) 0);
        if (part != null) {
          sha.update(part.toString().getBytes(StandardCharsets.UTF_8));
        }
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
