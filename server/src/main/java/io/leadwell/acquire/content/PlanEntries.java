package io.leadwell.acquire.content;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.content.ItemCheck.Faults;
import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The content plan: what is to be made, by whom, until when, and what came of it. */
@Service
public class PlanEntries {

  private static final int TOPIC_LENGTH = 200;
  private static final int TEXT_LENGTH = 200;
  private static final int NOTE_LENGTH = 2_000;

  private final PlanStore store;
  private final ItemCheck check;
  private final ItemStore items;
  private final Channels channels;
  private final Database database;
  private final Audit audit;

  PlanEntries(
      PlanStore store,
      ItemCheck check,
      ItemStore items,
      Channels channels,
      Database database,
      Audit audit) {
    this.store = store;
    this.check = check;
    this.items = items;
    this.channels = channels;
    this.database = database;
    this.audit = audit;
  }

  /** The whole board, column by column. */
  public List<PlanEntry> all() {
    return store.all();
  }

  public PlanEntry find(UUID id) {
    return store.find(id).orElseThrow(() -> new Problem(ContentProblem.PLAN_ENTRY_NOT_FOUND));
  }

  /** A new card at the foot of its column. */
  @Transactional
  public PlanEntry add(PlanStatus status, PlanDraft wanted, Caller who) {
    PlanDraft draft = checked(wanted);
    UUID id = Ids.next();
    lock();
    store.insert(id, status, draft, who.memberId());
    return recorded(id, "contentPlan.add", Map.of(), who);
  }

  @Transactional
  public PlanEntry change(UUID id, PlanDraft wanted, Caller who) {
    lock();
    PlanEntry before = find(id);
    PlanDraft draft = checked(wanted);
    store.update(id, draft);
    return recorded(id, "contentPlan.change", Changes.between(before.said(), draft), who);
  }

  /**
   * Moves a card.
   *
   * @param before the card that it then stands on top of; null, or one that has gone from the
   *     column meanwhile, is the foot
   */
  @Transactional
  public PlanEntry move(UUID id, PlanStatus status, @Nullable UUID before, Caller who) {
    lock();
    PlanEntry entry = find(id);
    List<UUID> column = new ArrayList<>(store.column(status));
    column.remove(id);
    int at = before == null ? -1 : column.indexOf(before);
    column.add(at < 0 ? column.size() : at, id);
    store.place(status, column);
    if (entry.status() != status) {
      return recorded(
          id, "contentPlan.move", Map.of("from", entry.status().word(), "to", status.word()), who);
    }
    return find(id);
  }

  @Transactional
  public void delete(UUID id, Caller who) {
    lock();
    PlanEntry entry = find(id);
    store.delete(id);
    audit.record(
        who, "contentPlan.delete", "contentPlan", id.toString(), entry.said().topic(), Map.of());
  }

  /** Of two who move cards of one column at once, the second sees what the first left. */
  private void lock() {
    database.lock("content.plan");
  }

  private PlanDraft checked(PlanDraft wanted) {
    Faults faults = new Faults();
    String topic = Texts.line(wanted.topic());
    if (topic == null || topic.length() > TOPIC_LENGTH) {
      faults.add("topic", "content.topicLength", TOPIC_LENGTH);
    }
    count("expectedLeads", wanted.expectedLeads(), faults);
    count("expectedReads", wanted.expectedReads(), faults);
    if (wanted.channelId() != null && channels.find(wanted.channelId()).isEmpty()) {
      faults.add("channelId", "content.unknown");
    }
    if (wanted.itemId() != null && items.find(wanted.itemId()).isEmpty()) {
      faults.add("itemId", "content.unknown");
    }
    PlanDraft draft =
        new PlanDraft(
            topic == null ? "" : topic,
            wanted.kind(),
            faults.line("audience", wanted.audience(), TEXT_LENGTH),
            wanted.serves(),
            check.author(wanted.author(), faults),
            wanted.channelId(),
            wanted.dueOn(),
            wanted.expectedLeads(),
            wanted.expectedReads(),
            wanted.itemId(),
            faults.text("note", wanted.note(), NOTE_LENGTH));
    faults.refuse(ContentProblem.PLAN_ENTRY_INVALID);
    return draft;
  }

  private static void count(String field, @Nullable Integer count, Faults faults) {
    if (count != null && count < 0) {
      faults.add(field, "content.number");
    }
  }

  private PlanEntry recorded(UUID id, String action, Map<String, Object> detail, Caller who) {
    PlanEntry entry = find(id);
    audit.record(who, action, "contentPlan", id.toString(), entry.said().topic(), detail);
    return entry;
  }
}
