package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.CODE;
import static io.leadwell.tables.wecom.Tables.CONNECTION;
import static io.leadwell.tables.wecom.Tables.INCOMING;

import io.leadwell.base.workspace.Vault;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Connections in the database, their secrets sealed. */
@Repository
class ConnectionStore {

  private final DSLContext dsl;
  private final Vault vault;
  private final JsonMapper json;

  ConnectionStore(DSLContext dsl, Vault vault, JsonMapper json) {
    this.dsl = dsl;
    this.vault = vault;
    this.json = json;
  }

  /** What opens and signs the callbacks of a connection. */
  record CallbackSecrets(String token, String aesKey) {}

  List<Connection> all() {
    return dsl.selectFrom(CONNECTION).orderBy(CONNECTION.CREATED_AT).fetch(this::map);
  }

  Optional<Connection> find(UUID id) {
    return dsl.selectFrom(CONNECTION).where(CONNECTION.ID.eq(id)).fetchOptional(this::map);
  }

  Optional<Connection> findForUpdate(UUID id) {
    return dsl.selectFrom(CONNECTION)
        .where(CONNECTION.ID.eq(id))
        .forUpdate()
        .fetchOptional(this::map);
  }

  boolean taken(ConnectionKind kind, String appId) {
    return dsl.fetchExists(
        CONNECTION, CONNECTION.KIND.eq(kind.word()).and(CONNECTION.APP_ID.eq(appId)));
  }

  void add(UUID id, ConnectionDraft draft, Instant since, Instant now) {
    dsl.insertInto(CONNECTION)
        .set(CONNECTION.ID, id)
        .set(CONNECTION.KIND, draft.kind().word())
        .set(CONNECTION.APP_ID, draft.appId())
        .set(CONNECTION.CREATED_AT, now)
        .set(values(id, draft, since))
        .execute();
  }

  void change(UUID id, ConnectionDraft draft, Instant since) {
    dsl.update(CONNECTION).set(values(id, draft, since)).where(CONNECTION.ID.eq(id)).execute();
  }

  private Map<Field<?>, @Nullable Object> values(UUID id, ConnectionDraft draft, Instant since) {
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(CONNECTION.NAME, draft.name());
    values.put(CONNECTION.AGENT_ID, draft.agentId());
    values.put(CONNECTION.CHANNEL_ID, draft.channelId());
    values.put(CONNECTION.SINCE, since);
    values.put(
        CONNECTION.INTERACTIONS,
        draft.interactions().stream().map(Interaction::word).toArray(String[]::new));
    values.put(CONNECTION.ACTIVE, draft.active());
    seal(values, CONNECTION.SECRET, id, draft.secret());
    seal(values, CONNECTION.TOKEN, id, draft.token());
    seal(values, CONNECTION.AES_KEY, id, draft.aesKey());
    return values;
  }

  private void seal(
      Map<Field<?>, @Nullable Object> values, Field<String> at, UUID id, @Nullable String secret) {
    if (secret != null) {
      values.put(at, vault.seal(secret, purpose(id, at)));
    }
  }

  private static String purpose(UUID id, Field<String> at) {
    return "wecom.connection." + id + "." + at.getName();
  }

  /** Empty without a secret. */
  Optional<Credentials> credentials(UUID id) {
    return dsl.select(CONNECTION.KIND, CONNECTION.APP_ID, CONNECTION.SECRET)
        .from(CONNECTION)
        .where(CONNECTION.ID.eq(id).and(CONNECTION.SECRET.isNotNull()))
        .fetchOptional(row ->
            new Credentials(
                id,
                ConnectionKind.of(row.value1()),
                row.value2(),
                vault.open(row.value3(), purpose(id, CONNECTION.SECRET))));
  }

  /** Empty when the connection takes no callbacks. */
  Optional<CallbackSecrets> callbackSecrets(UUID id) {
    return dsl.select(CONNECTION.TOKEN, CONNECTION.AES_KEY)
        .from(CONNECTION)
        .where(
            CONNECTION
                .ID
                .eq(id)
                .and(CONNECTION.ACTIVE)
                .and(CONNECTION.TOKEN.isNotNull())
                .and(CONNECTION.AES_KEY.isNotNull()))
        .fetchOptional(row ->
            new CallbackSecrets(
                vault.open(row.value1(), purpose(id, CONNECTION.TOKEN)),
                vault.open(row.value2(), purpose(id, CONNECTION.AES_KEY))));
  }

  /** False when something has come in by it or was made with it. */
  boolean remove(UUID id) {
    if (dsl.fetchExists(INCOMING, INCOMING.CONNECTION_ID.eq(id))
        || dsl.fetchExists(CODE, CODE.CONNECTION_ID.eq(id))) {
      return false;
    }
    dsl.deleteFrom(CONNECTION).where(CONNECTION.ID.eq(id)).execute();
    return true;
  }

  void greeted(UUID id, Instant now) {
    dsl.update(CONNECTION).set(CONNECTION.GREETED_AT, now).where(CONNECTION.ID.eq(id)).execute();
  }

  @Nullable Instant caughtUpAt(UUID id) {
    return dsl.select(CONNECTION.CAUGHT_UP_AT)
        .from(CONNECTION)
        .where(CONNECTION.ID.eq(id))
        .fetchOne(CONNECTION.CAUGHT_UP_AT);
  }

  void caughtUp(UUID id, Instant at) {
    dsl.update(CONNECTION).set(CONNECTION.CAUGHT_UP_AT, at).where(CONNECTION.ID.eq(id)).execute();
  }

  void checked(UUID id, Checkup checkup) {
    dsl.update(CONNECTION)
        .set(CONNECTION.CHECKED_AT, checkup.at())
        .set(CONNECTION.CHECKED, JSONB.jsonb(json.writeValueAsString(checkup.steps())))
        .where(CONNECTION.ID.eq(id))
        .execute();
  }

  private Connection map(Record row) {
    Instant checkedAt = row.get(CONNECTION.CHECKED_AT);
    JSONB steps = row.get(CONNECTION.CHECKED);
    return new Connection(
        row.get(CONNECTION.ID),
        ConnectionKind.of(row.get(CONNECTION.KIND)),
        row.get(CONNECTION.NAME),
        row.get(CONNECTION.APP_ID),
        row.get(CONNECTION.AGENT_ID),
        row.get(CONNECTION.SECRET) != null,
        row.get(CONNECTION.TOKEN) != null,
        row.get(CONNECTION.AES_KEY) != null,
        row.get(CONNECTION.CHANNEL_ID),
        row.get(CONNECTION.SINCE),
        interactions(row.get(CONNECTION.INTERACTIONS)),
        row.get(CONNECTION.ACTIVE),
        row.get(CONNECTION.GREETED_AT),
        checkedAt == null || steps == null
            ? null
            : new Checkup(checkedAt, List.of(json.readValue(steps.data(), Checkup.Step[].class))),
        row.get(CONNECTION.CREATED_AT));
  }

  private static Set<Interaction> interactions(String[] words) {
    Set<Interaction> found = EnumSet.noneOf(Interaction.class);
    Arrays.stream(words).map(Interaction::of).forEach(found::add);
    return found;
  }
}
