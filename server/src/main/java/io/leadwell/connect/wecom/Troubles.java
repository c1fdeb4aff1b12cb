package io.leadwell.connect.wecom;

import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Troubles as they stand in a column. */
@Component
class Troubles {

  private final JsonMapper json;

  Troubles(JsonMapper json) {
    this.json = json;
  }

  JSONB write(Trouble trouble) {
    return JSONB.jsonb(json.writeValueAsString(trouble));
  }

  Trouble read(JSONB column) {
    return json.readValue(column.data(), Trouble.class);
  }

  @Nullable Trouble readOrNull(@Nullable JSONB column) {
    return column == null ? null : read(column);
  }
}
