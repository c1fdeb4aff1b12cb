package io.leadwell.collaborate.deals;

import io.leadwell.base.platform.Problem;
import io.leadwell.pool.leads.LeadHistory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The entries of a form, read one after the other; what is wrong with each is gathered. */
final class Entries {

  /** A thousand billion yuan, as for files: beyond any contract. */
  private static final long LARGEST_FEN = 100_000_000_000_000L;

  private static final int EARLIEST_YEAR = 1970;

  private final Instant now;
  private final BiFunction<LocalDate, @Nullable Instant, Instant> moments;
  private final List<Problem.Field> faults = new ArrayList<>();

  /**
   * @param moments of a day and of what it must not stand before if that is the same day
   */
  Entries(Instant now, BiFunction<LocalDate, @Nullable Instant, Instant> moments) {
    this.now = now;
    this.moments = moments;
  }

  void require(boolean met, String field, String text, Object... arguments) {
    if (!met && faults.stream().noneMatch(fault -> fault.field().equals(field))) {
      faults.add(new Problem.Field(field, text, List.of(arguments)));
    }
  }

  void refuseFaults() {
    if (!faults.isEmpty()) {
      throw new Problem(DealsProblem.INVALID_DEAL, List.of(), faults);
    }
  }

  @Nullable String text(String field, @Nullable String typed, int longest) {
    String text = typed == null ? "" : typed.strip();
    require(text.length() <= longest, field, "deals.tooLong", longest);
    return text.isEmpty() ? null : text;
  }

  @Nullable Long money(String field, @Nullable Long fen) {
    require(fen == null || fen >= 0 && fen <= LARGEST_FEN, field, "deals.amountOutOfRange");
    return fen;
  }

  @Nullable LocalDate day(String field, @Nullable String typed) {
    try {
      return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      require(false, field, "deals.notADay", typed);
      return null;
    }
  }

  Instant needed(
      String field, @Nullable String typed, List<Instant> known, @Nullable Instant floor) {
    Instant time = time(field, typed, known, floor);
    require(time != null, field, "deals.dayMissing");
    return time == null ? now : time;
  }

  /**
   * A day or a moment that has come.
   *
   * @param known times that stand there; the day of one is that one
   */
  @Nullable Instant time(
      String field, @Nullable String typed, List<Instant> known, @Nullable Instant floor) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String text = typed.strip();
    try {
      if (text.indexOf('T') < 0) {
        return moment(field, LocalDate.parse(text), known, floor);
      }
      Instant time = OffsetDateTime.parse(text).toInstant();
      require(!time.isAfter(now), field, "deals.notYet");
      return time;
    } catch (DateTimeException e) {
      require(false, field, "deals.notADay", text);
      return null;
    }
  }

  private Instant moment(
      String field, LocalDate day, List<Instant> known, @Nullable Instant floor) {
    LocalDate today = LeadHistory.dayOf(now);
    require(!day.isAfter(today), field, "deals.notYet");
    require(day.getYear() >= EARLIEST_YEAR, field, "deals.notADay", day);
    return known.stream()
        .filter(time -> LeadHistory.dayOf(time).equals(day))
        .findFirst()
        .orElseGet(() -> day.isBefore(today) ? moments.apply(day, floor) : now);
  }
}
