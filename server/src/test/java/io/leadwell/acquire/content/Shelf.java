package io.leadwell.acquire.content;

import io.leadwell.base.workspace.Caller;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items for tests. */
public final class Shelf {

  private Shelf() {}

  public static ItemDraft article(String title, @Nullable String body) {
    return draft(ItemKind.ARTICLE, title, body, null, Gate.NONE);
  }

  public static ItemDraft draft(
      ItemKind kind, String title, @Nullable String body, @Nullable String file, Gate gate) {
    return new ItemDraft(
        kind,
        title,
        null,
        "zh-CN",
        null,
        body,
        file,
        null,
        null,
        false,
        List.of(),
        Author.UNKNOWN,
        null,
        null,
        null,
        CallToAction.NONE,
        gate);
  }

  static ItemDraft by(ItemDraft draft, Author author) {
    return new ItemDraft(
        draft.kind(),
        draft.title(),
        draft.slug(),
        draft.language(),
        draft.summary(),
        draft.body(),
        draft.file(),
        draft.fileName(),
        draft.cover(),
        draft.downloadable(),
        draft.tags(),
        author,
        draft.businessLine(),
        draft.serves(),
        draft.channelId(),
        draft.action(),
        draft.gate());
  }

  static ItemDraft at(ItemDraft draft, String slug) {
    return draft.with(draft.title(), slug);
  }

  static ItemDraft tagged(ItemDraft draft, String... tags) {
    return new ItemDraft(
        draft.kind(),
        draft.title(),
        draft.slug(),
        draft.language(),
        draft.summary(),
        draft.body(),
        draft.file(),
        draft.fileName(),
        draft.cover(),
        draft.downloadable(),
        List.of(tags),
        draft.author(),
        draft.businessLine(),
        draft.serves(),
        draft.channelId(),
        draft.action(),
        draft.gate());
  }

  public static StoredFile upload(ContentFiles files, byte[] bytes) {
    return files.receive(new ByteArrayInputStream(bytes), "文件.pdf", Caller.system());
  }

  public static Item publish(Items items, ItemDraft draft) {
    return items.publish(items.add(draft, Caller.system()).id(), Caller.system());
  }
}
