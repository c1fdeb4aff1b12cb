package io.leadwell.acquire.content;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an item is to be, when it is made or changed.
 *
 * @param title also the word by which touches, leads and reports name the item
 * @param slug the end of its address; null lets it be made
 * @param language {@code zh-CN} or {@code en}
 * @param body HTML; whatever may not stand on a page is taken out
 * @param file SHA-256 of an uploaded PDF or video
 * @param fileName what a download is called
 * @param cover SHA-256 of an uploaded picture
 */
public record ItemDraft(
    ItemKind kind,
    String title,
    @Nullable String slug,
    String language,
    @Nullable String summary,
    @Nullable String body,
    @Nullable String file,
    @Nullable String fileName,
    @Nullable String cover,
    boolean downloadable,
    List<String> tags,
    Author author,
    @Nullable String businessLine,
    @Nullable ServedStage serves,
    @Nullable UUID channelId,
    CallToAction action,
    Gate gate) {

  ItemDraft with(String newTitle, @Nullable String newSlug) {
    return new ItemDraft(
        kind,
        newTitle,
        newSlug,
        language,
        summary,
        body,
        file,
        fileName,
        cover,
        downloadable,
        tags,
        author,
        businessLine,
        serves,
        channelId,
        action,
        gate);
  }
}
