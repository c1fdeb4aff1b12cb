package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.CODE;

import io.leadwell.connect.wecom.Code.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Codes in the database. */
@Repository
class CodeStore {

  /** All but the picture, which is large. */
  static final List<Field<?>> FIELDS =
      Arrays.stream(CODE.fields()).filter(field -> !field.equals(CODE.PICTURE)).toList();

  private final DSLContext dsl;
  private final JsonMapper json;
  private final Troubles troubles;

  CodeStore(DSLContext dsl, JsonMapper json, Troubles troubles) {
    this.dsl = dsl;
    this.json = json;
    this.troubles = troubles;
  }

  /** What Tencent made of a code. */
  record Made(
      @Nullable String remoteId,
      String url,
      Tencent.@Nullable Upload picture,
      @Nullable Instant expiresAt) {}

  Optional<Code> find(UUID id) {
    return one(CODE.ID.eq(id));
  }

  Optional<Code> byState(UUID connectionId, String state) {
    return one(CODE.CONNECTION_ID.eq(connectionId).and(CODE.STATE.eq(state)));
  }

  private Optional<Code> one(Condition condition) {
    return dsl.select(FIELDS).from(CODE).where(condition).fetchOptional(this::map);
  }

  List<Code> of(Collection<UUID> ids) {
    return dsl.select(FIELDS).from(CODE).where(CODE.ID.in(ids)).fetch(this::map);
  }

  Map<UUID, String> names(Collection<UUID> ids) {
    return dsl.select(CODE.ID, CODE.NAME)
        .from(CODE)
        .where(CODE.ID.in(ids))
        .fetchMap(CODE.ID, CODE.NAME);
  }

  /** Those that still wait for Tencent although nobody is at it any more. */
  List<UUID> left(Instant before) {
    return dsl.select(CODE.ID)
        .from(CODE)
        .where(CODE.STATUS.eq(Status.MAKING.word()).and(CODE.TRIED_AT.lt(before)))
        .fetch(CODE.ID);
  }

  List<Code> live(CodeKind kind) {
    return dsl.select(FIELDS)
        .from(CODE)
        .where(CODE.KIND.eq(kind.word()).and(CODE.STATUS.eq(Status.LIVE.word())))
        .fetch(this::map);
  }

  void add(UUID id, CodeDraft draft, String state, @Nullable UUID by, Instant now) {
    dsl.insertInto(CODE)
        .set(CODE.ID, id)
        .set(CODE.CONNECTION_ID, draft.connectionId())
        .set(CODE.KIND, draft.kind().word())
        .set(CODE.STATE, state)
        .set(CODE.CREATED_BY, by)
        .set(CODE.CREATED_AT, now)
        .set(values(draft, now))
        .execute();
  }

  void change(UUID id, CodeDraft draft, Instant now) {
    dsl.update(CODE).set(values(draft, now)).where(CODE.ID.eq(id)).execute();
  }

  private Map<Field<?>, @Nullable Object> values(CodeDraft draft, Instant now) {
    WelcomeMessage welcome = draft.welcome();
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(CODE.NAME, draft.name());
    values.put(CODE.CHANNEL_ID, draft.channelId());
    values.put(CODE.CAMPAIGN_ID, draft.campaignId());
    values.put(CODE.USERS, draft.users().toArray(String[]::new));
    values.put(CODE.SKIP_VERIFY, draft.skipVerify());
    values.put(
        CODE.WELCOME,
        welcome == null || welcome.isEmpty()
            ? null
            : JSONB.jsonb(json.writeValueAsString(welcome)));
    values.put(CODE.PAGE, draft.page());
    values.put(CODE.QUERY, draft.query());
    values.put(CODE.STATUS, Status.MAKING.word());
    values.put(CODE.TRIED_AT, now);
    values.put(CODE.PROBLEM, null);
    return values;
  }

  /** Begins another try; false when somebody else has begun one since {@code before}. */
  boolean claim(UUID id, Instant before, Instant now) {
    return dsl.update(CODE)
            .set(CODE.TRIED_AT, now)
            .where(
                CODE.ID
                    .eq(id)
                    .and(CODE.STATUS.eq(Status.MAKING.word()))
                    .and(CODE.TRIED_AT.lt(before)))
            .execute()
        > 0;
  }

  void made(UUID id, Made made) {
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(CODE.STATUS, Status.LIVE.word());
    values.put(CODE.PROBLEM, null);
    values.put(CODE.REMOTE_ID, made.remoteId());
    values.put(CODE.URL, made.url());
    values.put(CODE.EXPIRES_AT, made.expiresAt());
    if (made.picture() != null) {
      values.put(CODE.PICTURE, made.picture().content());
      values.put(CODE.PICTURE_TYPE, made.picture().type());
    }
    dsl.update(CODE).set(values).where(CODE.ID.eq(id)).execute();
  }

  /** Tencent has it, but could not be asked for its picture yet: not to be made a second time. */
  void known(UUID id, String remoteId) {
    dsl.update(CODE).set(CODE.REMOTE_ID, remoteId).where(CODE.ID.eq(id)).execute();
  }

  void failed(UUID id, Trouble trouble) {
    dsl.update(CODE)
        .set(CODE.STATUS, Status.FAILED.word())
        .set(CODE.PROBLEM, troubles.write(trouble))
        .where(CODE.ID.eq(id))
        .execute();
  }

  /** Tried again by itself; until then the reader sees why it takes so long. */
  void waits(UUID id, Trouble trouble) {
    dsl.update(CODE).set(CODE.PROBLEM, troubles.write(trouble)).where(CODE.ID.eq(id)).execute();
  }

  void ended(UUID id, @Nullable Trouble trouble) {
    dsl.update(CODE)
        .set(CODE.STATUS, Status.ENDED.word())
        .set(CODE.PROBLEM, trouble == null ? null : troubles.write(trouble))
        .where(CODE.ID.eq(id))
        .execute();
  }

  void status(UUID id, Status status, Instant now) {
    dsl.update(CODE)
        .set(CODE.STATUS, status.word())
        .set(CODE.TRIED_AT, now)
        .where(CODE.ID.eq(id))
        .execute();
  }

  Optional<Tencent.Upload> picture(UUID id) {
    return dsl.select(CODE.PICTURE, CODE.PICTURE_TYPE)
        .from(CODE)
        .where(CODE.ID.eq(id).and(CODE.PICTURE.isNotNull()))
        .fetchOptional(row -> new Tencent.Upload("qr", row.value2(), row.value1()));
  }

  Code map(Record row) {
    JSONB welcome = row.get(CODE.WELCOME);
    return new Code(
        row.get(CODE.ID),
        row.get(CODE.CONNECTION_ID),
        CodeKind.of(row.get(CODE.KIND)),
        row.get(CODE.NAME),
        row.get(CODE.CHANNEL_ID),
        row.get(CODE.CAMPAIGN_ID),
        row.get(CODE.STATE),
        List.of(row.get(CODE.USERS)),
        row.get(CODE.SKIP_VERIFY),
        welcome == null ? null : json.readValue(welcome.data(), WelcomeMessage.class),
        row.get(CODE.PAGE),
        row.get(CODE.QUERY),
        row.get(CODE.REMOTE_ID),
        row.get(CODE.URL),
        row.get(CODE.PICTURE_TYPE) != null,
        row.get(CODE.EXPIRES_AT),
        Status.of(row.get(CODE.STATUS)),
        troubles.readOrNull(row.get(CODE.PROBLEM)),
        row.get(CODE.CREATED_AT));
  }
}
