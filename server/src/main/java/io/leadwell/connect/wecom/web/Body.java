package io.leadwell.connect.wecom.web;

import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a request says; a value of the wrong kind is refused by its field's name. */
record Body(JsonNode node) {

  private static final int MOST = 1_000;

  /** Null when absent or blank. */
  @Nullable String text(String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw wrong(field);
    }
    String text = value.asString().strip();
    return text.isEmpty() ? null : text;
  }

  String textOrEmpty(String field) {
    String text = text(field);
    return text == null ? "" : text;
  }

  boolean flag(String field, boolean otherwise) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw wrong(field);
    }
    return value.asBoolean();
  }

  @Nullable UUID id(String field) {
    return read(field, UUID::fromString);
  }

  UUID neededId(String field) {
    UUID id = id(field);
    if (id == null) {
      throw wrong(field);
    }
    return id;
  }

  @Nullable Instant instant(String field) {
    return read(field, Instant::parse);
  }

  <T> T word(String field, Function<String, T> spelling) {
    T word = read(field, spelling);
    if (word == null) {
      throw wrong(field);
    }
    return word;
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : list(field)) {
      if (!one.isString()) {
        throw wrong(field);
      }
      texts.add(one.asString());
    }
    return texts;
  }

  <T> List<T> words(String field, Function<String, T> spelling) {
    try {
      return texts(field).stream().map(spelling).toList();
    } catch (IllegalArgumentException e) {
      throw wrong(field);
    }
  }

  List<Body> bodies(String field) {
    List<Body> bodies = new ArrayList<>();
    for (JsonNode one : list(field)) {
      if (!one.isObject()) {
        throw wrong(field);
      }
      bodies.add(new Body(one));
    }
    return bodies;
  }

  @Nullable Body body(String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isObject()) {
      throw wrong(field);
    }
    return new Body(value);
  }

  private JsonNode list(String field) {
    JsonNode value = node.path(field);
    if (!value.isMissingNode() && !value.isNull() && !value.isArray() || value.size() > MOST) {
      throw wrong(field);
    }
    return value;
  }

  private <T> @Nullable T read(String field, Function<String, T> spelling) {
    String text = text(field);
    try {
      return text == null ? null : spelling.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(field);
    }
  }

  private static Problem wrong(String field) {
    return new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, field);
  }
}
