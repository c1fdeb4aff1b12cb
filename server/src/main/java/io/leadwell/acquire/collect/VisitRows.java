package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.VISIT;

import io.leadwell.tables.collect.tables.records.VisitRow;
import java.util.Map;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Makes visits of their rows. */
@Component
class VisitRows {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

  private final JsonMapper json;

  VisitRows(JsonMapper json) {
    this.json = json;
  }

  Visit visit(org.jooq.Record record) {
    VisitRow row = record.into(VISIT);
    return new Visit(
        row.getId(),
        row.getVisitorId(),
        row.getSite(),
        row.getStartedAt(),
        row.getEndedAt(),
        row.getLandingUrl(),
        row.getReferrer(),
        row.getDirect(),
        utm(row.getUtm()),
        row.getClickIdKind(),
        row.getClickId(),
        row.getPages(),
        row.getDwellMs(),
        new Device(row.getDevice(), row.getOs(), row.getBrowser(), row.getApp()),
        new Place(row.getCountry(), row.getProvince(), row.getCity()),
        row.getPersonId());
  }

  Map<String, String> utm(@Nullable JSONB stored) {
    return stored == null ? Map.of() : json.readValue(stored.data(), TEXTS);
  }

  Map<String, Object> props(@Nullable JSONB stored) {
    return stored == null ? Map.of() : json.readValue(stored.data(), VALUES);
  }
}
