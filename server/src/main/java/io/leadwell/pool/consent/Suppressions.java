package io.leadwell.pool.consent;

import static io.leadwell.tables.consent.Tables.SUPPRESSION;
import static org.jooq.impl.DSL.noCondition;

import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.privacy.Subject;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.leads.Contact;
import io.leadwell.tables.consent.tables.records.SuppressionRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one list of addresses that nobody may contact. It is of addresses, not of people: it outlives
 * merges, splits and erasures, and a file that brings the address again changes nothing.
 */
@Service
public class Suppressions {

  /**
   * What became of a list of addresses.
   *
   * @param unread lines in which there is no address, the first of them
   */
  public record Added(int added, int known, List<String> unread, int unreadable) {}

  private static final Pattern PARTS = Pattern.compile("[\\r\\n,;\\t，；]+");
  private static final int MOST = 100_000;
  private static final int LONGEST = 8_000_000;
  private static final int SHOWN = 20;
  private static final int LONGEST_NOTE = 500;

  private final SuppressionStore store;
  private final Audit audit;
  private final Clock clock;

  Suppressions(SuppressionStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** Newest first; a whole address is found also where only its hash is left. */
  @Transactional(readOnly = true)
  public Page<Suppression> page(
      @Nullable String q,
      @Nullable Means means,
      @Nullable SuppressionReason reason,
      @Nullable String cursor,
      int limit,
      Caller reader) {
    Condition wanted = q == null || q.isBlank() ? noCondition() : sought(q.strip(), reader);
    if (means != null) {
      wanted = wanted.and(SUPPRESSION.MEANS.eq(means.word()));
    }
    if (reason != null) {
      wanted = wanted.and(SUPPRESSION.REASON.eq(reason.word()));
    }
    List<SuppressionRow> found = store.page(wanted, cursor, limit + 1);
    boolean more = found.size() > limit;
    List<SuppressionRow> shown = more ? found.subList(0, limit) : found;
    return new Page<>(
        shown.stream().map(row -> view(row, reader)).toList(),
        more ? SuppressionStore.cursor(shown.getLast()) : null,
        store.count(wanted),
        false);
  }

  private Condition sought(String q, Caller reader) {
    Optional<String> address = Means.EMAIL.address(q).or(() -> Means.PHONE.address(q));
    if (address.isPresent()) {
      return store.is(address.get());
    }
    Condition whole = store.is(q);
    return reader.may(Permission.CONTACT_REVEAL)
        ? whole.or(SUPPRESSION.VALUE.containsIgnoreCase(q))
        : whole;
  }

  /**
   * Puts addresses on the list, typed, pasted or out of a file: anything that is parted by lines,
   * commas or semicolons.
   *
   * @param means by which they may not be contacted; empty for all that the address is good for
   */
  @Transactional
  public Added add(
      String text, Set<Means> means, SuppressionReason reason, @Nullable String note, Caller who) {
    if (!SuppressionReason.BY_HAND.contains(reason)) {
      throw flaw("reason", "consent.flaw.reason");
    }
    String said = note == null ? "" : note.strip();
    if (said.length() > LONGEST_NOTE) {
      throw flaw("note", "consent.flaw.text", LONGEST_NOTE);
    }
    if (text.length() > LONGEST) {
      throw flaw("text", "consent.flaw.many", MOST);
    }
    Set<String> mailboxes = new LinkedHashSet<>();
    Set<String> phones = new LinkedHashSet<>();
    Set<String> ids = new LinkedHashSet<>();
    List<String> unread = new ArrayList<>();
    boolean wecom = means.equals(Set.of(Means.WECOM));
    for (String part : PARTS.split(text)) {
      String typed = part.strip().replaceAll("^[\"']|[\"']$", "");
      if (typed.isEmpty()) {
        continue;
      }
      Optional<String> mailbox = Means.EMAIL.address(typed);
      Optional<String> phone = Means.PHONE.address(typed);
      if (wecom) {
        Means.WECOM.address(typed).ifPresent(ids::add);
      } else if (mailbox.isPresent()) {
        mailboxes.add(mailbox.get());
      } else if (phone.isPresent()) {
        phones.add(phone.get());
      } else {
        unread.add(typed);
      }
    }
    if (mailboxes.size() + phones.size() + ids.size() == 0) {
      throw flaw("text", "consent.flaw.address");
    }
    if (mailboxes.size() + phones.size() > MOST) {
      throw flaw("text", "consent.flaw.many", MOST);
    }
    SuppressionRow like = like(reason, who.name());
    like.setNote(said.isEmpty() ? null : said);
    int asked = 0;
    int added = 0;
    for (Means one : means.isEmpty() ? Set.of(Means.EMAIL, Means.SMS, Means.PHONE) : means) {
      Set<String> theirs =
          switch (one) {
            case EMAIL -> mailboxes;
            case SMS, PHONE -> phones;
            case WECOM -> ids;
          };
      asked += theirs.size();
      added += fresh(one, theirs, like);
    }
    audit.record(
        who,
        "suppression.added",
        "suppression",
        null,
        null,
        Map.of("added", added, "reason", reason.word()));
    return new Added(added, asked - added, unread.stream().limit(SHOWN).toList(), unread.size());
  }

  /** Somebody of ours says that they may be contacted again, and why. */
  @Transactional
  public void remove(UUID id, @Nullable String why, Caller who) {
    String said = why == null ? "" : why.strip();
    if (said.isEmpty() || said.length() > LONGEST_NOTE) {
      throw flaw("reason", "consent.flaw.note", LONGEST_NOTE);
    }
    SuppressionRow gone =
        store.remove(id).orElseThrow(() -> new Problem(ConsentProblem.SUPPRESSION_NOT_FOUND));
    audit.record(
        who,
        "suppression.removed",
        "suppression",
        id.toString(),
        masked(Means.of(gone.getMeans()), gone.getValue()),
        Map.of("means", gone.getMeans(), "was", gone.getReason(), "why", said));
  }

  /** A reader has left by a message. */
  @Transactional(propagation = Propagation.MANDATORY)
  void left(Means means, String address, UUID message, Instant at) {
    SuppressionRow like = like(SuppressionReason.UNSUBSCRIBED, null);
    like.setProofId(message);
    like.setSince(at);
    fresh(means, Set.of(address), like);
  }

  /** Of what stands on the list under a hash no row in plain is made. */
  private int fresh(Means means, Collection<String> addresses, SuppressionRow like) {
    Set<String> there = store.among(means, addresses).keySet();
    return store.add(
        means, addresses.stream().filter(address -> !there.contains(address)).toList(), like);
  }

  /** Addresses of somebody that are on the list. */
  List<ConsentState.Blocked> of(Subject person, Caller reader) {
    List<ConsentState.Blocked> blocked = new ArrayList<>();
    for (Means means : Means.values()) {
      Set<String> theirs =
          switch (means) {
            case EMAIL -> person.emails();
            case SMS, PHONE -> person.phones();
            case WECOM -> person.identities();
          };
      theirs.forEach(address ->
          store
              .page(store.is(address).and(SUPPRESSION.MEANS.eq(means.word())), null, 1)
              .forEach(row ->
                  blocked.add(
                      new ConsentState.Blocked(
                          means,
                          Objects.requireNonNull(shown(means, address, reader)),
                          row.getReason(),
                          row.getSince()))));
    }
    return blocked;
  }

  /**
   * Somebody was erased: their addresses stay on the list as hashes, and those that were not on it
   * come on it, so that a file that names them again does not have them written to.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  int erase(Subject person, Caller who) {
    SuppressionRow like = like(SuppressionReason.ERASED, who.name());
    int turned = 0;
    for (String mailbox : person.emails()) {
      turned += store.hash(mailbox);
      store.addHashed(Means.EMAIL, mailbox, like);
    }
    for (String phone : person.phones()) {
      turned += store.hash(phone);
      store.addHashed(Means.SMS, phone, like);
      store.addHashed(Means.PHONE, phone, like);
    }
    for (String id : person.identities()) {
      turned += store.hash(id);
      store.addHashed(Means.WECOM, id, like);
    }
    return turned;
  }

  /** Whether one of these ids of another system is somebody's who was erased here. */
  @Transactional(readOnly = true)
  public boolean erased(Collection<String> ids) {
    return store.erased(ids);
  }

  private SuppressionRow like(SuppressionReason reason, @Nullable String by) {
    SuppressionRow like = new SuppressionRow();
    like.setReason(reason.word());
    like.setByName(by);
    like.setSince(clock.instant().truncatedTo(ChronoUnit.MICROS));
    return like;
  }

  private static Suppression view(SuppressionRow row, Caller reader) {
    Means means = Means.of(row.getMeans());
    return new Suppression(
        row.getId(),
        means,
        shown(means, row.getValue(), reader),
        SuppressionReason.of(row.getReason()),
        row.getNote(),
        row.getByName(),
        row.getSince());
  }

  private static @Nullable String shown(Means means, @Nullable String address, Caller reader) {
    boolean whole = reader.may(Permission.CONTACT_REVEAL);
    return switch (means) {
      case EMAIL -> Contact.email(address, whole);
      case SMS, PHONE -> Contact.phone(address, whole);
      case WECOM -> address;
    };
  }

  private static @Nullable String masked(Means means, @Nullable String address) {
    return means == Means.EMAIL ? Contact.email(address, false) : Contact.phone(address, false);
  }

  private static Problem flaw(String field, String text, Object... arguments) {
    return Problem.field(ConsentProblem.SUPPRESSION_INVALID, field, text, arguments);
  }
}
