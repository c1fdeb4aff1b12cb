package io.leadwell.pool.rules;

import io.leadwell.kernel.rules.Kind;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be asked of a lead, or of a deed.
 *
 * @param key for ever; what is asked by it is stored. Its group stands before the dot: {@code
 *     person.title}
 * @param options what there is to choose from, as the app knows it ({@code channel}, {@code
 *     member}), or null
 * @param label of a field that somebody here has made; others are named by the app
 * @param widened what is meant by chosen values, such as a channel with all below it; themselves
 *     when null
 */
public record RuleField(
    String key,
    Kind kind,
    Column column,
    @Nullable String options,
    @Nullable Label label,
    @Nullable Function<Collection<String>, Set<String>> widened) {

  /** What a field is called. */
  public record Label(String zh, String en) {}

  public RuleField(String key, Kind kind, Column column) {
    this(key, kind, column, null, null, null);
  }

  public RuleField choosing(String from) {
    return new RuleField(key, kind, column, from, label, widened);
  }

  public RuleField called(Label name) {
    return new RuleField(key, kind, column, options, name, widened);
  }

  public RuleField widenedBy(Function<Collection<String>, Set<String>> widening) {
    return new RuleField(key, kind, column, options, label, widening);
  }
}
