package io.leadwell.acquire.campaigns.web;

import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A partial change: a field that is absent stays as it is, one that is null is emptied. A value of
 * the wrong kind is refused by the field's name.
 */
record Patch(JsonNode body) {

  /** A field that can't be empty: null is refused like any wrong value. */
  String required(String field, String otherwise) {
    String text = text(field, otherwise);
    if (text == null) {
      throw wrong(field);
    }
    return text;
  }

  @Nullable String text(String field, @Nullable String otherwise) {
    return read(field, otherwise, JsonNode::isString, JsonNode::asString);
  }

  <E> E word(String field, E otherwise, Function<String, E> of) {
    if (!body.has(field)) {
      return otherwise;
    }
    try {
      return of.apply(required(field, ""));
    } catch (IllegalArgumentException e) {
      throw wrong(field);
    }
  }

  boolean flag(String field, boolean otherwise) {
    Boolean flag = read(field, otherwise, JsonNode::isBoolean, JsonNode::asBoolean);
    if (flag == null) {
      throw wrong(field);
    }
    return flag;
  }

  @Nullable UUID id(String field, @Nullable UUID otherwise) {
    return read(field, otherwise, JsonNode::isString, node -> UUID.fromString(node.asString()));
  }

  @Nullable LocalDate day(String field, @Nullable LocalDate otherwise) {
    return read(field, otherwise, JsonNode::isString, node -> LocalDate.parse(node.asString()));
  }

  @Nullable Long number(String field, @Nullable Long otherwise) {
    return read(field, otherwise, JsonNode::canConvertToLong, JsonNode::asLong);
  }

  static Problem wrong(String field) {
    return new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, field);
  }

  private <T> @Nullable T read(
      String field,
      @Nullable T otherwise,
      Function<JsonNode, Boolean> fits,
      Function<JsonNode, T> value) {
    JsonNode node = body.get(field);
    if (node == null) {
      return otherwise;
    }
    if (node.isNull() || node.isString() && node.asString().isBlank()) {
      return null;
    }
    if (!fits.apply(node)) {
      throw wrong(field);
    }
    try {
      return value.apply(node);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(field);
    }
  }
}
