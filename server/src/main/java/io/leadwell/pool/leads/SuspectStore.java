package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.SUSPECT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.tables.leads.tables.Person;
import io.leadwell.tables.leads.tables.records.SuspectRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Pairs that may be one person. Each pair is asked about once; the smaller id stands first. */
@Component
class SuspectStore {

  static final String MERGED = "merged";
  static final String APART = "apart";

  /**
   * A pair that nobody has decided.
   *
   * @param certain whether it would have been decided had one of them just come in
   */
  record Suspicion(
      UUID one, UUID other, double probability, boolean certain, List<Evidence> evidence) {}

  private final DSLContext dsl;
  private final JsonMapper json;
  private final Clock clock;

  SuspectStore(DSLContext dsl, JsonMapper json, Clock clock) {
    this.dsl = dsl;
    this.json = json;
    this.clock = clock;
  }

  /** Asks about these pairs; who was asked about before and decided is left alone. */
  void suspect(Collection<Suspicion> pairs, String foundBy) {
    Instant now = now();
    for (Suspicion pair : pairs) {
      dsl.insertInto(SUSPECT)
          .set(SUSPECT.ID, Ids.next())
          .set(SUSPECT.ONE_ID, first(pair.one(), pair.other()))
          .set(SUSPECT.OTHER_ID, second(pair.one(), pair.other()))
          .set(SUSPECT.PROBABILITY, (float) pair.probability())
          .set(SUSPECT.CERTAIN, pair.certain())
          .set(SUSPECT.EVIDENCE, JSONB.valueOf(json.writeValueAsString(pair.evidence())))
          .set(SUSPECT.FOUND_BY, foundBy)
          .set(SUSPECT.FOUND_AT, now)
          .onConflict(SUSPECT.ONE_ID, SUSPECT.OTHER_ID)
          .doUpdate()
          .set(SUSPECT.PROBABILITY, excluded(SUSPECT.PROBABILITY))
          .set(SUSPECT.CERTAIN, excluded(SUSPECT.CERTAIN))
          .set(SUSPECT.EVIDENCE, excluded(SUSPECT.EVIDENCE))
          .where(SUSPECT.DECISION.isNull())
          .execute();
    }
  }

  /** Keeps what somebody decided about a pair, asked or not. */
  void decide(UUID one, UUID other, String decision, Caller who) {
    Instant now = now();
    dsl.insertInto(SUSPECT)
        .set(SUSPECT.ID, Ids.next())
        .set(SUSPECT.ONE_ID, first(one, other))
        .set(SUSPECT.OTHER_ID, second(one, other))
        .set(SUSPECT.PROBABILITY, decision.equals(MERGED) ? 1f : 0f)
        .set(SUSPECT.EVIDENCE, JSONB.valueOf("[]"))
        .set(SUSPECT.FOUND_BY, "hand")
        .set(SUSPECT.FOUND_AT, now)
        .set(SUSPECT.DECISION, decision)
        .set(SUSPECT.DECIDED_BY, who.memberId())
        .set(SUSPECT.DECIDED_BY_NAME, who.name())
        .set(SUSPECT.DECIDED_AT, now)
        .onConflict(SUSPECT.ONE_ID, SUSPECT.OTHER_ID)
        .doUpdate()
        .set(SUSPECT.DECISION, decision)
        .set(SUSPECT.DECIDED_BY, who.memberId())
        .set(SUSPECT.DECIDED_BY_NAME, who.name())
        .set(SUSPECT.DECIDED_AT, now)
        .execute();
  }

  /** Nobody has decided. */
  void ask(UUID id) {
    dsl.update(SUSPECT)
        .setNull(SUSPECT.DECISION)
        .setNull(SUSPECT.DECIDED_BY)
        .setNull(SUSPECT.DECIDED_BY_NAME)
        .setNull(SUSPECT.DECIDED_AT)
        .where(SUSPECT.ID.eq(id))
        .execute();
  }

  /** Whether somebody said of any two of these people that they are not one. */
  boolean areApart(Collection<UUID> ones, Collection<UUID> others) {
    UUID[] one = ones.toArray(UUID[]::new);
    UUID[] other = others.toArray(UUID[]::new);
    return dsl.fetchExists(
        SUSPECT,
        SUSPECT
            .DECISION
            .eq(APART)
            .and(
                SUSPECT
                    .ONE_ID
                    .eq(any(one))
                    .and(SUSPECT.OTHER_ID.eq(any(other)))
                    .or(SUSPECT.ONE_ID.eq(any(other)).and(SUSPECT.OTHER_ID.eq(any(one))))));
  }

  /** Open questions, the likeliest first. */
  Page<SuspectRow> open(@Nullable String cursor, int limit) {
    List<String> after = Cursor.values(cursor, 2);
    Condition open = isOpen();
    List<SuspectRow> rows =
        dsl.selectFrom(SUSPECT)
            .where(open)
            .and(after == null ? DSL.noCondition() : beyond(after))
            .orderBy(SUSPECT.PROBABILITY.desc(), SUSPECT.ID.desc())
            .limit(limit + 1)
            .fetch();
    boolean more = rows.size() > limit;
    List<SuspectRow> page = rows.subList(0, Math.min(limit, rows.size()));
    String next =
        more
            ? Cursor.of(
                List.of(
                    Float.toString(page.getLast().getProbability()),
                    page.getLast().getId().toString()))
            : null;
    return new Page<>(List.copyOf(page), next, dsl.fetchCount(SUSPECT, open), false);
  }

  /** Open questions whose answer is certain, in the order they were found, behind {@code after}. */
  List<SuspectRow> certain(@Nullable UUID after, int most) {
    return dsl.selectFrom(SUSPECT)
        .where(SUSPECT.CERTAIN.isTrue())
        .and(isOpen())
        .and(after == null ? DSL.noCondition() : SUSPECT.ID.gt(after))
        .orderBy(SUSPECT.ID)
        .limit(most)
        .fetch();
  }

  int countCertain() {
    return dsl.fetchCount(SUSPECT, SUSPECT.CERTAIN.isTrue().and(isOpen()));
  }

  Optional<SuspectRow> find(UUID id) {
    return dsl.selectFrom(SUSPECT).where(SUSPECT.ID.eq(id)).fetchOptional();
  }

  /** A question about somebody who was merged in between waits until that is taken back. */
  private static Condition isOpen() {
    Person one = PERSON.as("one");
    Person other = PERSON.as("other");
    return SUSPECT
        .DECISION
        .isNull()
        .and(
            DSL.notExists(
                DSL.selectOne()
                    .from(one)
                    .where(one.ID.eq(SUSPECT.ONE_ID).and(one.REDIRECT_TO.isNotNull()))))
        .and(
            DSL.notExists(
                DSL.selectOne()
                    .from(other)
                    .where(other.ID.eq(SUSPECT.OTHER_ID).and(other.REDIRECT_TO.isNotNull()))));
  }

  private static Condition beyond(List<String> after) {
    try {
      return DSL.row(SUSPECT.PROBABILITY, SUSPECT.ID)
          .lt(Float.parseFloat(after.getFirst()), UUID.fromString(after.get(1)));
    } catch (IllegalArgumentException e) {
      throw new Problem(PlatformProblem.STALE_CURSOR);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** In the order of the database, which compares ids by their bytes. */
  private static UUID first(UUID one, UUID other) {
    return isBefore(one, other) ? one : other;
  }

  private static UUID second(UUID one, UUID other) {
    return isBefore(one, other) ? other : one;
  }

  private static boolean isBefore(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high < 0
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) < 0;
  }
}
