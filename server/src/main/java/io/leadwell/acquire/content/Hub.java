package io.leadwell.acquire.content;

import static io.leadwell.tables.content.Tables.ITEM;

import io.leadwell.base.workspace.Department;
import io.leadwell.base.workspace.Departments;
import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Members;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What is public, as its readers look for it. */
@Service
public class Hub {

  /** Readers do not page further than this. */
  private static final int LAST_PAGE = 500;

  private static final int A_PAGE = 12;
  private static final int TAGS = 16;
  private static final int LONGEST_QUERY = 60;

  private final HubStore store;
  private final ItemStore items;
  private final Members members;
  private final Departments departments;

  Hub(HubStore store, ItemStore items, Members members, Departments departments) {
    this.store = store;
    this.items = items;
    this.members = members;
    this.departments = departments;
  }

  /**
   * A page of what is public, the newest first.
   *
   * @param text what a title, tag or text must contain, from one Chinese character on
   */
  public HubPage page(
      @Nullable String text, @Nullable ItemKind kind, @Nullable String tag, int page) {
    Condition condition =
        ItemStore.condition(
            new ItemFilter(shortened(text), kind, null, shortened(tag), null, null, null));
    int total = store.count(condition);
    int pages = Math.max(1, (total + A_PAGE - 1) / A_PAGE);
    int shown = Math.clamp(page, 1, Math.min(pages, LAST_PAGE));
    return new HubPage(
        store.list(condition, (shown - 1) * A_PAGE, A_PAGE),
        shown,
        pages,
        total,
        store.kinds(),
        items.tags(HubStore.PUBLIC, TAGS));
  }

  /** By an address it has or had; published or not. */
  public Optional<Item> at(String slug) {
    return Slugs.valid(slug) ? items.at(slug) : Optional.empty();
  }

  public List<HubItem> related(Item item, int atMost) {
    return store.related(item, atMost);
  }

  /** What else the author of an item has published. */
  public List<HubItem> byAuthorOf(Item item, int atMost) {
    UUID author = item.said().author().memberId();
    return author == null
        ? List.of()
        : store.list(ITEM.AUTHOR_ID.eq(author).and(ITEM.ID.ne(item.id())), 0, atMost);
  }

  public Byline byline(Item item) {
    Author author = item.said().author();
    String department = departmentName(author.departmentId());
    if (author.memberId() == null) {
      return new Byline(author.guestName(), author.guestTitle(), department);
    }
    String name = members.find(author.memberId()).map(Member::name).orElse(null);
    return new Byline(name, null, department);
  }

  private @Nullable String departmentName(@Nullable UUID id) {
    return id == null
        ? null
        : departments.all().stream()
            .filter(department -> department.id().equals(id))
            .map(Department::name)
            .findFirst()
            .orElse(null);
  }

  private static @Nullable String shortened(@Nullable String text) {
    return text == null ? null : text.substring(0, Math.min(LONGEST_QUERY, text.length()));
  }
}
