package io.leadwell.base.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that is not as the week says.
 *
 * @param worked whether it is worked; null where the house goes by the week on a day that was
 *     published to be otherwise
 * @param own whether the house says so itself; else it was published
 */
public record SpecialDay(
    LocalDate day, @Nullable Boolean worked, @Nullable String name, boolean own) {}
