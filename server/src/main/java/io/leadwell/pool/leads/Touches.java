package io.leadwell.pool.leads;

import io.leadwell.base.platform.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What known people did, told by whoever watched them: visits, reads, clicks, scans. */
@Service
public class Touches {

  private final TouchStore store;
  private final People people;
  private final Database database;

  Touches(TouchStore store, People people, Database database) {
    this.store = store;
    this.people = people;
    this.database = database;
  }

  /**
   * Adds touches to the story of their people and of the leads these have open; one told before is
   * changed. Nothing is opened: behaviour alone makes no lead.
   */
  @Transactional
  public void put(Collection<NewTouch> told) {
    if (told.isEmpty()) {
      return;
    }
    // A lead that opens at the same moment would miss its person's touches.
    database.lock("leads.intake");
    Map<UUID, UUID> current =
        people.current(told.stream().map(NewTouch::personId).collect(Collectors.toSet()));
    List<NewTouch> touches =
        told.stream()
            .map(touch -> touch.of(current.getOrDefault(touch.personId(), touch.personId())))
            .toList();
    Map<UUID, UUID> open =
        store.openLeads(touches.stream().map(NewTouch::personId).collect(Collectors.toSet()));
    store.put(touches, open);
    Map<UUID, Instant> last = new HashMap<>();
    for (NewTouch touch : touches) {
      UUID lead = open.get(touch.personId());
      if (lead != null) {
        last.merge(lead, touch.at(), (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    last.forEach(store::touched);
  }

  /** What turned out not to have happened is no part of the story. */
  @Transactional
  public void takeBack(Collection<String> keys) {
    if (!keys.isEmpty()) {
      database.lock("leads.intake");
      store.remove(keys);
    }
  }

  /**
   * How many leads have a touch that tells this of itself, for each of the values; none is no
   * entry. {@code name} is a constant of the caller, never input.
   */
  @Transactional(readOnly = true)
  public Map<String, Long> leadsBy(String name, Collection<String> values) {
    return values.isEmpty() ? Map.of() : store.leadsBy(name, values);
  }
}
