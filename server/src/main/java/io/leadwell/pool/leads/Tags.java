package io.leadwell.pool.leads;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tags of the workspace. */
@Service
public class Tags {

  /** A tag and how many people carry it. */
  public record Tag(UUID id, String name, String color, int leads) {}

  private static final int NAME_LENGTH = 40;

  private final TagStore store;
  private final Audit audit;

  Tags(TagStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  public List<Tag> all() {
    return store.all().stream()
        .map(tag -> new Tag(tag.id(), tag.name(), tag.color(), tag.people()))
        .toList();
  }

  @Transactional
  public Tag add(String name, @Nullable String color, Caller who) {
    String checked = checked(name);
    try {
      UUID id = store.create(checked, color);
      audit.record(who, "tag.added", "tag", id.toString(), checked, Map.of());
      return get(id);
    } catch (DuplicateKeyException e) {
      throw new Problem(LeadsProblem.TAG_NAME_TAKEN, checked);
    }
  }

  @Transactional
  public Tag change(UUID id, @Nullable String name, @Nullable String color, Caller who) {
    try {
      if (store.change(id, name == null ? null : checked(name), color) == 0) {
        throw new Problem(LeadsProblem.TAG_NOT_FOUND);
      }
    } catch (DuplicateKeyException e) {
      throw new Problem(LeadsProblem.TAG_NAME_TAKEN, String.valueOf(name));
    }
    Tag tag = get(id);
    audit.record(who, "tag.changed", "tag", id.toString(), tag.name(), Map.of());
    return tag;
  }

  @Transactional
  public void delete(UUID id, Caller who) {
    Tag tag = get(id);
    store.delete(id);
    audit.record(
        who, "tag.deleted", "tag", id.toString(), tag.name(), Map.of("leads", tag.leads()));
  }

  private Tag get(UUID id) {
    return all().stream()
        .filter(tag -> tag.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem(LeadsProblem.TAG_NOT_FOUND));
  }

  private static String checked(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > NAME_LENGTH) {
      throw Problem.field(LeadsProblem.INVALID_LEAD, "name", "leads.tagName", NAME_LENGTH);
    }
    return stripped;
  }
}
