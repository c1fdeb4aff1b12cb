package io.leadwell.acquire.capture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a field is asked: what an earlier field must have been answered. {@code form.js} decides in
 * the same way.
 *
 * @param field the key of the earlier field
 */
public record ShownWhen(String field, Test is, List<String> values) {

  /** How the answer is compared. */
  public enum Test {
    ONE_OF,
    NONE_OF,
    FILLED,
    EMPTY;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Test of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean comparesValues() {
      return this == ONE_OF || this == NONE_OF;
    }
  }

  public ShownWhen(
      @Nullable String field, @Nullable Test is, @Nullable List<@Nullable String> values) {
    this.field = field == null ? "" : field;
    this.is = is == null ? Test.FILLED : is;
    this.values =
        values == null
            ? List.of()
            : values.stream().map(v -> v == null ? "" : Plain.line(v)).toList();
  }

  /** {@code answer} is empty where nothing was answered, or was not asked. */
  boolean holds(List<String> answer) {
    return switch (is) {
      case FILLED -> !answer.isEmpty();
      case EMPTY -> answer.isEmpty();
      case ONE_OF -> answer.stream().anyMatch(values::contains);
      case NONE_OF -> answer.stream().noneMatch(values::contains);
    };
  }
}
