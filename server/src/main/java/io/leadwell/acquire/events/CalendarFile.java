package io.leadwell.acquire.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Calendar entries as files (RFC 5545): lines of at most 75 octets, ended by CR LF, times in UTC.
 */
final class CalendarFile {

  private static final int LINE = 75;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private CalendarFile() {}

  /**
   * What stands in a calendar.
   *
   * @param uid the same for every version, so that a calendar changes its entry and adds none
   * @param sequence the version: a calendar ignores one older than its own
   * @param stamp when this file was made
   * @param cancelled takes the entry out of the calendar
   */
  record Entry(
      String uid,
      int sequence,
      Instant stamp,
      Instant startsAt,
      Instant endsAt,
      String summary,
      @Nullable String description,
      @Nullable String location,
      @Nullable String link,
      String organizer,
      @Nullable String organizerMail,
      boolean cancelled) {}

  static String of(Entry entry) {
    StringBuilder file = new StringBuilder(1_024);
    line(file, "BEGIN:VCALENDAR");
    line(file, "PRODID:-//Leadwell//Events//EN");
    line(file, "VERSION:2.0");
    line(file, "CALSCALE:GREGORIAN");
    line(file, "METHOD:" + (entry.cancelled() ? "CANCEL" : "PUBLISH"));
    line(file, "BEGIN:VEVENT");
    line(file, "UID:" + text(entry.uid()));
    line(file, "SEQUENCE:" + entry.sequence());
    line(file, "DTSTAMP:" + UTC.format(entry.stamp()));
    line(file, "DTSTART:" + UTC.format(entry.startsAt()));
    line(file, "DTEND:" + UTC.format(entry.endsAt()));
    line(file, "SUMMARY:" + text(entry.summary()));
    if (entry.description() != null) {
      line(file, "DESCRIPTION:" + text(entry.description()));
    }
    if (entry.location() != null) {
      line(file, "LOCATION:" + text(entry.location()));
    }
    if (entry.link() != null) {
      line(file, "URL:" + plain(entry.link()));
    }
    if (entry.organizerMail() != null) {
      line(
          file,
          "ORGANIZER;CN=\""
              + plain(entry.organizer()).replace('"', '\'')
              + "\":mailto:"
              + plain(entry.organizerMail()));
    }
    line(file, "STATUS:" + (entry.cancelled() ? "CANCELLED" : "CONFIRMED"));
    line(file, "TRANSP:OPAQUE");
    line(file, "END:VEVENT");
    line(file, "END:VCALENDAR");
    return file.toString();
  }

  /**
   * A TEXT value: what has a meaning in the format is escaped, other control signs are left out.
   */
  static String text(String said) {
    StringBuilder escaped = new StringBuilder(said.length() + 16);
    String lines = said.replace("\r\n", "\n").replace('\r', '\n');
    lines
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(c);
            case '\n' -> escaped.append("\\n");
            default -> {
              if (c == '\t' || c >= ' ' && c != 0x7f) {
                escaped.appendCodePoint(c);
              }
            }
          }
        });
    return escaped.toString();
  }

  /** Anything else than a TEXT value: one line, whatever was typed. */
  private static String plain(String said) {
    return said.replaceAll("\\p{Cntrl}", "");
  }

  /** Folds between characters, never within one: a line is counted in octets. */
  private static void line(StringBuilder file, String content) {
    int octets = 0;
    for (int i = 0; i < content.length(); ) {
      int c = content.codePointAt(i);
      int width = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (octets + width > LINE) {
        file.append("\r\n ");
        octets = 1;
      }
      file.appendCodePoint(c);
      octets += width;
      i += Character.charCount(c);
    }
    file.append("\r\n");
  }
}
