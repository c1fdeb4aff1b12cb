package io.leadwell.acquire.capture;

import static io.leadwell.tables.capture.Tables.SUBMISSION;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.leadwell.acquire.capture.Keeping.Left;
import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.kernel.matching.Folding;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.tables.capture.tables.records.SubmissionRow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Submissions in the database. */
@Repository
class SubmissionStore {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int COUNTED = 10_000;
  private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

  /** A call of the API: whose key, what it called the call, what it said. */
  record Call(UUID keyId, String key, byte[] hash, @Nullable Map<String, String> consent) {}

  /** What became of an earlier call with the same key. */
  record Called(Submission submission, byte[] hash) {}

  private final DSLContext dsl;
  private final JsonMapper json;

  SubmissionStore(DSLContext dsl, JsonMapper json) {
    this.dsl = dsl;
    this.json = json;
  }

  /** False when the call was there before, even a moment ago by another thread. */
  boolean insert(Submission left, Call call) {
    return !insert(List.of(rowOf(left, null, call))).isEmpty();
  }

  /** The ids of those whose token was not there before, even a moment ago by another thread. */
  Set<UUID> insert(Collection<Left> all) {
    return insert(all.stream().map(one -> rowOf(one.submission(), one.token(), null)).toList());
  }

  private Set<UUID> insert(List<SubmissionRow> rows) {
    return dsl.insertInto(SUBMISSION)
        .set(rows)
        .onConflictDoNothing()
        .returning(SUBMISSION.ID)
        .fetchSet(SUBMISSION.ID);
  }

  private SubmissionRow rowOf(Submission s, @Nullable UUID token, @Nullable Call call) {
    SubmissionRow row = new SubmissionRow();
    row.setId(s.id());
    row.setFormId(s.formId());
    row.setVersion(s.version());
    row.setToken(token);
    row.setKeyId(call == null ? null : call.keyId());
    row.setCallKey(call == null ? null : call.key());
    row.setCallHash(call == null ? null : call.hash());
    row.setConsentTold(call == null ? null : orNull(call.consent()));
    row.setWay(s.way().word());
    row.setStatus(s.status());
    row.setReason(s.reason());
    row.setSubmittedAt(s.at());
    row.setLanguage(s.language());
    row.setAnswers(stored(s.answers()));
    row.setFacts(stored(s.facts()));
    row.setSearchText(searchText(s));
    row.setLandingUrl(s.landingUrl());
    row.setReferrer(s.referrer());
    row.setVisitor(s.visitor());
    row.setChannelId(s.channelId());
    row.setCampaignId(s.campaignId());
    row.setContext(s.context().isNone() ? null : stored(s.context()));
    row.setConsent(s.consent());
    row.setIp(s.ip());
    row.setAgent(s.agent());
    return row;
  }

  /** Who it was, by the ids of the submissions. */
  void brought(Map<UUID, Arrived> all) {
    dsl.batch(
            all.entrySet().stream()
                .map(one ->
                    dsl.update(SUBMISSION)
                        .set(SUBMISSION.PERSON_ID, one.getValue().personId())
                        .set(SUBMISSION.LEAD_ID, one.getValue().leadId())
                        .set(SUBMISSION.NEW_LEAD, one.getValue().newLead())
                        .where(SUBMISSION.ID.eq(one.getKey())))
                .toList())
        .execute();
  }

  /** False when somebody decided before. */
  boolean decide(UUID id, String status, String by, Instant at) {
    return dsl.update(SUBMISSION)
            .set(SUBMISSION.STATUS, status)
            .set(SUBMISSION.DECIDED_BY, by)
            .set(SUBMISSION.DECIDED_AT, at)
            .where(SUBMISSION.ID.eq(id))
            .and(SUBMISSION.STATUS.eq(Submission.HELD))
            .execute()
        == 1;
  }

  Optional<Submission> find(UUID id) {
    return dsl.selectFrom(SUBMISSION).where(SUBMISSION.ID.eq(id)).fetchOptional(this::submission);
  }

  Optional<Submission> byToken(UUID token) {
    return dsl.selectFrom(SUBMISSION)
        .where(SUBMISSION.TOKEN.eq(token))
        .fetchOptional(this::submission);
  }

  Optional<Called> byCall(UUID keyId, String key) {
    return dsl.selectFrom(SUBMISSION)
        .where(SUBMISSION.KEY_ID.eq(keyId))
        .and(SUBMISSION.CALL_KEY.eq(key))
        .fetchOptional(row -> new Called(submission(row), row.get(SUBMISSION.CALL_HASH)));
  }

  /** What was told over this browser lately, the newest first. */
  List<Submission> ofVisitor(UUID visitor, Instant since, int limit) {
    return dsl.selectFrom(SUBMISSION)
        .where(SUBMISSION.VISITOR.eq(visitor))
        .and(SUBMISSION.STATUS.eq(Submission.TAKEN))
        .and(SUBMISSION.SUBMITTED_AT.gt(since))
        .orderBy(SUBMISSION.SUBMITTED_AT.desc())
        .limit(limit)
        .fetch(this::submission);
  }

  int heldSince(UUID form, Instant since) {
    return dsl.fetchCount(
        SUBMISSION,
        SUBMISSION
            .FORM_ID
            .eq(form)
            .and(SUBMISSION.STATUS.eq(Submission.HELD))
            .and(SUBMISSION.SUBMITTED_AT.gt(since)));
  }

  /** The newest first. */
  Page<Submission> page(SubmissionFilter filter, @Nullable String cursor, int limit) {
    Condition wanted = condition(filter);
    List<Submission> found =
        dsl.selectFrom(SUBMISSION)
            .where(wanted)
            .and(after(cursor))
            .orderBy(SUBMISSION.SUBMITTED_AT.desc(), SUBMISSION.ID.desc())
            .limit(limit + 1)
            .fetch(this::submission);
    boolean more = found.size() > limit;
    List<Submission> items = more ? found.subList(0, limit) : found;
    int total =
        dsl.fetchCount(dsl.select(SUBMISSION.ID).from(SUBMISSION).where(wanted).limit(COUNTED + 1));
    return new Page<>(
        items, more ? cursorOf(items.getLast()) : null, Math.min(total, COUNTED), total > COUNTED);
  }

  /** All of the filter, the newest first, streamed within the caller's transaction. */
  void each(SubmissionFilter filter, Consumer<Submission> to) {
    try (var rows =
        dsl.selectFrom(SUBMISSION)
            .where(condition(filter))
            .orderBy(SUBMISSION.SUBMITTED_AT.desc(), SUBMISSION.ID.desc())
            .fetchSize(1_000)
            .fetchLazy()) {
      rows.forEach(row -> to.accept(submission(row)));
    }
  }

  static String cursorOf(Submission last) {
    return Cursor.of(List.of(last.at().toString(), last.id().toString()));
  }

  private static Condition after(@Nullable String cursor) {
    List<String> last = Cursor.values(cursor, 2);
    if (last == null) {
      return noCondition();
    }
    try {
      return row(SUBMISSION.SUBMITTED_AT, SUBMISSION.ID)
          .lt(row(val(Instant.parse(last.getFirst())), val(UUID.fromString(last.get(1)))));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new Problem(PlatformProblem.STALE_CURSOR);
    }
  }

  static Condition condition(SubmissionFilter filter) {
    Condition wanted =
        filter.formId() != null
            ? SUBMISSION.FORM_ID.eq(filter.formId())
            : filter.calls() ? SUBMISSION.FORM_ID.isNull() : noCondition();
    String q = filter.q() == null ? "" : Folding.fold(filter.q());
    if (!q.isEmpty()) {
      wanted = wanted.and(SUBMISSION.SEARCH_TEXT.contains(q));
    }
    if (filter.status() != null) {
      wanted = wanted.and(SUBMISSION.STATUS.eq(filter.status()));
    }
    if (filter.way() != null) {
      wanted = wanted.and(SUBMISSION.WAY.eq(filter.way().word()));
    }
    if (filter.channels() != null) {
      wanted =
          wanted.and(
              filter.channels().isEmpty()
                  ? SUBMISSION.CHANNEL_ID.isNull()
                  : SUBMISSION.CHANNEL_ID.in(filter.channels()));
    }
    if (filter.from() != null) {
      wanted = wanted.and(SUBMISSION.DAY.ge(filter.from()));
    }
    if (filter.to() != null) {
      wanted = wanted.and(SUBMISSION.DAY.le(filter.to()));
    }
    return wanted;
  }

  private static String searchText(Submission s) {
    return Folding.fold(
        String.join(
            " ",
            s.facts().getOrDefault("name", ""),
            s.facts().getOrDefault("company", ""),
            s.facts().getOrDefault("phone", ""),
            s.facts().getOrDefault("email", "")));
  }

  private Submission submission(Record row) {
    JSONB context = row.get(SUBMISSION.CONTEXT);
    return new Submission(
        row.get(SUBMISSION.ID),
        row.get(SUBMISSION.FORM_ID),
        row.get(SUBMISSION.VERSION),
        Way.of(row.get(SUBMISSION.WAY)),
        row.get(SUBMISSION.STATUS),
        row.get(SUBMISSION.REASON),
        row.get(SUBMISSION.SUBMITTED_AT),
        row.get(SUBMISSION.LANGUAGE),
        json.readValue(row.get(SUBMISSION.ANSWERS).data(), ANSWERS),
        json.readValue(row.get(SUBMISSION.FACTS).data(), FACTS),
        row.get(SUBMISSION.LANDING_URL),
        row.get(SUBMISSION.REFERRER),
        row.get(SUBMISSION.VISITOR),
        row.get(SUBMISSION.CHANNEL_ID),
        row.get(SUBMISSION.CAMPAIGN_ID),
        context == null ? FormContext.NONE : json.readValue(context.data(), FormContext.class),
        row.get(SUBMISSION.CONSENT),
        row.get(SUBMISSION.IP),
        row.get(SUBMISSION.AGENT),
        row.get(SUBMISSION.PERSON_ID),
        row.get(SUBMISSION.LEAD_ID),
        row.get(SUBMISSION.NEW_LEAD),
        row.get(SUBMISSION.DECIDED_BY),
        row.get(SUBMISSION.DECIDED_AT));
  }

  private @Nullable JSONB orNull(@Nullable Object content) {
    return content == null ? null : stored(content);
  }

  private JSONB stored(Object content) {
    return JSONB.valueOf(json.writeValueAsString(Objects.requireNonNull(content)));
  }
}
