package io.leadwell.base.workspace.web;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.WorkspaceProblem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a request says; an absent field is null, a field that is null is empty. */
final class Words {

  private Words() {}

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static @Nullable String text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw unknown(field);
    }
    return value.asString();
  }

  static @Nullable Boolean flag(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isBoolean()) {
      throw unknown(field);
    }
    return value.asBoolean();
  }

  /** Null when the request doesn't mention it, empty when it takes it away. */
  static @Nullable Optional<UUID> id(JsonNode body, String field) {
    if (!body.has(field)) {
      return null;
    }
    String text = text(body, field);
    return text == null || text.isBlank()
        ? Optional.empty()
        : Optional.of(word(text, field, UUID::fromString));
  }

  static @Nullable UUID idOrNull(JsonNode body, String field) {
    Optional<UUID> id = id(body, field);
    return id == null ? null : id.orElse(null);
  }

  static <T> @Nullable T word(JsonNode body, String field, Function<String, T> spelling) {
    String text = text(body, field);
    return text == null ? null : word(text, field, spelling);
  }

  static <T> T needed(JsonNode body, String field, Function<String, T> spelling) {
    return word(orEmpty(text(body, field)), field, spelling);
  }

  static @Nullable Instant instant(JsonNode body, String field) {
    String text = text(body, field);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw unknown(field);
    }
  }

  private static <T> T word(String text, String field, Function<String, T> spelling) {
    try {
      return spelling.apply(text);
    } catch (IllegalArgumentException e) {
      throw unknown(field);
    }
  }

  private static Problem unknown(String field) {
    return Problem.field(WorkspaceProblem.INVALID_ENTRY, field, "workspace.valueUnknown");
  }
}
