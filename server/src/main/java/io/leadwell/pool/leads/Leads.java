package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.LeadFilter.Order;
import io.leadwell.pool.leads.LeadStore.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lead pool: lists, one lead with its story, edits with undo, tags. */
@Service
public class Leads {

  /** Values in use, for filters. */
  public record Facets(List<String> provinces, List<String> industries) {}

  /** An edit and what takes it back. */
  public record Edited(LeadRow lead, UUID undo) {}

  /** A bulk tagging and what takes it back. */
  public record Tagged(int changed, UUID undo) {}

  /** Phone and mailbox in full. */
  public record ContactDetails(@Nullable String phone, @Nullable String email) {}

  /** A lead captured by hand: new, or known already. */
  public record Captured(LeadRow lead, boolean existing) {}

  private static final int EXPORT_CHUNK = 2_000;

  private final LeadStore store;
  private final LeadRows rows;
  private final ValuesInUse values;
  private final Editing editing;
  private final TagStore tags;
  private final IntakeTurns turns;
  private final Audit audit;

  Leads(
      LeadStore store,
      LeadRows rows,
      ValuesInUse values,
      Editing editing,
      TagStore tags,
      IntakeTurns turns,
      Audit audit) {
    this.store = store;
    this.rows = rows;
    this.values = values;
    this.editing = editing;
    this.tags = tags;
    this.turns = turns;
    this.audit = audit;
  }

  public Page<LeadRow> page(
      LeadFilter filter, Order order, @Nullable String cursor, int limit, Caller reader) {
    Page<Found> page = store.page(filter, reader.visible(), order, cursor, limit);
    return new Page<>(rows.of(page.items(), reader), page.next(), page.total(), page.totalCapped());
  }

  /** In the order of {@code ids}, at most a page of them; what may not be seen is left out. */
  public List<LeadRow> rows(List<UUID> ids, Caller reader) {
    return rows.of(store.rows(ids, reader.visible()), reader);
  }

  /**
   * The leads that these ids lead to, by the ids asked for: of a lead that was folded into another
   * of the same buying cycle, that one. What may not be seen or is gone has no entry.
   */
  public Map<UUID, LeadRow> byId(Collection<UUID> ids, Caller reader) {
    Map<UUID, UUID> current = store.current(ids);
    Map<UUID, LeadRow> rows = new HashMap<>();
    rows(current.values().stream().distinct().toList(), reader)
        .forEach(lead -> rows.put(lead.id(), lead));
    Map<UUID, LeadRow> byId = new HashMap<>();
    current.forEach((id, now) -> {
      LeadRow lead = rows.get(now);
      if (lead != null) {
        byId.put(id, lead);
      }
    });
    return byId;
  }

  /** One lead, or a refusal that does not tell whether it exists. */
  public LeadRow get(UUID id, Caller reader) {
    return rows.of(found(id, reader), reader);
  }

  /** All of the filter, newest first, streamed; needs the right to export. */
  @Transactional(readOnly = true)
  public void each(LeadFilter filter, Caller reader, Consumer<LeadRow> to) {
    List<Found> chunk = new ArrayList<>(EXPORT_CHUNK);
    store.each(
        filter,
        reader.visible(),
        lead -> {
          chunk.add(lead);
          if (chunk.size() == EXPORT_CHUNK) {
            rows.of(chunk, reader).forEach(to);
            chunk.clear();
          }
        });
    rows.of(chunk, reader).forEach(to);
  }

  /** Puts an export on record before it begins. */
  @Transactional
  public void exported(LeadFilter filter, Caller who) {
    audit.record(
        who,
        "leads.exported",
        "lead",
        null,
        null,
        Map.of("leads", store.count(filter, who.visible())));
  }

  public Facets facets(Caller reader) {
    return new Facets(
        values.of(LEAD.PROVINCE, reader.visible()), values.of(LEAD.INDUSTRY, reader.visible()));
  }

  public Captured capture(NewLead wanted, Caller who) {
    return turns.take(() -> captured(wanted, who));
  }

  private Captured captured(NewLead wanted, Caller who) {
    Editing.Captured captured = editing.capture(wanted, who);
    Found lead = store.find(captured.leadId(), Visible.everything()).orElseThrow();
    LeadRow row = rows.of(lead, who);
    audit.record(
        who,
        "lead.captured",
        "lead",
        row.id().toString(),
        row.calledBy(),
        Map.of("existing", captured.existing()));
    return new Captured(row, captured.existing());
  }

  @Transactional
  public Edited edit(UUID id, LeadEdit edit, Caller who) {
    Found before = found(id, who);
    if (before.erased()) {
      throw new Problem(LeadsProblem.LEAD_ERASED);
    }
    UUID record = editing.edit(before, edit, who);
    LeadRow after = get(id, who);
    audit.record(
        who,
        "lead.edited",
        "lead",
        id.toString(),
        after.calledBy(),
        Map.of("fields", edit.fields()));
    return new Edited(after, record);
  }

  /**
   * Takes back one edit or stage move, whatever happened since. A lead that nothing else tells of,
   * because its file was taken back before, goes with it.
   */
  @Transactional
  public Optional<LeadRow> undo(UUID id, UUID undo, Caller who) {
    Found before = found(id, who);
    boolean there = editing.undo(before, undo);
    audit.record(who, "lead.edit-undone", "lead", id.toString(), before.calledBy(), Map.of());
    return there ? Optional.of(get(id, who)) : Optional.empty();
  }

  @Transactional
  public Edited move(UUID id, Stage to, @Nullable String reason, Caller who) {
    Found before = found(id, who);
    UUID record = editing.move(before, to, reason, who);
    LeadRow after = get(id, who);
    audit.record(
        who,
        "lead.moved",
        "lead",
        id.toString(),
        after.calledBy(),
        Map.of("from", before.stage(), "to", to.word()));
    return new Edited(after, record);
  }

  /** The contact in full; asking is on record. */
  @Transactional
  public ContactDetails reveal(UUID id, Caller who) {
    Found lead = found(id, who);
    audit.record(who, "lead.contact-revealed", "lead", id.toString(), lead.calledBy(), Map.of());
    return new ContactDetails(Contact.phone(lead.phone(), true), lead.email());
  }

  @Transactional
  public Tagged tag(LeadFilter filter, List<String> add, Collection<UUID> remove, Caller who) {
    return tag(store.people(filter, who.visible()), add, remove, who);
  }

  @Transactional
  public Tagged tag(Collection<UUID> leads, List<String> add, Collection<UUID> remove, Caller who) {
    return tag(store.people(leads, who.visible()), add, remove, who);
  }

  private Tagged tag(
      Select<Record1<UUID>> people, List<String> add, Collection<UUID> remove, Caller who) {
    UUID action = Ids.next();
    int changed = 0;
    for (UUID tag : tags.named(add).values()) {
      changed += tags.add(people, tag, action, who.memberId());
    }
    for (UUID tag : remove) {
      changed += tags.remove(people, tag, action);
    }
    audit.record(
        who, "leads.tagged", "tag", null, String.join("、", add), Map.of("changed", changed));
    return new Tagged(changed, action);
  }

  @Transactional
  public int undoTagging(UUID action, Caller who) {
    int changed = tags.undo(action);
    if (changed == 0) {
      throw new Problem(LeadsProblem.NOTHING_TO_UNDO);
    }
    audit.record(who, "leads.tagging-undone", "tag", null, null, Map.of("changed", changed));
    return changed;
  }

  private Found found(UUID id, Caller reader) {
    return store
        .find(id, reader.visible())
        .orElseThrow(() -> new Problem(LeadsProblem.LEAD_NOT_FOUND));
  }
}
