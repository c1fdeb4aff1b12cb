package io.leadwell.connect.baidu;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reports of some days being fetched, or fetched.
 *
 * @param scheduledOn the day whose daily fetch this is; null when somebody asked for it
 * @param nextDay the day that is fetched next; after the last one, all are dealt with
 * @param failedDays days that could not be read; the others are in
 * @param otherLevelDays days for which there was spend of another level already
 * @param trouble why it stopped, or why days failed
 * @param code Baidu's own number for it; {@code message} its words
 */
public record Fetch(
    UUID id,
    UUID accountId,
    @Nullable LocalDate scheduledOn,
    LocalDate dayFrom,
    LocalDate dayTo,
    Status status,
    LocalDate nextDay,
    List<FailedDay> failedDays,
    long linesNew,
    long linesChanged,
    long linesSame,
    long amountFen,
    int otherLevelDays,
    @Nullable Trouble trouble,
    @Nullable String code,
    @Nullable String message,
    int attempts,
    Instant notBefore,
    String askedBy,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  /** Where a fetch is. */
  public enum Status {
    WAITING,
    RUNNING,
    DONE,
    /** All days dealt with, some of them failed. */
    PARTIAL,
    FAILED,
    CANCELLED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Status of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** A day without a report. */
  public record FailedDay(LocalDate day, String trouble) {}
}
