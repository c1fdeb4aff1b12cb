package io.leadwell.acquire.content.web;

import io.leadwell.acquire.content.Item;
import io.leadwell.acquire.content.ItemFilter;
import io.leadwell.acquire.content.ItemKind;
import io.leadwell.acquire.content.ItemReaders;
import io.leadwell.acquire.content.ItemStatus;
import io.leadwell.acquire.content.Items;
import io.leadwell.acquire.content.Passes;
import io.leadwell.acquire.content.ServedStage;
import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of content items. */
@RestController
@RequestMapping("/api/v1/content")
class ItemsController {

  private static final int LARGEST_PAGE = 200;

  private final Items items;
  private final Passes passes;

  ItemsController(Items items, Passes passes) {
    this.items = items;
    this.passes = passes;
  }

  @GetMapping
  @Allow(Permission.CAMPAIGNS_READ)
  Page<ItemView> list(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String tag,
      @RequestParam(required = false) @Nullable UUID author,
      @RequestParam(required = false) @Nullable UUID department,
      @RequestParam(required = false) @Nullable String serves,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    ItemFilter filter =
        new ItemFilter(
            q,
            Words.word("kind", kind, ItemKind::of),
            Words.word("status", status, ItemStatus::of),
            tag,
            author,
            department,
            Words.word("serves", serves, ServedStage::of));
    Page<Item> page = items.list(filter, cursor, Math.clamp(limit, 1, LARGEST_PAGE));
    Map<UUID, List<String>> titles = items.titles(page.items().stream().map(Item::id).toList());
    Map<UUID, ItemReaders> readers = items.readers(titles);
    return page.map(item ->
        ItemView.of(
            item, titles.getOrDefault(item.id(), List.of()), readers.get(item.id()), false));
  }

  @GetMapping("/tags")
  @Allow(Permission.CAMPAIGNS_READ)
  List<String> tags() {
    return items.tags();
  }

  @GetMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_READ)
  ItemView one(@PathVariable UUID id) {
    return view(items.find(id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.CAMPAIGNS_EDIT)
  ItemView add(@RequestBody ItemView.Wanted wanted, Caller caller) {
    return view(items.add(wanted.draft(), caller));
  }

  @PutMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_EDIT)
  ItemView change(@PathVariable UUID id, @RequestBody ItemView.Wanted wanted, Caller caller) {
    int version = wanted.version() == null ? 0 : wanted.version();
    return view(items.change(id, version, wanted.draft(), caller));
  }

  @PostMapping("/{id}/publish")
  @Allow(Permission.CAMPAIGNS_EDIT)
  ItemView publish(@PathVariable UUID id, Caller caller) {
    return view(items.publish(id, caller));
  }

  @PostMapping("/{id}/withdraw")
  @Allow(Permission.CAMPAIGNS_EDIT)
  ItemView withdraw(@PathVariable UUID id, Caller caller) {
    return view(items.withdraw(id, caller));
  }

  @PostMapping("/{id}/archive")
  @Allow(Permission.CAMPAIGNS_EDIT)
  ItemView archive(@PathVariable UUID id, Caller caller) {
    return view(items.archive(id, caller));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Permission.CAMPAIGNS_EDIT)
  void delete(@PathVariable UUID id, Caller caller) {
    items.delete(id, caller);
  }

  /** The address at which a colleague sees the item as its readers will. */
  @GetMapping("/{id}/preview")
  @Allow(Permission.CAMPAIGNS_READ)
  Preview preview(@PathVariable UUID id) {
    Item item = items.find(id);
    return new Preview(PublicAddress.of(item) + "?preview=" + passes.previewToken(item.id()));
  }

  private ItemView view(Item item) {
    Map<UUID, List<String>> titles = items.titles(List.of(item.id()));
    return ItemView.of(
        item,
        titles.getOrDefault(item.id(), List.of()),
        items.readers(titles).get(item.id()),
        true);
  }

  record Preview(String address) {}
}
