package io.leadwell.pool.leads;

import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Visible;
import io.leadwell.tables.leads.tables.records.SuspectRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pairs that may be one person and that nothing decides but a human. For those who see the whole
 * pool: a pair tells of two people.
 */
@Service
public class Duplicates {

  /** One of the two, as known now. */
  public record Side(
      UUID personId,
      @Nullable String name,
      @Nullable String title,
      @Nullable String company,
      List<LeadProfile.Identifier> identifiers,
      List<LeadRow> leads,
      Instant since) {}

  /**
   * A pair in question.
   *
   * @param probability that the two are one
   * @param certain whether it is so likely that they would have been merged, had one just come in
   * @param evidence what speaks for and against it, the weightiest first
   * @param foundBy {@code arrival} or {@code search}
   */
  public record Pair(
      UUID id,
      double probability,
      boolean certain,
      List<Evidence> evidence,
      String foundBy,
      Instant foundAt,
      Side one,
      Side other) {}

  private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

  private final SuspectStore store;
  private final LikenessStore likeness;
  private final MergeStore merges;
  private final Merging merging;
  private final People people;
  private final ProfileStore profiles;
  private final LeadStore leads;
  private final LeadRows rows;
  private final Audit audit;
  private final JsonMapper json;

  Duplicates(
      SuspectStore store,
      LikenessStore likeness,
      MergeStore merges,
      Merging merging,
      People people,
      ProfileStore profiles,
      LeadStore leads,
      LeadRows rows,
      Audit audit,
      JsonMapper json) {
    this.store = store;
    this.likeness = likeness;
    this.merges = merges;
    this.merging = merging;
    this.people = people;
    this.profiles = profiles;
    this.leads = leads;
    this.rows = rows;
    this.audit = audit;
    this.json = json;
  }

  /** The pairs in question, the likeliest first. */
  @Transactional(readOnly = true)
  public Page<Pair> page(@Nullable String cursor, int limit, Caller reader) {
    if (!seesAll(reader)) {
      return new Page<>(List.of(), null, 0, false);
    }
    Page<SuspectRow> page = store.open(cursor, limit);
    List<UUID> ids =
        page.items().stream()
            .flatMap(pair -> Stream.of(pair.getOneId(), pair.getOtherId()))
            .distinct()
            .toList();
    Map<UUID, PersonCard> cards = people.cards(ids);
    Map<UUID, MergeStore.Human> humans = merges.humans(ids);
    return page.map(pair ->
        new Pair(
            pair.getId(),
            pair.getProbability(),
            pair.getCertain(),
            evidence(pair, reader),
            pair.getFoundBy(),
            pair.getFoundAt(),
            side(pair.getOneId(), cards, humans, reader),
            side(pair.getOtherId(), cards, humans, reader)));
  }

  /**
   * Decides about a pair.
   *
   * @return the merge, where the two are one
   */
  @Transactional
  public @Nullable UUID decide(UUID id, boolean same, Caller who) {
    SuspectRow pair = find(id, who);
    if (pair.getDecision() != null) {
      throw new Problem(LeadsProblem.SUSPECT_DECIDED);
    }
    UUID one = pair.getOneId();
    UUID other = pair.getOtherId();
    UUID merge = null;
    if (same) {
      List<Evidence> evidence = json.readValue(pair.getEvidence().data(), EVIDENCE);
      double probability = pair.getProbability();
      merge = merging.merge(one, other, new Merging.Decision(true, evidence, probability, who));
    }
    store.decide(one, other, merge == null ? SuspectStore.APART : SuspectStore.MERGED, who);
    audit.record(
        who,
        merge == null ? "people.apart" : "people.merged",
        merge == null ? "duplicate" : "merge",
        (merge == null ? id : merge).toString(),
        name(one),
        Map.of("with", String.valueOf(name(other))));
    return merge;
  }

  /** The question is open again: that the two are not one was said by mistake. */
  @Transactional
  public void ask(UUID id, Caller who) {
    SuspectRow pair = find(id, who);
    if (!SuspectStore.APART.equals(pair.getDecision())) {
      throw new Problem(LeadsProblem.NOTHING_TO_UNDO);
    }
    store.ask(id);
    audit.record(
        who, "people.asked-again", "duplicate", id.toString(), name(pair.getOneId()), Map.of());
  }

  /** How many people a search of the whole pool has still to look at; 0 when none runs. */
  @Transactional(readOnly = true)
  public int searching(Caller reader) {
    return seesAll(reader) ? likeness.searching() : 0;
  }

  /** Holds everybody against everybody, in the background; pairs in doubt join the queue. */
  @Transactional
  public int search(Caller who) {
    if (!seesAll(who)) {
      throw new Problem(LeadsProblem.SUSPECT_NOT_FOUND);
    }
    int people = likeness.everybody();
    audit.record(who, "people.searched", "duplicate", null, null, Map.of("people", people));
    return people;
  }

  /** Whoever was not looked at yet is left out; what was found stays. */
  @Transactional
  public void stop(Caller who) {
    if (seesAll(who)) {
      likeness.forgetSearch();
    }
  }

  private SuspectRow find(UUID id, Caller who) {
    return store
        .find(id)
        .filter(_ -> seesAll(who))
        .orElseThrow(() -> new Problem(LeadsProblem.SUSPECT_NOT_FOUND));
  }

  private static boolean seesAll(Caller reader) {
    return reader.visible() instanceof Visible.Everything;
  }

  private @Nullable String name(UUID person) {
    MergeStore.Human human = merges.humans(List.of(person)).get(person);
    return human == null ? null : human.name();
  }

  private Side side(
      UUID person, Map<UUID, PersonCard> cards, Map<UUID, MergeStore.Human> humans, Caller reader) {
    PersonCard card = Objects.requireNonNull(cards.get(person));
    return new Side(
        person,
        card.name(),
        card.title(),
        card.company(),
        profiles.identifiers(person).stream().map(i -> Profiles.masked(i, reader)).toList(),
        rows.of(leads.ofPerson(person, reader.visible()), reader),
        Objects.requireNonNull(humans.get(person)).createdAt());
  }

  private List<Evidence> evidence(SuspectRow pair, Caller reader) {
    boolean whole = reader.may(Permission.CONTACT_REVEAL);
    return json.readValue(pair.getEvidence().data(), EVIDENCE).stream()
        .map(e ->
            new Evidence(
                e.field(),
                e.level(),
                shown(e.field(), e.one(), whole),
                shown(e.field(), e.other(), whole),
                e.weight()))
        .toList();
  }

  private static @Nullable String shown(String field, @Nullable String value, boolean whole) {
    return switch (field) {
      case "phone" -> Contact.phone(value, whole);
      case "email" -> Contact.email(value, whole);
      default -> value;
    };
  }
}
