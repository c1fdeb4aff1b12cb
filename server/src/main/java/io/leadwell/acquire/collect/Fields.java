package io.leadwell.acquire.collect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a JSON object, each of one type and with an end to its length. */
record Fields(JsonNode object, String pointer) {

  private static final int LONGEST_PROP = 500;
  private static final int LONGEST_PROP_NAME = 64;
  private static final int MOST_PROPS = 20;
  private static final int UUID_LENGTH = 36;

  private static final UUID NIL = new UUID(0, 0);

  boolean has(String field) {
    JsonNode value = object.path(field);
    return !value.isMissingNode() && !value.isNull();
  }

  String needed(String field, int longest) {
    String text = text(field, longest);
    if (text == null || text.isBlank()) {
      throw misfit(Reason.MISSING, field);
    }
    return text;
  }

  @Nullable String text(String field, int longest) {
    if (!has(field)) {
      return null;
    }
    JsonNode value = object.path(field);
    if (!value.isString()) {
      throw misfit(Reason.WRONG_TYPE, field);
    }
    return checked(value.asString(), longest, field);
  }

  UUID neededId(String field) {
    UUID id = id(field);
    if (id == null) {
      throw misfit(Reason.MISSING, field);
    }
    return id;
  }

  @Nullable UUID id(String field) {
    String text = text(field, UUID_LENGTH);
    if (text == null) {
      return null;
    }
    try {
      UUID id = UUID.fromString(text);
      if (text.length() == UUID_LENGTH && !id.equals(NIL)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // falls through: no UUID
    }
    throw misfit(Reason.BAD_ID, field);
  }

  long neededNumber(String field, long least, long most) {
    Long number = number(field, least, most);
    if (number == null) {
      throw misfit(Reason.MISSING, field);
    }
    return number;
  }

  @Nullable Long number(String field, long least, long most) {
    if (!has(field)) {
      return null;
    }
    JsonNode value = object.path(field);
    if (!value.isIntegralNumber()) {
      throw misfit(Reason.WRONG_TYPE, field);
    }
    if (!value.canConvertToLong() || value.asLong() < least || value.asLong() > most) {
      throw misfit(Reason.OUT_OF_RANGE, field);
    }
    return value.asLong();
  }

  boolean flag(String field) {
    if (!has(field)) {
      return false;
    }
    if (!object.path(field).isBoolean()) {
      throw misfit(Reason.WRONG_TYPE, field);
    }
    return object.path(field).asBoolean();
  }

  /** The address of a page; a blank one is none. */
  @Nullable String address(String field, int longest) {
    String text = text(field, longest);
    if (text == null || text.isBlank()) {
      return null;
    }
    if (WebAddress.of(text) == null) {
      throw misfit(Reason.BAD_ADDRESS, field);
    }
    return text;
  }

  /** A flat object of texts, numbers and flags. */
  @Nullable Map<String, Object> props(String field) {
    if (!has(field)) {
      return null;
    }
    JsonNode value = object.path(field);
    if (!value.isObject()) {
      throw misfit(Reason.WRONG_TYPE, field);
    }
    if (value.size() > MOST_PROPS) {
      throw misfit(Reason.OUT_OF_RANGE, field);
    }
    Map<String, Object> props = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> prop : value.properties()) {
      String place = field + "/" + escaped(prop.getKey());
      Object read = prop(prop.getValue(), place);
      if (read != null) {
        props.put(checked(prop.getKey(), LONGEST_PROP_NAME, place), read);
      }
    }
    return props.isEmpty() ? null : props;
  }

  private @Nullable Object prop(JsonNode value, String place) {
    if (value.isNull()) {
      return null;
    }
    if (value.isString()) {
      return checked(value.asString(), LONGEST_PROP, place);
    }
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.asLong();
    }
    if (value.isNumber()) {
      double number = value.asDouble();
      if (Double.isFinite(number)) {
        return number;
      }
      throw misfit(Reason.OUT_OF_RANGE, place);
    }
    throw misfit(Reason.WRONG_TYPE, place);
  }

  private String checked(String text, int longest, String field) {
    if (text.length() > longest) {
      throw misfit(Reason.TOO_LONG, field);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
      if (control || c == '\uFFFE' || c == '\uFFFF') {
        throw misfit(Reason.BAD_TEXT, field);
      }
      if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          throw misfit(Reason.BAD_TEXT, field);
        }
        i++;
      }
    }
    return text;
  }

  Misfit misfit(Reason reason, String field) {
    return new Misfit(reason, pointer + "/" + field);
  }

  /** As RFC 6901 writes a name into a pointer. */
  private static String escaped(String name) {
    String end = name.length() > LONGEST_PROP_NAME ? name.substring(0, LONGEST_PROP_NAME) : name;
    return end.replace("~", "~0").replace("/", "~1");
  }
}
