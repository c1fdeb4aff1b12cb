package io.leadwell.base.workspace;

import static io.leadwell.tables.workspace.Tables.SAVED_VIEW;
import static org.jooq.impl.DSL.lower;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Saved views in the database. */
@Component
class ViewStore {

  private static final TypeReference<Map<String, Object>> FILTER = new TypeReference<>() {};

  private final DSLContext dsl;
  private final JsonMapper json;

  ViewStore(DSLContext dsl, JsonMapper json) {
    this.dsl = dsl;
    this.json = json;
  }

  List<SavedView> of(@Nullable UUID member, String page) {
    return dsl.selectFrom(SAVED_VIEW)
        .where(SAVED_VIEW.PAGE.eq(page).and(SAVED_VIEW.MEMBER_ID.eq(member).or(SAVED_VIEW.SHARED)))
        .orderBy(SAVED_VIEW.NAME, SAVED_VIEW.ID)
        .fetch(row ->
            new SavedView(
                row.getId(),
                row.getPage(),
                row.getName(),
                json.readValue(row.getFilter().data(), FILTER),
                row.getShared(),
                row.getMemberId().equals(member)));
  }

  boolean nameTaken(UUID member, String page, String name) {
    return dsl.fetchExists(
        SAVED_VIEW,
        SAVED_VIEW
            .MEMBER_ID
            .eq(member)
            .and(SAVED_VIEW.PAGE.eq(page))
            .and(lower(SAVED_VIEW.NAME).eq(MemberStore.folded(name))));
  }

  void add(SavedView view, UUID member) {
    dsl.insertInto(SAVED_VIEW)
        .set(SAVED_VIEW.ID, view.id())
        .set(SAVED_VIEW.MEMBER_ID, member)
        .set(SAVED_VIEW.PAGE, view.page())
        .set(SAVED_VIEW.NAME, view.name())
        .set(SAVED_VIEW.FILTER, JSONB.jsonb(json.writeValueAsString(view.filter())))
        .set(SAVED_VIEW.SHARED, view.shared())
        .execute();
  }

  boolean remove(UUID id, UUID member) {
    return dsl.deleteFrom(SAVED_VIEW)
            .where(SAVED_VIEW.ID.eq(id).and(SAVED_VIEW.MEMBER_ID.eq(member)))
            .execute()
        == 1;
  }
}
