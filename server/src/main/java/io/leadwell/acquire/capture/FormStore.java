package io.leadwell.acquire.capture;

import static io.leadwell.tables.capture.Tables.CONSENT_TEXT;
import static io.leadwell.tables.capture.Tables.FORM;
import static io.leadwell.tables.capture.Tables.VERSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import io.leadwell.kernel.matching.Folding;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Forms and their versions in the database; a version is written once. */
@Repository
class FormStore {

  /** A form as visitors meet it. */
  record Live(
      UUID id,
      String name,
      String slug,
      boolean closed,
      int version,
      FormDesign design,
      @Nullable Integer consent) {}

  private final DSLContext dsl;
  private final JsonMapper json;

  FormStore(DSLContext dsl, JsonMapper json) {
    this.dsl = dsl;
    this.json = json;
  }

  Optional<Form> find(UUID id) {
    return dsl.selectFrom(FORM).where(FORM.ID.eq(id)).fetchOptional(this::form);
  }

  Optional<Form> findForUpdate(UUID id) {
    return dsl.selectFrom(FORM).where(FORM.ID.eq(id)).forUpdate().fetchOptional(this::form);
  }

  /** The last changed first. */
  Page<Form> page(@Nullable String q, @Nullable String status, @Nullable String cursor, int limit) {
    Condition wanted = noCondition();
    if (q != null && !q.isBlank()) {
      String text = Folding.fold(q);
      wanted = wanted.and(FORM.NAME.containsIgnoreCase(text).or(FORM.SLUG.contains(text)));
    }
    if (status != null) {
      wanted =
          wanted.and(
              switch (status) {
                case "draft" -> FORM.LIVE.isNull();
                case "open" -> FORM.LIVE.isNotNull().and(FORM.CLOSED.isFalse());
                default -> FORM.LIVE.isNotNull().and(FORM.CLOSED.isTrue());
              });
    }
    List<String> after = Cursor.values(cursor, 1);
    Condition seek = after == null ? noCondition() : FORM.ID.lt(UUID.fromString(after.getFirst()));
    List<Form> found =
        dsl.selectFrom(FORM)
            .where(wanted)
            .and(seek)
            .orderBy(FORM.ID.desc())
            .limit(limit + 1)
            .fetch(this::form);
    boolean more = found.size() > limit;
    List<Form> items = more ? found.subList(0, limit) : found;
    return new Page<>(
        items,
        more ? Cursor.of(List.of(items.getLast().id().toString())) : null,
        dsl.fetchCount(FORM, wanted),
        false);
  }

  Map<UUID, String> names(Collection<UUID> ids) {
    return dsl.select(FORM.ID, FORM.NAME)
        .from(FORM)
        .where(FORM.ID.in(ids))
        .fetchMap(FORM.ID, FORM.NAME);
  }

  boolean insert(
      UUID id, String name, String slug, FormDesign draft, @Nullable UUID by, Instant at) {
    return dsl.insertInto(FORM)
            .set(FORM.ID, id)
            .set(FORM.NAME, name)
            .set(FORM.SLUG, slug)
            .set(FORM.DRAFT, stored(draft))
            .set(FORM.CREATED_BY, by)
            .set(FORM.CREATED_AT, at)
            .set(FORM.CHANGED_AT, at)
            .onConflict(FORM.SLUG)
            .doNothing()
            .execute()
        == 1;
  }

  boolean slugTaken(String slug, UUID by) {
    return dsl.fetchExists(FORM, FORM.SLUG.eq(slug).and(FORM.ID.ne(by)));
  }

  void update(UUID id, String name, String slug, FormDesign draft, Instant at) {
    dsl.update(FORM)
        .set(FORM.NAME, name)
        .set(FORM.SLUG, slug)
        .set(FORM.DRAFT, stored(draft))
        .set(FORM.REVISION, FORM.REVISION.plus(1))
        .set(FORM.CHANGED_AT, at)
        .where(FORM.ID.eq(id))
        .execute();
  }

  void close(UUID id, boolean closed, Instant at) {
    dsl.update(FORM)
        .set(FORM.CLOSED, closed)
        .set(FORM.CHANGED_AT, at)
        .where(FORM.ID.eq(id))
        .execute();
  }

  /** Only of a form that was never published: others are named by what people left. */
  boolean delete(UUID id) {
    return dsl.deleteFrom(FORM).where(FORM.ID.eq(id)).and(FORM.LIVE.isNull()).execute() == 1;
  }

  /** The form is locked by the caller. */
  int publish(UUID id, FormDesign design, @Nullable Integer consent, String by, Instant at) {
    int number =
        dsl.select(coalesce(max(VERSION.NUMBER), 0).plus(1))
            .from(VERSION)
            .where(VERSION.FORM_ID.eq(id))
            .fetchSingle()
            .value1();
    dsl.insertInto(VERSION)
        .set(VERSION.FORM_ID, id)
        .set(VERSION.NUMBER, number)
        .set(VERSION.DESIGN, stored(design))
        .set(VERSION.CONSENT, consent)
        .set(VERSION.PUBLISHED_BY, by)
        .set(VERSION.PUBLISHED_AT, at)
        .execute();
    dsl.update(FORM)
        .set(FORM.LIVE, number)
        .set(FORM.CLOSED, false)
        .set(FORM.CHANGED_AT, at)
        .where(FORM.ID.eq(id))
        .execute();
    return number;
  }

  /** The number of the text: that of the last one when it says the same. */
  int consent(UUID form, FormDesign.ConsentAsked text, Instant at) {
    JSONB content = JSONB.valueOf(json.writeValueAsString(text));
    var last =
        dsl.select(CONSENT_TEXT.NUMBER, CONSENT_TEXT.CONTENT)
            .from(CONSENT_TEXT)
            .where(CONSENT_TEXT.FORM_ID.eq(form))
            .orderBy(CONSENT_TEXT.NUMBER.desc())
            .limit(1)
            .fetchOptional();
    if (last.isPresent()
        && json.readValue(last.get().value2().data(), FormDesign.ConsentAsked.class).equals(text)) {
      return last.get().value1();
    }
    int number = last.map(row -> row.value1() + 1).orElse(1);
    dsl.insertInto(CONSENT_TEXT)
        .set(CONSENT_TEXT.FORM_ID, form)
        .set(CONSENT_TEXT.NUMBER, number)
        .set(CONSENT_TEXT.CONTENT, content)
        .set(CONSENT_TEXT.PUBLISHED_AT, at)
        .execute();
    return number;
  }

  List<FormVersion> versions(UUID form) {
    return dsl.selectFrom(VERSION)
        .where(VERSION.FORM_ID.eq(form))
        .orderBy(VERSION.NUMBER.desc())
        .fetch(row ->
            new FormVersion(
                row.get(VERSION.NUMBER),
                design(row.get(VERSION.DESIGN)),
                row.get(VERSION.CONSENT),
                row.get(VERSION.PUBLISHED_BY),
                row.get(VERSION.PUBLISHED_AT)));
  }

  Map<Integer, FormDesign> designs(UUID form, Collection<Integer> numbers) {
    Map<Integer, FormDesign> designs = new HashMap<>();
    dsl.select(VERSION.NUMBER, VERSION.DESIGN)
        .from(VERSION)
        .where(VERSION.FORM_ID.eq(form))
        .and(VERSION.NUMBER.in(numbers))
        .forEach(row -> designs.put(row.value1(), design(row.value2())));
    return designs;
  }

  /** The published form of a place, in the version visitors see. */
  Optional<Live> live(String slug) {
    return live(FORM.SLUG.eq(slug).and(VERSION.NUMBER.eq(FORM.LIVE)));
  }

  Optional<Live> live(UUID form) {
    return live(FORM.ID.eq(form).and(VERSION.NUMBER.eq(FORM.LIVE)));
  }

  /** A form in the version that somebody was shown, however long ago. */
  Optional<Live> shown(UUID form, int version) {
    return live(FORM.ID.eq(form).and(VERSION.NUMBER.eq(version)));
  }

  private Optional<Live> live(Condition which) {
    return dsl.select(FORM.ID, FORM.NAME, FORM.SLUG, FORM.CLOSED)
        .select(VERSION.NUMBER, VERSION.DESIGN, VERSION.CONSENT)
        .from(FORM)
        .join(VERSION)
        .on(VERSION.FORM_ID.eq(FORM.ID))
        .where(which)
        .fetchOptional(row ->
            new Live(
                row.get(FORM.ID),
                row.get(FORM.NAME),
                row.get(FORM.SLUG),
                row.get(FORM.CLOSED),
                row.get(VERSION.NUMBER),
                design(row.get(VERSION.DESIGN)),
                row.get(VERSION.CONSENT)));
  }

  private Form form(Record row) {
    return new Form(
        row.get(FORM.ID),
        row.get(FORM.NAME),
        row.get(FORM.SLUG),
        design(row.get(FORM.DRAFT)),
        row.get(FORM.REVISION),
        row.get(FORM.LIVE),
        row.get(FORM.CLOSED),
        row.get(FORM.CREATED_AT),
        row.get(FORM.CHANGED_AT));
  }

  private FormDesign design(JSONB stored) {
    return json.readValue(stored.data(), FormDesign.class);
  }

  private JSONB stored(FormDesign design) {
    return JSONB.valueOf(json.writeValueAsString(design));
  }
}
