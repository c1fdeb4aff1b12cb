package io.leadwell.acquire.content;

import io.leadwell.acquire.collect.Readers;
import io.leadwell.acquire.collect.Readership;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Articles, white papers, cases, videos …: made, changed, published, archived. */
@Service
public class Items {

  private static final int TRIES = 5;
  private static final int MOST_TAGS = 200;

  private final ItemStore store;
  private final ItemCheck check;
  private final ContentFiles files;
  private final Registrations registrations;
  private final Readership readership;
  private final Audit audit;
  private final Clock clock;

  Items(
      ItemStore store,
      ItemCheck check,
      ContentFiles files,
      Registrations registrations,
      Readership readership,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.check = check;
    this.files = files;
    this.registrations = registrations;
    this.readership = readership;
    this.audit = audit;
    this.clock = clock;
  }

  /** The last changed first. */
  public Page<Item> list(ItemFilter filter, @Nullable String cursor, int limit) {
    return store.page(filter, cursor, limit);
  }

  public Item find(UUID id) {
    return store.find(id).orElseThrow(() -> new Problem(ContentProblem.ITEM_NOT_FOUND));
  }

  public List<Item> all(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : store.all(ids);
  }

  /** Every title each item has had: by these, touches and leads name it. */
  public Map<UUID, List<String>> titles(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : store.titles(ids);
  }

  /** How each of these was read, under all titles it has had. */
  public Map<UUID, ItemReaders> readers(Map<UUID, List<String>> titles) {
    Map<String, Readers> read =
        readership.of(titles.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
    Map<UUID, Long> left = registrations.counts(titles.keySet());
    Map<UUID, ItemReaders> readers = new HashMap<>();
    titles.forEach((item, names) -> {
      Readers sum = Readers.NONE;
      for (String title : names) {
        sum = sum.and(read.getOrDefault(title, Readers.NONE));
      }
      readers.put(item, ItemReaders.of(sum, left.getOrDefault(item, 0L)));
    });
    return readers;
  }

  /** The tags in use, the most used first. */
  public List<String> tags() {
    return store.tags(DSL.noCondition(), MOST_TAGS);
  }

  @Transactional
  public Item add(ItemDraft wanted, Caller who) {
    ItemDraft draft = check.checked(wanted);
    UUID id = Ids.next();
    String slug = draft.slug() == null ? Slugs.of(draft.title()) : draft.slug();
    // The row first, as names belong to one; its own address is settled right after.
    store.insert(id, draft.with(draft.title(), slug), search(draft), who.memberId(), now());
    settle(id, draft, slug, draft.slug() == null);
    return recorded(id, "content.add", Map.of(), who);
  }

  /**
   * Changes an item; what is public changes at once.
   *
   * @param version of the item that was changed; refused when somebody saved another in between
   */
  @Transactional
  public Item change(UUID id, int version, ItemDraft wanted, Caller who) {
    Item before = locked(id);
    if (before.version() != version) {
      throw new Problem(ContentProblem.ITEM_CHANGED_MEANWHILE);
    }
    ItemDraft draft = check.checked(wanted);
    String slug = draft.slug() == null ? before.slug() : draft.slug();
    ItemDraft settled = draft.with(draft.title(), slug);
    if (before.status() == ItemStatus.PUBLISHED) {
      complete(settled);
    }
    store.update(id, settled, search(settled), now());
    settle(id, settled, slug, false);
    if (before.publishedAt() == null) {
      store.keepOnly(id, slug, Texts.key(settled.title()), settled.title());
    }
    return recorded(id, "content.change", Changes.between(before.said(), settled), who);
  }

  /** The public sees it from now on. */
  @Transactional
  public Item publish(UUID id, Caller who) {
    Item item = locked(id);
    complete(item.said());
    store.status(id, ItemStatus.PUBLISHED, now());
    return recorded(id, "content.publish", Map.of(), who);
  }

  /** The public sees it no longer; its figures stay. */
  @Transactional
  public Item archive(UUID id, Caller who) {
    locked(id);
    store.status(id, ItemStatus.ARCHIVED, now());
    return recorded(id, "content.archive", Map.of(), who);
  }

  /** Back to a draft, out of the public's sight. */
  @Transactional
  public Item withdraw(UUID id, Caller who) {
    locked(id);
    store.status(id, ItemStatus.DRAFT, now());
    return recorded(id, "content.withdraw", Map.of(), who);
  }

  /** Only what was never public: links and figures would point at nothing. */
  @Transactional
  public void delete(UUID id, Caller who) {
    Item item = locked(id);
    if (item.publishedAt() != null) {
      throw new Problem(ContentProblem.ITEM_WAS_PUBLIC);
    }
    store.delete(id);
    audit.record(who, "content.delete", "content", id.toString(), item.title(), Map.of());
  }

  private Item locked(UUID id) {
    return store.findForUpdate(id).orElseThrow(() -> new Problem(ContentProblem.ITEM_NOT_FOUND));
  }

  /** Takes the address and the title for the item, or refuses as another has them. */
  private void settle(UUID id, ItemDraft draft, String wanted, boolean anySlug) {
    String slug = wanted;
    for (int i = 0; !store.takeAddress(slug, id); i++) {
      if (!anySlug || i == TRIES) {
        throw new Problem(
            ContentProblem.ITEM_SLUG_TAKEN,
            List.of(slug),
            List.of(new Problem.Field("slug", "content.slugTaken", List.of())));
      }
      slug = Slugs.varied(wanted);
    }
    if (!slug.equals(wanted)) {
      store.update(id, draft.with(draft.title(), slug), search(draft), now());
    }
    if (!store.takeTitle(Texts.key(draft.title()), draft.title(), id)) {
      throw new Problem(
          ContentProblem.ITEM_TITLE_TAKEN,
          List.of(draft.title()),
          List.of(new Problem.Field("title", "content.titleTaken", List.of())));
    }
  }

  /** There is something to read or watch, of a sort the kind can be made of. */
  private void complete(ItemDraft draft) {
    ItemKind.Carrier carrier = check.carrier(draft);
    if (carrier == null || !draft.kind().canBe(carrier)) {
      throw Problem.field(
          ContentProblem.ITEM_EMPTY,
          draft.file() != null || !draft.kind().canBe(ItemKind.Carrier.TEXT) ? "file" : "body",
          "content.needs." + draft.kind().word());
    }
  }

  /** What stands behind a gate is not found by its words: the search would give it away. */
  private SearchText search(ItemDraft draft) {
    StoredFile file = draft.file() == null ? null : files.find(draft.file()).orElse(null);
    Opening opening = Opening.of(draft, file);
    List<String> parts = new ArrayList<>();
    parts.add(draft.title());
    parts.addAll(draft.tags());
    Optional.ofNullable(draft.summary()).ifPresent(parts::add);
    Optional.ofNullable(draft.author().guestName()).ifPresent(parts::add);
    if (file == null) {
      opening.of(RichText.blocks(draft.body())).forEach(block -> parts.add(RichText.plain(block)));
    } else {
      parts.add(RichText.plain(draft.body()));
      parts.addAll(opening.of(file.pageTexts()));
    }
    return SearchText.of(parts);
  }

  private Item recorded(UUID id, String action, Map<String, Object> detail, Caller who) {
    Item item = find(id);
    audit.record(who, action, "content", id.toString(), item.title(), detail);
    return item;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
