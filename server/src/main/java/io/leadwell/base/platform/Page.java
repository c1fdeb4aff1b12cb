package io.leadwell.base.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the following page, or null on the last one
 * @param total how many there are in all; with {@code totalCapped} at least this many
 */
public record Page<T>(List<T> items, @Nullable String next, long total, boolean totalCapped) {

  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), next, total, totalCapped);
  }
}
