package io.leadwell.base.workspace;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filters that members keep under a name. */
@Service
public class Views {

  private static final int NAME_LENGTH = 60;
  private static final int PAGE_LENGTH = 40;
  private static final int FILTERS = 50;

  private final ViewStore store;
  private final Audit audit;

  Views(ViewStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /** One's own and those that others share. */
  public List<SavedView> of(String page, Caller who) {
    return store.of(who.memberId(), page);
  }

  @Transactional
  public SavedView save(
      String page, String name, Map<String, Object> filter, boolean shared, Caller who) {
    UUID member = memberOf(who);
    String clean = name.strip();
    if (clean.isEmpty() || clean.length() > NAME_LENGTH) {
      throw Problem.field(
          WorkspaceProblem.INVALID_VIEW, "name", "workspace.nameLength", NAME_LENGTH);
    }
    if (page.isBlank() || page.length() > PAGE_LENGTH || filter.size() > FILTERS) {
      throw new Problem(WorkspaceProblem.INVALID_VIEW);
    }
    if (store.nameTaken(member, page, clean)) {
      throw new Problem(WorkspaceProblem.VIEW_NAME_TAKEN);
    }
    SavedView view = new SavedView(Ids.next(), page, clean, Map.copyOf(filter), shared, true);
    store.add(view, member);
    audit.record(who, "view.saved", "view", view.id().toString(), clean, Map.of("shared", shared));
    return view;
  }

  /** Only one's own. */
  @Transactional
  public void delete(UUID id, Caller who) {
    if (!store.remove(id, memberOf(who))) {
      throw new Problem(PlatformProblem.NOT_FOUND);
    }
    audit.record(who, "view.deleted", "view", id.toString(), null, Map.of());
  }

  private static UUID memberOf(Caller who) {
    UUID member = who.memberId();
    if (member == null) {
      throw new Problem(WorkspaceProblem.MEMBER_NOT_FOUND);
    }
    return member;
  }
}
