package io.leadwell.acquire.links;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.consent.Contacting;
import io.leadwell.pool.leads.Audience;
import io.leadwell.pool.leads.Audience.Seen;
import io.leadwell.pool.leads.Contact;
import io.leadwell.pool.leads.LeadChoice;
import io.leadwell.pool.leads.LeadQuery;
import io.leadwell.pool.leads.PersonCard;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links for a group of people, one each, to be sent by a tool outside, and what came of them. Who
 * can't be reached by the way they are sent, or has left it, is left out and counted.
 */
@Service
public class Sendings {

  /** As many as a platform for SMS takes in one file. */
  static final int MOST_READERS = 100_000;

  private static final int LONGEST_NAME = 100;
  private static final int SHOWN = 200;

  private final Links links;
  private final SendingStore store;
  private final Bearers bearers;
  private final SigningKeys keys;
  private final LeadQuery query;
  private final Audience audience;
  private final Contacting contacting;
  private final Audit audit;
  private final Clock clock;

  Sendings(
      Links links,
      SendingStore store,
      Bearers bearers,
      SigningKeys keys,
      LeadQuery query,
      Audience audience,
      Contacting contacting,
      Audit audit,
      Clock clock) {
    this.links = links;
    this.store = store;
    this.bearers = bearers;
    this.keys = keys;
    this.query = query;
    this.audience = audience;
    this.contacting = contacting;
    this.audit = audit;
    this.clock = clock;
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<SendingLine> of(UUID linkId) {
    links.find(linkId);
    return store.ofLink(linkId, SHOWN).stream().map(store::line).toList();
  }

  /** Leads by their ids, or else all of a filter as the list of leads spells it. */
  public LeadChoice chosen(@Nullable List<UUID> ids, @Nullable Map<String, String> filter) {
    if (ids != null) {
      return LeadChoice.of(ids);
    }
    if (filter != null) {
      return LeadChoice.of(query.filter(filter));
    }
    throw new Problem(LinksProblem.SENDING_WITHOUT_READERS);
  }

  /** Gives everybody behind the leads a link of their own, as far as they may be sent one. */
  @Transactional
  public SendingLine make(UUID linkId, String name, SendingWay way, LeadChoice choice, Caller who) {
    Link link = links.find(linkId);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!link.leads(now)) {
      throw new Problem(LinksProblem.SENDING_LINK_ENDED);
    }
    // here and before each file: where a file is written, no key can be made
    keys.signing();
    UUID id = Ids.next();
    String message = "sending:" + id;
    store.add(id, linkId, message, Sending.Kind.LIST, checked(name), way, who, now);
    Selecting selecting = new Selecting(way, contacting);
    int[] chosen = {0};
    audience.each(
        choice,
        who,
        people -> {
          chosen[0] += people.size();
          if (chosen[0] > MOST_READERS) {
            throw new Problem(LinksProblem.TOO_MANY_READERS, MOST_READERS);
          }
          Map<UUID, LeftOut> out = selecting.leftOut(people);
          store.leaveOut(id, out);
          bearers.enrol(
              linkId,
              message,
              people.stream()
                  .map(PersonCard::personId)
                  .filter(person -> !out.containsKey(person))
                  .toList(),
              now);
        });
    if (chosen[0] == 0) {
      throw new Problem(LinksProblem.SENDING_WITHOUT_READERS);
    }
    SendingLine line = store.line(found(linkId, id));
    audit.record(
        who,
        "sending.add",
        "sending",
        id.toString(),
        line.sending().name(),
        Map.of("link", link.name(), "readers", line.readers(), "leftOut", line.leftOut()));
    return line;
  }

  /** Who they are and what they did; names of those only whom the colleague may see. */
  @Transactional(readOnly = true)
  public Page<ReaderRow> readers(
      UUID linkId, UUID id, Readers which, @Nullable String cursor, int limit, Caller reader) {
    Sending sending = found(linkId, id);
    int total = store.count(sending, which);
    if (which == Readers.LEFT_OUT) {
      List<SendingStore.Omitted> page = store.omitted(sending, cursor, limit + 1);
      List<SendingStore.Omitted> shown = page.subList(0, Math.min(limit, page.size()));
      Map<UUID, Seen> seen =
          audience.seen(shown.stream().map(SendingStore.Omitted::personId).toList(), reader);
      return new Page<>(
          shown.stream()
              .map(one ->
                  row(
                      one.personId().toString(),
                      seen.get(one.personId()),
                      null,
                      one.reason(),
                      reader))
              .toList(),
          page.size() > limit ? SendingStore.cursor(shown.getLast()) : null,
          total,
          false);
    }
    List<SendingStore.Reader> page = store.page(sending, which, cursor, limit + 1);
    List<SendingStore.Reader> shown = page.subList(0, Math.min(limit, page.size()));
    Map<UUID, Seen> seen =
        audience.seen(shown.stream().map(SendingStore.Reader::personId).toList(), reader);
    return new Page<>(
        shown.stream()
            .map(one -> row(Long.toString(one.id()), seen.get(one.personId()), one, null, reader))
            .toList(),
        page.size() > limit ? SendingStore.cursor(shown.getLast()) : null,
        total,
        false);
  }

  /** Puts on record that the file is fetched, before it begins. */
  @Transactional
  public Sending exported(UUID linkId, UUID id, Readers which, Caller who) {
    Sending sending = found(linkId, id);
    keys.signing();
    audit.record(
        who,
        "sending.exported",
        "sending",
        id.toString(),
        sending.name(),
        Map.of(
            "which",
            which.name().toLowerCase(Locale.ROOT),
            "readers",
            store.count(sending, which)));
    return sending;
  }

  /**
   * Everybody with the address that is theirs alone, streamed; fetched again they are as good. Left
   * out is whom the colleague may not see, and who does not agree any more.
   *
   * @param address of the link itself
   */
  @Transactional(readOnly = true)
  public void each(
      Sending sending, Readers which, String address, Caller reader, Consumer<AddressRow> to) {
    SigningKeys.Signing key = keys.signing();
    List<SendingStore.Reader> chunk = new ArrayList<>(Audience.CHUNK);
    Consumer<List<SendingStore.Reader>> write =
        readers -> {
          Map<UUID, Seen> seen =
              audience.seen(readers.stream().map(SendingStore.Reader::personId).toList(), reader);
          Set<UUID> refused =
              Selecting.refused(
                      sending.way(), seen.values().stream().map(Seen::card).toList(), contacting)
                  .keySet();
          for (SendingStore.Reader one : readers) {
            Seen known = seen.get(one.personId());
            if (known != null && !refused.contains(known.card().personId())) {
              String token = BearerToken.of(key.number(), key.secret(), sending.linkId(), one.id());
              to.accept(row(known.card(), address + "/" + token, reader));
            }
          }
        };
    store.each(
        sending,
        which,
        Audience.CHUNK,
        one -> {
          chunk.add(one);
          if (chunk.size() == Audience.CHUNK) {
            write.accept(chunk);
            chunk.clear();
          }
        });
    if (!chunk.isEmpty()) {
      write.accept(chunk);
    }
  }

  /** A name that is not typed by anybody, cut to what is kept. */
  static String named(String name) {
    String clean = name.strip().replaceAll("\\s+", " ");
    return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME).strip() : clean;
  }

  private static String checked(String typed) {
    String name = typed.strip().replaceAll("\\s+", " ");
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw Problem.field(
          LinksProblem.SENDING_NAME_INVALID, "name", "problem.SENDING_NAME_INVALID", LONGEST_NAME);
    }
    return name;
  }

  private Sending found(UUID linkId, UUID id) {
    return store.find(linkId, id).orElseThrow(() -> new Problem(LinksProblem.SENDING_NOT_FOUND));
  }

  private static AddressRow row(PersonCard card, String address, Caller reader) {
    boolean whole = reader.may(Permission.CONTACT_REVEAL);
    return new AddressRow(
        card.name(),
        card.company(),
        Contact.phone(card.phone(), whole),
        Contact.email(card.email(), whole),
        address);
  }

  private static ReaderRow row(
      String id,
      @Nullable Seen seen,
      SendingStore.@Nullable Reader did,
      @Nullable LeftOut leftOut,
      Caller reader) {
    boolean whole = reader.may(Permission.CONTACT_REVEAL);
    PersonCard card = seen == null ? null : seen.card();
    return new ReaderRow(
        id,
        card == null,
        seen == null ? null : seen.leadId(),
        card == null ? null : card.name(),
        card == null ? null : card.title(),
        card == null ? null : card.company(),
        card == null ? null : Contact.phone(card.phone(), whole),
        card == null ? null : Contact.email(card.email(), whole),
        did == null ? null : did.openedAt(),
        did == null ? 0 : did.opens(),
        did == null ? 0 : did.strangers(),
        leftOut == null ? null : leftOut.word());
  }
}
