package io.leadwell.kernel.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one lead, and what its person did. Not to be filled by two threads. */
public final class Facts {

  /** A thing that was done, with what is known of it. */
  public record Deed(Instant at, Facts facts) {}

  private final Map<String, Object> values = new HashMap<>();
  private final List<Deed> deeds = new ArrayList<>();

  /** Words in the case in which they are compared: character by character, as PostgreSQL does. */
  public static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** Another word of a {@link Kind#TEXT} field. */
  public Facts text(String field, @Nullable String value) {
    return value == null || value.isEmpty() ? this : word(field, folded(value));
  }

  /** Another choice of a {@link Kind#CHOICE} field. */
  public Facts choice(String field, @Nullable Object value) {
    return value == null ? this : word(field, value.toString());
  }

  public Facts choices(String field, Collection<?> chosen) {
    chosen.forEach(each -> choice(field, each));
    return this;
  }

  private Facts word(String field, String value) {
    if (values.computeIfAbsent(field, _ -> new LinkedHashSet<String>(2)) instanceof Set<?> words) {
      @SuppressWarnings("unchecked")
      Set<String> mine = (Set<String>) words;
      mine.add(value);
    }
    return this;
  }

  public Facts number(String field, @Nullable BigDecimal value) {
    return put(field, value);
  }

  public Facts number(String field, @Nullable Long value) {
    return put(field, value == null ? null : BigDecimal.valueOf(value));
  }

  public Facts moment(String field, @Nullable Instant value) {
    return put(field, value);
  }

  public Facts flag(String field, @Nullable Boolean value) {
    return put(field, value);
  }

  public Facts fading(String field, @Nullable Fading value) {
    return put(field, value);
  }

  private Facts put(String field, @Nullable Object value) {
    if (value == null) {
      values.remove(field);
    } else {
      values.put(field, value);
    }
    return this;
  }

  /** Takes a field back, as it is about to be told anew. */
  public Facts without(String field) {
    values.remove(field);
    return this;
  }

  public Facts deed(Instant at, Facts facts) {
    deeds.add(new Deed(at, facts));
    return this;
  }

  public List<Deed> deeds() {
    return deeds;
  }

  @Nullable Object value(String field) {
    return values.get(field);
  }

  /** The moment of a field, where it holds one. */
  public @Nullable Instant momentOf(String field) {
    return values.get(field) instanceof Instant at ? at : null;
  }

  /** The words of a field; none where nothing is known. */
  @SuppressWarnings("unchecked")
  public Set<String> words(String field) {
    return values.get(field) instanceof Set<?> words ? (Set<String>) words : Set.of();
  }

  /** The moment of a field of that kind. */
  public Optional<Instant> at(String field) {
    return values.get(field) instanceof Instant moment ? Optional.of(moment) : Optional.empty();
  }

  public boolean knows(String field) {
    return values.containsKey(field);
  }
}
