package io.leadwell.acquire.content;

import static io.leadwell.tables.content.Tables.ITEM;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** Items as rows, and back. */
final class ItemRows {

  static final List<SelectField<?>> COLUMNS =
      List.of(
          ITEM.ID,
          ITEM.KIND,
          ITEM.STATUS,
          ITEM.TITLE,
          ITEM.SLUG,
          ITEM.LANGUAGE,
          ITEM.SUMMARY,
          ITEM.BODY,
          ITEM.FILE,
          ITEM.FILE_NAME,
          ITEM.COVER,
          ITEM.DOWNLOADABLE,
          ITEM.TAGS,
          ITEM.AUTHOR_ID,
          ITEM.GUEST_NAME,
          ITEM.GUEST_TITLE,
          ITEM.DEPARTMENT_ID,
          ITEM.BUSINESS_LINE,
          ITEM.SERVES,
          ITEM.CHANNEL_ID,
          ITEM.ACTION_TEXT,
          ITEM.ACTION_LINK,
          ITEM.ACTION_FORM,
          ITEM.GATE,
          ITEM.GATE_AFTER,
          ITEM.GATE_FORM,
          ITEM.VERSION,
          ITEM.CREATED_AT,
          ITEM.CHANGED_AT,
          ITEM.PUBLISHED_AT);

  private ItemRows() {}

  static Item item(Record row) {
    return new Item(
        row.get(ITEM.ID),
        ItemStatus.of(row.get(ITEM.STATUS)),
        draft(row),
        row.get(ITEM.VERSION),
        row.get(ITEM.CREATED_AT),
        row.get(ITEM.CHANGED_AT),
        row.get(ITEM.PUBLISHED_AT));
  }

  private static ItemDraft draft(Record row) {
    String serves = row.get(ITEM.SERVES);
    return new ItemDraft(
        ItemKind.of(row.get(ITEM.KIND)),
        row.get(ITEM.TITLE),
        row.get(ITEM.SLUG),
        row.get(ITEM.LANGUAGE),
        row.get(ITEM.SUMMARY),
        row.get(ITEM.BODY),
        row.get(ITEM.FILE),
        row.get(ITEM.FILE_NAME),
        row.get(ITEM.COVER),
        row.get(ITEM.DOWNLOADABLE),
        List.of(row.get(ITEM.TAGS)),
        new Author(
            row.get(ITEM.AUTHOR_ID),
            row.get(ITEM.GUEST_NAME),
            row.get(ITEM.GUEST_TITLE),
            row.get(ITEM.DEPARTMENT_ID)),
        row.get(ITEM.BUSINESS_LINE),
        serves == null ? null : ServedStage.of(serves),
        row.get(ITEM.CHANNEL_ID),
        new CallToAction(
            row.get(ITEM.ACTION_TEXT), row.get(ITEM.ACTION_LINK), row.get(ITEM.ACTION_FORM)),
        new Gate(
            Gate.Place.of(row.get(ITEM.GATE)), row.get(ITEM.GATE_AFTER), row.get(ITEM.GATE_FORM)));
  }

  static Map<Field<?>, @Nullable Object> values(ItemDraft draft, SearchText search) {
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(ITEM.KIND, draft.kind().word());
    values.put(ITEM.TITLE, draft.title());
    values.put(ITEM.SLUG, draft.slug());
    values.put(ITEM.LANGUAGE, draft.language());
    values.put(ITEM.SUMMARY, draft.summary());
    values.put(ITEM.BODY, draft.body());
    values.put(ITEM.FILE, draft.file());
    values.put(ITEM.FILE_NAME, draft.fileName());
    values.put(ITEM.COVER, draft.cover());
    values.put(ITEM.DOWNLOADABLE, draft.downloadable());
    values.put(ITEM.TAGS, draft.tags().toArray(String[]::new));
    values.put(ITEM.AUTHOR_ID, draft.author().memberId());
    values.put(ITEM.GUEST_NAME, draft.author().guestName());
    values.put(ITEM.GUEST_TITLE, draft.author().guestTitle());
    values.put(ITEM.DEPARTMENT_ID, draft.author().departmentId());
    values.put(ITEM.BUSINESS_LINE, draft.businessLine());
    values.put(ITEM.SERVES, draft.serves() == null ? null : draft.serves().word());
    values.put(ITEM.CHANNEL_ID, draft.channelId());
    values.put(ITEM.ACTION_TEXT, draft.action().text());
    values.put(ITEM.ACTION_LINK, draft.action().link());
    values.put(ITEM.ACTION_FORM, draft.action().formId());
    values.put(ITEM.GATE, draft.gate().place().word());
    values.put(ITEM.GATE_AFTER, draft.gate().after());
    values.put(ITEM.GATE_FORM, draft.gate().formId());
    values.put(ITEM.SEARCH_TEXT, search.text());
    values.put(ITEM.GRAMS, search.grams());
    return values;
  }
}
