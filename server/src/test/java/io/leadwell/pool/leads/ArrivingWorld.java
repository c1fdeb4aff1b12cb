package io.leadwell.pool.leads;

import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.Observation.TouchSeen;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Forms that people fill in, on days of a spring. */
abstract class ArrivingWorld {

  static final Instant MAY = Instant.parse("2026-05-04T02:00:00Z");
  static final Instant JUNE = Instant.parse("2026-06-01T02:00:00Z");

  @Autowired Arrivals arrivals;
  @Autowired Leads leads;
  @Autowired DSLContext dsl;

  static Arrival form(String key, Instant at, Facts facts, List<Identity> identities) {
    return new Arrival(
        "form:demo",
        key,
        at,
        null,
        facts.toStore(),
        facts,
        TouchSeen.of("form", at),
        identities,
        List.of(),
        true);
  }

  static Facts facts(@Nullable String name, @Nullable String phone) {
    return Facts.build().with(Fact.NAME, name).with(Fact.PHONE, phone).done();
  }

  String stage(Arrived arrived) {
    return leads.get(required(arrived.leadId()), Caller.system()).stage();
  }

  static UUID required(@Nullable UUID id) {
    return Objects.requireNonNull(id);
  }
}
