package io.leadwell.acquire.links;

import static io.leadwell.tables.links.Tables.BEARER;
import static io.leadwell.tables.links.Tables.SENDING;

import io.leadwell.pool.leads.Audience;
import io.leadwell.pool.leads.People;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People and the messages that brought them a link.
 *
 * <p>A link may be passed on. The first browser that opens it is taken for its reader's, unless it
 * is known to be somebody else's; every other browser is a stranger: it gets to the page and is
 * counted, but what it does is nobody's until its own user leaves a name. So no two people ever
 * become one by a link, and the worst that passing on can do is that a reader who never opened the
 * message seems to have.
 */
@Component
class Bearers {

  /** Long enough to read a message late; afterwards the link leads on, but names nobody. */
  static final Duration KNOWN_FOR = Duration.ofDays(60);

  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * One person in one message.
   *
   * @param sending what the message is called among people
   */
  record Bearer(long id, UUID personId, String message, @Nullable String sending) {}

  private final DSLContext dsl;
  private final SigningKeys keys;
  private final People people;

  Bearers(DSLContext dsl, SigningKeys keys, People people) {
    this.dsl = dsl;
    this.keys = keys;
    this.people = people;
  }

  /** A token for each person; the same person in the same message has one, however often asked. */
  @Transactional
  public Map<UUID, String> tokens(UUID linkId, String message, Set<UUID> readers, Instant now) {
    List<UUID> all = readers.stream().sorted().toList();
    for (int from = 0; from < all.size(); from += Audience.CHUNK) {
      enrol(linkId, message, all.subList(from, Math.min(all.size(), from + Audience.CHUNK)), now);
    }
    SigningKeys.Signing key = keys.signing();
    Map<UUID, String> tokens = new LinkedHashMap<>();
    dsl.select(BEARER.PERSON_ID, BEARER.ID)
        .from(BEARER)
        .where(BEARER.LINK_ID.eq(linkId))
        .and(BEARER.MESSAGE.eq(message))
        .and(BEARER.PERSON_ID.eq(DSL.any(all.toArray(UUID[]::new))))
        .forEach(r ->
            tokens.put(r.value1(), BearerToken.of(key.number(), key.secret(), linkId, r.value2())));
    return tokens;
  }

  /** Makes a row for each person who has none yet in this message. */
  void enrol(UUID linkId, String message, List<UUID> readers, Instant now) {
    Instant until = now.plus(KNOWN_FOR);
    dsl.insertInto(
            BEARER,
            BEARER.ID,
            BEARER.LINK_ID,
            BEARER.PERSON_ID,
            BEARER.MESSAGE,
            BEARER.CREATED_AT,
            BEARER.EXPIRES_AT)
        .valuesOfRows(
            readers.stream()
                .map(reader -> DSL.row(RANDOM.nextLong(), linkId, reader, message, now, until))
                .toList())
        .onConflict(BEARER.MESSAGE, BEARER.PERSON_ID, BEARER.LINK_ID)
        .doNothing()
        .execute();
  }

  /** Whom a token names; empty when it isn't ours, is another link's, or has run out. */
  Optional<Bearer> of(String token, UUID linkId, Instant now) {
    return BearerToken.read(token, linkId, keys::of)
        .flatMap(id ->
            dsl.select(BEARER.ID, BEARER.PERSON_ID, BEARER.MESSAGE, SENDING.NAME)
                .from(BEARER)
                .leftJoin(SENDING)
                .on(SENDING.LINK_ID.eq(BEARER.LINK_ID))
                .and(SENDING.MESSAGE.eq(BEARER.MESSAGE))
                .where(BEARER.ID.eq(id))
                .and(BEARER.LINK_ID.eq(linkId))
                .and(BEARER.EXPIRES_AT.gt(now))
                .fetchOptional(r -> new Bearer(r.value1(), r.value2(), r.value3(), r.value4())));
  }

  /**
   * Takes the browser for the reader's, if it may be; true when it is. Two browsers at once: one.
   */
  @Transactional
  public boolean take(Bearer bearer, Passer passer) {
    UUID bound =
        dsl.select(BEARER.VISITOR_ID)
            .from(BEARER)
            .where(BEARER.ID.eq(bearer.id()))
            .forUpdate()
            .fetchSingle()
            .value1();
    boolean theirs =
        bound == null
            ? passer.person() && !isSomebodyElses(bearer, passer.visitor())
            : bound.equals(passer.visitor());
    if (theirs && bound == null) {
      dsl.update(BEARER)
          .set(BEARER.VISITOR_ID, passer.visitor())
          .set(BEARER.OPENED_AT, passer.at())
          .where(BEARER.ID.eq(bearer.id()))
          .execute();
    }
    dsl.update(BEARER)
        .set(BEARER.OPENS, BEARER.OPENS.plus(theirs ? 1 : 0))
        .set(BEARER.STRANGERS, BEARER.STRANGERS.plus(theirs ? 0 : 1))
        .where(BEARER.ID.eq(bearer.id()))
        .execute();
    return theirs;
  }

  MessageLinks.Opened opened(UUID linkId, String message) {
    return dsl.select(
            DSL.count(),
            DSL.count(BEARER.OPENED_AT),
            DSL.coalesce(DSL.sum(BEARER.STRANGERS), DSL.inline(0)).cast(Long.class))
        .from(BEARER)
        .where(BEARER.LINK_ID.eq(linkId))
        .and(BEARER.MESSAGE.eq(message))
        .fetchSingle(r -> new MessageLinks.Opened(r.value1(), r.value2(), r.value3()));
  }

  /** It has given a name of its own, or another reader's link was opened in it before. */
  private boolean isSomebodyElses(Bearer bearer, UUID visitor) {
    Set<UUID> users = new HashSet<>(people.ofVisitors(List.of(visitor.toString())).values());
    users.addAll(
        dsl.selectDistinct(BEARER.PERSON_ID)
            .from(BEARER)
            .where(BEARER.VISITOR_ID.eq(visitor))
            .fetch(BEARER.PERSON_ID));
    if (users.isEmpty()) {
      return false;
    }
    users.add(bearer.personId());
    return new HashSet<>(people.current(users).values()).size() > 1;
  }
}
