package io.leadwell.pool.fields;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a field is told of. */
public enum FieldEntity {
  LEAD,
  PERSON,
  COMPANY;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static FieldEntity of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
