package io.leadwell.base.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holidays and make-up days as they were published, shipped with the program. */
final class PublishedDays {

  private static final String FILE = "/calendar/china.csv";

  private final SortedMap<LocalDate, SpecialDay> days = new TreeMap<>();
  private final SortedSet<Integer> years = new TreeSet<>();

  PublishedDays() {
    try (InputStream file =
        Objects.requireNonNull(PublishedDays.class.getResourceAsStream(FILE), FILE)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().filter(line -> !line.startsWith("#")).forEach(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String line) {
    List<String> cells = List.of(line.split(","));
    LocalDate last = LocalDate.parse(cells.get(1));
    for (LocalDate day = LocalDate.parse(cells.get(0)); !day.isAfter(last); day = day.plusDays(1)) {
      days.put(day, new SpecialDay(day, cells.get(2).equals("work"), cells.get(3), false));
      years.add(day.getYear());
    }
  }

  SortedMap<LocalDate, SpecialDay> days() {
    return days;
  }

  SortedSet<Integer> years() {
    return years;
  }
}
