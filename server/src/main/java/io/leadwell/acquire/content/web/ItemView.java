package io.leadwell.acquire.content.web;

import io.leadwell.acquire.content.Author;
import io.leadwell.acquire.content.CallToAction;
import io.leadwell.acquire.content.Gate;
import io.leadwell.acquire.content.Item;
import io.leadwell.acquire.content.ItemDraft;
import io.leadwell.acquire.content.ItemKind;
import io.leadwell.acquire.content.ItemReaders;
import io.leadwell.acquire.content.ItemStatus;
import io.leadwell.acquire.content.ServedStage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item as the app sees it. */
record ItemView(
    UUID id,
    ItemStatus status,
    int version,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant publishedAt,
    ItemKind kind,
    String title,
    String slug,
    String language,
    @Nullable String summary,
    @Nullable String body,
    @Nullable String file,
    @Nullable String fileName,
    @Nullable String cover,
    boolean downloadable,
    List<String> tags,
    @Nullable UUID authorId,
    @Nullable String guestName,
    @Nullable String guestTitle,
    @Nullable UUID departmentId,
    @Nullable String businessLine,
    @Nullable ServedStage serves,
    @Nullable UUID channelId,
    @Nullable String actionText,
    @Nullable String actionLink,
    @Nullable UUID actionForm,
    Gate.Place gate,
    @Nullable Integer gateAfter,
    @Nullable UUID gateForm,
    List<String> titles,
    @Nullable ItemReaders readers) {

  /**
   * @param titles every title it has had, by which leads may name it
   * @param full with the text, which a list does without
   */
  static ItemView of(Item item, List<String> titles, @Nullable ItemReaders readers, boolean full) {
    ItemDraft said = item.said();
    return new ItemView(
        item.id(),
        item.status(),
        item.version(),
        item.createdAt(),
        item.changedAt(),
        item.publishedAt(),
        said.kind(),
        said.title(),
        item.slug(),
        said.language(),
        said.summary(),
        full ? said.body() : null,
        said.file(),
        said.fileName(),
        said.cover(),
        said.downloadable(),
        said.tags(),
        said.author().memberId(),
        said.author().guestName(),
        said.author().guestTitle(),
        said.author().departmentId(),
        said.businessLine(),
        said.serves(),
        said.channelId(),
        said.action().text(),
        said.action().link(),
        said.action().formId(),
        said.gate().place(),
        said.gate().after(),
        said.gate().formId(),
        titles,
        readers);
  }

  /** An item as the app sends it; what is absent is empty. */
  record Wanted(
      @Nullable Integer version,
      @Nullable ItemKind kind,
      @Nullable String title,
      @Nullable String slug,
      @Nullable String language,
      @Nullable String summary,
      @Nullable String body,
      @Nullable String file,
      @Nullable String fileName,
      @Nullable String cover,
      @Nullable Boolean downloadable,
      @Nullable List<String> tags,
      @Nullable UUID authorId,
      @Nullable String guestName,
      @Nullable String guestTitle,
      @Nullable UUID departmentId,
      @Nullable String businessLine,
      @Nullable ServedStage serves,
      @Nullable UUID channelId,
      @Nullable String actionText,
      @Nullable String actionLink,
      @Nullable UUID actionForm,
      Gate.@Nullable Place gate,
      @Nullable Integer gateAfter,
      @Nullable UUID gateForm) {

    ItemDraft draft() {
      return new ItemDraft(
          kind == null ? ItemKind.ARTICLE : kind,
          title == null ? "" : title,
          slug,
          language == null ? "zh-CN" : language,
          summary,
          body,
          file,
          fileName,
          cover,
          Boolean.TRUE.equals(downloadable),
          tags == null ? List.of() : tags,
          new Author(authorId, guestName, guestTitle, departmentId),
          businessLine,
          serves,
          channelId,
          new CallToAction(actionText, actionLink, actionForm),
          new Gate(gate == null ? Gate.Place.NONE : gate, gateAfter, gateForm));
    }
  }
}
