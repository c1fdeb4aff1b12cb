package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.PICTURE;
import static io.leadwell.tables.wecom.Tables.PICTURE_COPY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/**
 * The pictures of welcome messages, and their copies at Tencent. An address is good for ever; a
 * media id for three days, so it is renewed a day before.
 */
@Repository
class PictureCopies {

  private static final Duration MEDIA_GOOD = Duration.ofDays(3);
  private static final Duration RENEWED_BEFORE = Duration.ofDays(1);

  private final DSLContext dsl;
  private final Tencent tencent;
  private final Clock clock;

  PictureCopies(DSLContext dsl, Tencent tencent, Clock clock) {
    this.dsl = dsl;
    this.tencent = tencent;
    this.clock = clock;
  }

  void add(UUID id, Tencent.Upload picture, @Nullable UUID by) {
    dsl.insertInto(PICTURE)
        .set(PICTURE.ID, id)
        .set(PICTURE.NAME, picture.fileName())
        .set(PICTURE.TYPE, picture.type())
        .set(PICTURE.CONTENT, picture.content())
        .set(PICTURE.CREATED_BY, by)
        .set(PICTURE.CREATED_AT, clock.instant())
        .execute();
  }

  Optional<Tencent.Upload> find(UUID id) {
    return dsl.select(PICTURE.NAME, PICTURE.TYPE, PICTURE.CONTENT)
        .from(PICTURE)
        .where(PICTURE.ID.eq(id))
        .fetchOptional(row -> new Tencent.Upload(row.value1(), row.value2(), row.value3()));
  }

  boolean exists(UUID id) {
    return dsl.fetchExists(PICTURE, PICTURE.ID.eq(id));
  }

  String url(Credentials as, UUID picture) {
    String known =
        dsl.select(PICTURE_COPY.URL)
            .from(PICTURE_COPY)
            .where(PICTURE_COPY.PICTURE_ID.eq(picture))
            .and(PICTURE_COPY.CONNECTION_ID.eq(as.connectionId()))
            .fetchOne(PICTURE_COPY.URL);
    if (known != null) {
      return known;
    }
    JsonNode answer =
        tencent.upload(as, "/cgi-bin/media/uploadimg", Map.of(), find(picture).orElseThrow());
    String url = needed(answer, "url");
    dsl.insertInto(PICTURE_COPY)
        .set(PICTURE_COPY.PICTURE_ID, picture)
        .set(PICTURE_COPY.CONNECTION_ID, as.connectionId())
        .set(PICTURE_COPY.URL, url)
        .onConflict(PICTURE_COPY.PICTURE_ID, PICTURE_COPY.CONNECTION_ID)
        .doUpdate()
        .set(PICTURE_COPY.URL, url)
        .execute();
    return url;
  }

  String mediaId(Credentials as, UUID picture) {
    Instant now = clock.instant();
    String known =
        dsl.select(PICTURE_COPY.MEDIA_ID)
            .from(PICTURE_COPY)
            .where(PICTURE_COPY.PICTURE_ID.eq(picture))
            .and(PICTURE_COPY.CONNECTION_ID.eq(as.connectionId()))
            .and(PICTURE_COPY.MEDIA_UNTIL.gt(now))
            .fetchOne(PICTURE_COPY.MEDIA_ID);
    if (known != null) {
      return known;
    }
    JsonNode answer =
        tencent.upload(
            as, "/cgi-bin/media/upload", Map.of("type", "image"), find(picture).orElseThrow());
    String media = needed(answer, "media_id");
    Instant until = now.plus(MEDIA_GOOD).minus(RENEWED_BEFORE);
    dsl.insertInto(PICTURE_COPY)
        .set(PICTURE_COPY.PICTURE_ID, picture)
        .set(PICTURE_COPY.CONNECTION_ID, as.connectionId())
        .set(PICTURE_COPY.MEDIA_ID, media)
        .set(PICTURE_COPY.MEDIA_UNTIL, until)
        .onConflict(PICTURE_COPY.PICTURE_ID, PICTURE_COPY.CONNECTION_ID)
        .doUpdate()
        .set(PICTURE_COPY.MEDIA_ID, media)
        .set(PICTURE_COPY.MEDIA_UNTIL, until)
        .execute();
    return media;
  }

  private static String needed(JsonNode answer, String field) {
    String value = answer.path(field).asString("");
    if (value.isEmpty()) {
      throw TencentFailure.unanswered(WecomProblem.TENCENT_ODD_ANSWER, field);
    }
    return value;
  }
}
