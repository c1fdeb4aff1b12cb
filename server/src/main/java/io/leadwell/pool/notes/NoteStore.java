package io.leadwell.pool.notes;

import static io.leadwell.tables.notes.Tables.FILE;
import static io.leadwell.tables.notes.Tables.NOTE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.leadwell.pool.leads.TimelineSource.Moment;
import io.leadwell.pool.leads.TimelineSubject;
import io.leadwell.tables.notes.tables.records.FileRow;
import io.leadwell.tables.notes.tables.records.NoteRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of notes and files. Nothing is removed: what is deleted says when and by whom. */
@Component
class NoteStore {

  private static final int MOST = 500;

  private final DSLContext dsl;

  NoteStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Pinned ones first, then the newest. */
  List<NoteRow> notes(TimelineSubject at) {
    return dsl.selectFrom(NOTE)
        .where(at(at, NOTE.LEAD_ID, NOTE.COMPANY_ID))
        .and(NOTE.DELETED_AT.isNull())
        .orderBy(NOTE.PINNED.desc(), NOTE.WRITTEN_AT.desc(), NOTE.ID.desc())
        .limit(MOST)
        .fetch();
  }

  List<FileRow> files(TimelineSubject at) {
    return dsl.selectFrom(FILE)
        .where(at(at, FILE.LEAD_ID, FILE.COMPANY_ID))
        .and(FILE.DELETED_AT.isNull())
        .orderBy(FILE.UPLOADED_AT.desc(), FILE.ID.desc())
        .limit(MOST)
        .fetch();
  }

  List<NoteRow> notes(TimelineSubject at, @Nullable Moment before, int limit) {
    return dsl.selectFrom(NOTE)
        .where(at(at, NOTE.LEAD_ID, NOTE.COMPANY_ID))
        .and(NOTE.DELETED_AT.isNull())
        .and(beyond(NOTE.WRITTEN_AT, NOTE.ID, before))
        .orderBy(NOTE.WRITTEN_AT.desc(), NOTE.ID.desc())
        .limit(limit)
        .fetch();
  }

  List<FileRow> files(TimelineSubject at, @Nullable Moment before, int limit) {
    return dsl.selectFrom(FILE)
        .where(at(at, FILE.LEAD_ID, FILE.COMPANY_ID))
        .and(FILE.DELETED_AT.isNull())
        .and(beyond(FILE.UPLOADED_AT, FILE.ID, before))
        .orderBy(FILE.UPLOADED_AT.desc(), FILE.ID.desc())
        .limit(limit)
        .fetch();
  }

  long count(TimelineSubject at) {
    return (long)
            dsl.fetchCount(
                NOTE, at(at, NOTE.LEAD_ID, NOTE.COMPANY_ID).and(NOTE.DELETED_AT.isNull()))
        + dsl.fetchCount(FILE, at(at, FILE.LEAD_ID, FILE.COMPANY_ID).and(FILE.DELETED_AT.isNull()));
  }

  private static Condition at(TimelineSubject at, Field<UUID> lead, Field<UUID> company) {
    Condition ofLeads = lead.eq(any(at.leads().toArray(UUID[]::new)));
    return at.companies().isEmpty()
        ? ofLeads
        : ofLeads.or(company.eq(any(at.companies().toArray(UUID[]::new))));
  }

  private static Condition beyond(Field<Instant> at, Field<UUID> id, @Nullable Moment before) {
    return before == null ? noCondition() : row(at, id).lt(before.at(), before.id());
  }

  Optional<NoteRow> note(UUID id, boolean deleted) {
    return dsl.selectFrom(NOTE)
        .where(NOTE.ID.eq(id))
        .and(deleted ? NOTE.DELETED_AT.isNotNull() : NOTE.DELETED_AT.isNull())
        .fetchOptional();
  }

  /** Deleted ones count: they can be taken back. */
  boolean isNamed(String sha256) {
    return dsl.fetchExists(FILE, FILE.SHA256.eq(sha256));
  }

  Optional<FileRow> file(UUID id, boolean deleted) {
    return dsl.selectFrom(FILE)
        .where(FILE.ID.eq(id))
        .and(deleted ? FILE.DELETED_AT.isNotNull() : FILE.DELETED_AT.isNull())
        .fetchOptional();
  }

  void add(NoteRow note) {
    dsl.insertInto(NOTE).set(note).execute();
  }

  void add(FileRow file) {
    dsl.insertInto(FILE).set(file).execute();
  }

  void write(UUID note, String body, Instant now) {
    dsl.update(NOTE)
        .set(NOTE.BODY, body)
        .set(NOTE.EDITED_AT, now)
        .where(NOTE.ID.eq(note))
        .and(NOTE.BODY.ne(body))
        .execute();
  }

  void pin(UUID note, boolean pinned) {
    dsl.update(NOTE).set(NOTE.PINNED, pinned).where(NOTE.ID.eq(note)).execute();
  }

  void deleteNote(UUID note, @Nullable Instant at, @Nullable UUID by) {
    dsl.update(NOTE)
        .set(NOTE.DELETED_AT, at)
        .set(NOTE.DELETED_BY, by)
        .where(NOTE.ID.eq(note))
        .execute();
  }

  void deleteFile(UUID file, @Nullable Instant at, @Nullable UUID by) {
    dsl.update(FILE)
        .set(FILE.DELETED_AT, at)
        .set(FILE.DELETED_BY, by)
        .where(FILE.ID.eq(file))
        .execute();
  }
}
