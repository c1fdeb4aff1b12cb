package io.leadwell.pool.leads;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts one source record states. A missing fact says nothing; an empty one, which only a
 * person's own edit can state, says that there is none.
 */
public final class Facts {

  private final Map<Fact, String> values;

  private Facts(Map<Fact, String> values) {
    this.values = values;
  }

  public static Builder build() {
    return new Builder();
  }

  static Facts ofStored(Map<String, String> stored) {
    EnumMap<Fact, String> values = new EnumMap<>(Fact.class);
    for (Fact fact : Fact.values()) {
      String value = stored.get(fact.word());
      if (value != null) {
        values.put(fact, value);
      }
    }
    return new Facts(values);
  }

  /** As stored: values by the words of their facts. */
  public Map<String, String> toStore() {
    Map<String, String> stored = new LinkedHashMap<>();
    values.forEach((fact, value) -> stored.put(fact.word(), value));
    return stored;
  }

  Map<Fact, String> values() {
    return Collections.unmodifiableMap(values);
  }

  public @Nullable String get(Fact fact) {
    String value = values.get(fact);
    return value == null || value.isEmpty() ? null : value;
  }

  public @Nullable UUID id(Fact fact) {
    String value = get(fact);
    return value == null ? null : UUID.fromString(value);
  }

  /** The same with this fact told otherwise, or not at all. */
  Facts with(Fact fact, @Nullable String value) {
    EnumMap<Fact, String> changed = new EnumMap<>(Fact.class);
    changed.putAll(values);
    if (value == null) {
      changed.remove(fact);
    } else {
      changed.put(fact, value);
    }
    return new Facts(changed);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** Gathers facts; blanks are left out unless stated as cleared. */
  public static final class Builder {

    private final EnumMap<Fact, String> values = new EnumMap<>(Fact.class);

    public Builder with(Fact fact, @Nullable Object value) {
      String text = value == null ? "" : value.toString().strip();
      if (!text.isEmpty()) {
        values.put(fact, text);
      }
      return this;
    }

    /** States the value even when it is blank: an edit that empties a field. */
    Builder edited(Fact fact, @Nullable Object value) {
      values.put(fact, value == null ? "" : value.toString().strip());
      return this;
    }

    public Facts done() {
      return new Facts(values);
    }
  }
}
