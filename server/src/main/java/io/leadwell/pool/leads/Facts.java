package io.leadwell.pool.leads;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts one source record states, those of a house's own fields included. A missing fact says
 * nothing; an empty one, which only a person's own edit can state, says that there is none.
 */
public final class Facts {

  private final Map<Fact, String> values;

  /** By the name of the field, such as {@code person.birthday}: the dot tells them from facts. */
  private final Map<String, String> custom;

  private Facts(Map<Fact, String> values, Map<String, String> custom) {
    this.values = values;
    this.custom = custom;
  }

  public static Builder build() {
    return new Builder();
  }

  static Facts ofStored(Map<String, String> stored) {
    EnumMap<Fact, String> values = new EnumMap<>(Fact.class);
    int known = 0;
    for (Fact fact : Fact.values()) {
      String value = stored.get(fact.word());
      if (value != null) {
        values.put(fact, value);
        known++;
      }
    }
    return new Facts(values, known == stored.size() ? Map.of() : custom(stored));
  }

  private static Map<String, String> custom(Map<String, String> stored) {
    Map<String, String> custom = new TreeMap<>();
    stored.forEach((name, value) -> {
      if (name.indexOf('.') > 0 && value != null) {
        custom.put(name, value);
      }
    });
    return custom;
  }

  /** As stored: values by the words of their facts and the names of their fields. */
  public Map<String, String> toStore() {
    Map<String, String> stored = new LinkedHashMap<>();
    values.forEach((fact, value) -> stored.put(fact.word(), value));
    stored.putAll(custom);
    return stored;
  }

  Map<Fact, String> values() {
    return Collections.unmodifiableMap(values);
  }

  Map<String, String> custom() {
    return Collections.unmodifiableMap(custom);
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
    return new Facts(changed, custom);
  }

  /** The same with other values of the house's own fields. */
  Facts telling(Map<String, String> others) {
    return new Facts(values, new TreeMap<>(others));
  }

  public boolean isEmpty() {
    return values.isEmpty() && custom.isEmpty();
  }

  /** Gathers facts; blanks are left out unless stated as cleared. */
  public static final class Builder {

    private final EnumMap<Fact, String> values = new EnumMap<>(Fact.class);
    private final Map<String, String> custom = new TreeMap<>();

    public Builder with(Fact fact, @Nullable Object value) {
      String text = value == null ? "" : value.toString().strip();
      if (!text.isEmpty()) {
        values.put(fact, text);
      }
      return this;
    }

    /**
     * @param field the name of a house's own field, such as {@code lead.budget}
     * @param kept as {@code FieldValues} keeps it
     */
    public Builder custom(String field, @Nullable String kept) {
      if (kept != null && !kept.isEmpty()) {
        custom.put(field, kept);
      }
      return this;
    }

    /** States the value even when it is blank: an edit that empties a field. */
    Builder edited(Fact fact, @Nullable Object value) {
      values.put(fact, value == null ? "" : value.toString().strip());
      return this;
    }

    /** As {@link #edited(Fact, Object)}, of a house's own field. */
    Builder edited(String field, String kept) {
      custom.put(field, kept);
      return this;
    }

    public Facts done() {
      return new Facts(values, custom);
    }
  }
}
