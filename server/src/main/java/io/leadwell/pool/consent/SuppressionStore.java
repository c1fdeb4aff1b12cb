package io.leadwell.pool.consent;

import static io.leadwell.tables.consent.Tables.SUPPRESSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.tables.consent.tables.records.SuppressionRow;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of addresses that nobody may contact: plain, or hashed where the person was erased. */
@Repository
class SuppressionStore {

  private final DSLContext dsl;
  private final HashKey key;

  SuppressionStore(DSLContext dsl, HashKey key) {
    this.dsl = dsl;
    this.key = key;
  }

  /** Those of the addresses that are on the list, with the reason. */
  Map<String, SuppressionReason> among(Means means, Collection<String> addresses) {
    Map<String, SuppressionReason> held = new HashMap<>();
    if (addresses.isEmpty()) {
      return held;
    }
    Map<ByteBuffer, String> hashed = new HashMap<>();
    for (String address : addresses) {
      byte[] hash = key.hashIfAny(address);
      if (hash != null) {
        hashed.put(ByteBuffer.wrap(hash), address);
      }
    }
    dsl.select(SUPPRESSION.VALUE, SUPPRESSION.HASH, SUPPRESSION.REASON)
        .from(SUPPRESSION)
        .where(SUPPRESSION.MEANS.eq(means.word()))
        .and(
            SUPPRESSION
                .VALUE
                .eq(any(addresses.toArray(String[]::new)))
                .or(
                    hashed.isEmpty()
                        ? falseCondition()
                        : SUPPRESSION.HASH.eq(
                            any(
                                hashed.keySet().stream()
                                    .map(ByteBuffer::array)
                                    .toArray(byte[][]::new)))))
        .forEach(found -> {
          String address =
              found.value1() == null ? hashed.get(ByteBuffer.wrap(found.value2())) : found.value1();
          if (address != null) {
            held.merge(
                address,
                SuppressionReason.of(found.value3()),
                (one, other) -> SuppressionReason.OF_EVERYTHING.contains(other) ? other : one);
          }
        });
    return held;
  }

  /** How many were not there before. */
  int add(Means means, Collection<String> addresses, SuppressionRow like) {
    List<SuppressionRow> rows = new ArrayList<>();
    for (String address : addresses) {
      SuppressionRow row = new SuppressionRow();
      row.setId(Ids.next());
      row.setMeans(means.word());
      row.setValue(address);
      row.setReason(like.getReason());
      row.setNote(like.getNote());
      row.setProofId(like.getProofId());
      row.setByName(like.getByName());
      row.setSince(like.getSince());
      rows.add(row);
    }
    return rows.isEmpty()
        ? 0
        : dsl.insertInto(SUPPRESSION).set(rows).onConflictDoNothing().execute();
  }

  /** Newest first. */
  List<SuppressionRow> page(Condition wanted, @Nullable String cursor, int limit) {
    List<String> after = Cursor.values(cursor, 2);
    return dsl.selectFrom(SUPPRESSION)
        .where(wanted)
        .and(after == null ? noCondition() : beyond(after))
        .orderBy(SUPPRESSION.SINCE.desc(), SUPPRESSION.ID.desc())
        .limit(limit)
        .fetch();
  }

  int count(Condition wanted) {
    return dsl.fetchCount(SUPPRESSION, wanted);
  }

  static String cursor(SuppressionRow last) {
    return Cursor.of(List.of(last.getSince().toString(), last.getId().toString()));
  }

  private static Condition beyond(List<String> after) {
    try {
      return row(SUPPRESSION.SINCE, SUPPRESSION.ID)
          .lt(Instant.parse(after.getFirst()), UUID.fromString(after.get(1)));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new Problem(PlatformProblem.STALE_CURSOR);
    }
  }

  /** Of an address, plain or hashed. */
  Condition is(String address) {
    byte[] hash = key.hashIfAny(address);
    Condition plain = SUPPRESSION.VALUE.eq(address);
    return hash == null ? plain : plain.or(SUPPRESSION.HASH.eq(hash));
  }

  Optional<SuppressionRow> remove(UUID id) {
    return dsl.deleteFrom(SUPPRESSION).where(SUPPRESSION.ID.eq(id)).returning().fetchOptional();
  }

  /** The address stays on the list, and nobody can read it any more; how many were turned. */
  int hash(String address) {
    List<SuppressionRow> plain =
        dsl.selectFrom(SUPPRESSION).where(SUPPRESSION.VALUE.eq(address)).fetch();
    for (SuppressionRow row : plain) {
      dsl.deleteFrom(SUPPRESSION).where(SUPPRESSION.ID.eq(row.getId())).execute();
      addHashed(Means.of(row.getMeans()), address, row);
    }
    return plain.size();
  }

  void addHashed(Means means, String address, SuppressionRow like) {
    dsl.insertInto(SUPPRESSION)
        .set(SUPPRESSION.ID, Ids.next())
        .set(SUPPRESSION.MEANS, means.word())
        .set(SUPPRESSION.HASH, key.hash(address))
        .set(SUPPRESSION.REASON, like.getReason())
        .set(SUPPRESSION.PROOF_ID, like.getProofId())
        .set(SUPPRESSION.BY_NAME, like.getByName())
        .set(SUPPRESSION.SINCE, like.getSince())
        .onConflictDoNothing()
        .execute();
  }

  /** Whether somebody with this address was erased. */
  boolean erased(Collection<String> addresses) {
    byte[][] hashes =
        addresses.stream().map(key::hashIfAny).filter(Objects::nonNull).toArray(byte[][]::new);
    return hashes.length > 0 && dsl.fetchExists(SUPPRESSION, SUPPRESSION.HASH.eq(any(hashes)));
  }
}
