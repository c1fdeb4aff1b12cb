package io.leadwell.acquire.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When something is, as people of a country write it. */
public final class EventTime {

  private static final DateTimeFormatter DAY_ZH =
      DateTimeFormatter.ofPattern("yyyy年M月d日（EEE）", Locale.SIMPLIFIED_CHINESE);
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy,", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("O", Locale.ENGLISH);

  private EventTime() {}

  /** The day once, where both are on one; with the zone, as guests may be elsewhere. */
  public static String range(Instant from, Instant to, ZoneId zone, Locale language) {
    ZonedDateTime start = from.atZone(zone);
    ZonedDateTime end = to.atZone(zone);
    LocalDate day = start.toLocalDate();
    String second = day.equals(end.toLocalDate()) ? TIME.format(end) : " " + whole(end, language);
    return whole(start, language) + "–" + second + zone(start, zone, language);
  }

  /** Within a programme the day is known. */
  public static String hours(Instant from, Instant to, ZoneId zone) {
    return TIME.format(from.atZone(zone)) + "–" + TIME.format(to.atZone(zone));
  }

  private static String whole(ZonedDateTime at, Locale language) {
    boolean english = language.getLanguage().equals("en");
    return (english ? DAY_EN : DAY_ZH).format(at) + " " + TIME.format(at);
  }

  private static String zone(ZonedDateTime at, ZoneId zone, Locale language) {
    boolean english = language.getLanguage().equals("en");
    return zone.getId().equals("Asia/Shanghai") && !english
        ? "（北京时间）"
        : " (" + OFFSET.format(at) + ")";
  }
}
