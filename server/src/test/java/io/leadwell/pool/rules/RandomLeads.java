package io.leadwell.pool.rules;

import static io.leadwell.tables.campaigns.Tables.CHANNEL;
import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.PERSON_TAG;
import static io.leadwell.tables.leads.Tables.TAG;
import static io.leadwell.tables.leads.Tables.TOUCH;

import io.leadwell.base.platform.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** Leads with much that is unknown, odd cases and odd letters, touches and tags. */
final class RandomLeads {

  private static final List<String> WORDS =
      List.of("市场总监", "CTO", "cto ", "VP Sales", "İstanbul", "ẞtraße", "上海", "100%", "a_b", "Ａ１");
  private static final List<String> STAGES =
      List.of("lead", "mql", "sal", "sql", "opportunity", "poc", "won", "lost", "nurture");
  private static final List<String> SCENES = List.of("form", "visit", "content_read", "call");

  private final DSLContext dsl;
  private final Random random;
  private final Instant now;

  RandomLeads(DSLContext dsl, Random random, Instant now) {
    this.dsl = dsl;
    this.random = random;
    this.now = now;
  }

  void make(int people) {
    List<UUID> channels = List.of(channel(null), channel(null));
    channels = List.of(channels.getFirst(), channels.getLast(), channel(channels.getFirst()));
    List<UUID> tags = new ArrayList<>();
    for (String name : List.of("一", "二", "三")) {
      UUID tag = Ids.next();
      dsl.insertInto(TAG).set(TAG.ID, tag).set(TAG.NAME, name).execute();
      tags.add(tag);
    }
    for (int i = 0; i < people; i++) {
      UUID company = maybe(company());
      UUID person = person();
      for (int lead = random.nextInt(1, 3); lead > 0; lead--) {
        lead(person, company, channels);
      }
      for (int touch = random.nextInt(6); touch > 0; touch--) {
        touch(person, channels);
      }
      tags.stream()
          .filter(_ -> random.nextInt(3) == 0)
          .forEach(tag ->
              dsl.insertInto(PERSON_TAG)
                  .set(PERSON_TAG.PERSON_ID, person)
                  .set(PERSON_TAG.TAG_ID, tag)
                  .execute());
    }
  }

  private UUID channel(@Nullable UUID parent) {
    UUID id = Ids.next();
    dsl.insertInto(CHANNEL)
        .set(CHANNEL.ID, id)
        .set(CHANNEL.PARENT_ID, parent)
        .set(CHANNEL.NAME, id.toString())
        .set(CHANNEL.NAME_KEY, id.toString())
        .set(CHANNEL.FRAME, "digital")
        .set(CHANNEL.SOURCE_CLASS, "marketing")
        .execute();
    return id;
  }

  private UUID company() {
    UUID id = Ids.next();
    dsl.insertInto(COMPANY)
        .set(COMPANY.ID, id)
        .set(COMPANY.NAME, word())
        .set(COMPANY.NAME_KEY, id.toString())
        .set(COMPANY.INDUSTRY, maybe(word()))
        .set(COMPANY.SIZE_BAND, maybe(word()))
        .set(COMPANY.CITY, maybe(word()))
        .execute();
    return id;
  }

  private UUID person() {
    UUID id = Ids.next();
    dsl.insertInto(PERSON)
        .set(PERSON.ID, id)
        .set(PERSON.NAME, maybe(word()))
        .set(PERSON.TITLE, maybe(random.nextInt(8) == 0 ? "" : word() + word()))
        .set(PERSON.PROVINCE, maybe(word()))
        .execute();
    return id;
  }

  private void lead(UUID person, @Nullable UUID company, List<UUID> channels) {
    dsl.insertInto(LEAD)
        .set(LEAD.ID, Ids.next())
        .set(LEAD.PERSON_ID, person)
        .set(LEAD.COMPANY_ID, company)
        .set(LEAD.STAGE, one(STAGES))
        .set(LEAD.STAGE_SINCE, moment())
        .set(LEAD.FIRST_CONTACT_AT, moment())
        .set(LEAD.LAST_TOUCH_AT, moment())
        .set(LEAD.MQL_AT, maybe(moment()))
        .set(LEAD.CHANNEL_ID, maybe(one(channels)))
        .set(LEAD.INDUSTRY, maybe(word()))
        .set(LEAD.NOTE, maybe(word()))
        .set(LEAD.REVENUE_FEN, random.nextInt(3) * 12_345L)
        .execute();
  }

  private void touch(UUID person, List<UUID> channels) {
    String detail =
        switch (random.nextInt(5)) {
          case 0 -> "{\"paths\": [\"/Price\", \"/cases/a\"], \"seconds\": 40}";
          case 1 -> "{\"paths\": [\"/cases/B\"], \"seconds\": \"many\"}";
          case 2 -> "{\"paths\": \"none\", \"seconds\": 7}";
          case 3 -> "{\"paths\": []}";
          default -> null;
        };
    dsl.insertInto(TOUCH)
        .set(TOUCH.ID, Ids.next())
        .set(TOUCH.PERSON_ID, person)
        .set(TOUCH.SCENE, one(SCENES))
        .set(TOUCH.CHANNEL_ID, maybe(one(channels)))
        .set(TOUCH.CONTENT, maybe(word()))
        .set(TOUCH.HAPPENED_AT, moment())
        .set(TOUCH.DETAIL, detail == null ? null : JSONB.valueOf(detail))
        .set(TOUCH.WITHDRAWN_AT, random.nextInt(9) == 0 ? now : null)
        .execute();
  }

  /** Often a whole number of days ago: bounds are where answers differ. */
  private Instant moment() {
    Instant day = now.minus(Duration.ofDays(random.nextInt(-3, 40)));
    return random.nextBoolean()
        ? day
        : day.plusNanos(1_000L * random.nextInt(-50_000_000, 50_000_000));
  }

  private String word() {
    return one(WORDS);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextInt(3) == 0 ? null : value;
  }
}
