package io.leadwell.pool.imports;

import static io.leadwell.tables.imports.Tables.BAD_ROW;
import static io.leadwell.tables.imports.Tables.IMPORT_BATCH;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.row;

import io.leadwell.base.privacy.Kept;
import io.leadwell.base.privacy.PersonalData;
import io.leadwell.base.privacy.PersonalRows;
import io.leadwell.base.privacy.Subject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rows that were refused or remarked on, and the uploaded files that name somebody. */
@Component
class ImportedRowsOfPerson implements PersonalData {

  private static final JSONB NONE = JSONB.valueOf("[]");

  private final DSLContext dsl;
  private final PersonalRows rows;
  private final ImportFiles files;

  ImportedRowsOfPerson(DSLContext dsl, PersonalRows rows, ImportFiles files) {
    this.dsl = dsl;
    this.rows = rows;
    this.files = files;
  }

  @Override
  public String area() {
    return "imports";
  }

  @Override
  public List<Kept> kept(Subject person) {
    return List.of(rows.read("bad_row", BAD_ROW, about(person)));
  }

  /** A row keeps its number and says nothing. A file goes whole: nothing reads it any more. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> erase(Subject person) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Set<UUID> imports = new LinkedHashSet<>();
    person.rows().forEach(at -> imports.add(at.importId()));
    imports.addAll(
        dsl.update(BAD_ROW)
            .set(BAD_ROW.CELLS, NONE)
            .set(BAD_ROW.PROBLEMS, NONE)
            .where(about(person))
            .returning(BAD_ROW.IMPORT_ID)
            .fetch(BAD_ROW.IMPORT_ID));
    counts.put("bad_row", imports.size());
    UUID[] ids = imports.toArray(UUID[]::new);
    Condition those = IMPORT_BATCH.ID.eq(any(ids));
    rows.scrubNames(
        IMPORT_BATCH,
        those,
        person,
        IMPORT_BATCH.FILE_NAME,
        IMPORT_BATCH.HEADERS,
        IMPORT_BATCH.CHECK_RESULT,
        IMPORT_BATCH.UNDO_RESULT,
        IMPORT_BATCH.ERROR);
    List<String> over =
        Arrays.stream(ImportStatus.values())
            .filter(ImportStatus::isOver)
            .map(ImportStatus::word)
            .toList();
    List<UUID> gone =
        dsl.update(IMPORT_BATCH)
            .set(IMPORT_BATCH.FILE_TO_GO, true)
            .where(those)
            .and(IMPORT_BATCH.STATUS.in(over))
            .returning(IMPORT_BATCH.ID)
            .fetch(IMPORT_BATCH.ID);
    gone.forEach(files::deleteAfterCommit);
    counts.put("file", gone.size());
    return counts;
  }

  private Condition about(Subject person) {
    Condition theirs =
        person.rows().isEmpty()
            ? falseCondition()
            : row(BAD_ROW.IMPORT_ID, BAD_ROW.ROW_NUMBER)
                .in(person.rows().stream().map(at -> DSL.row(at.importId(), at.row())).toList());
    return theirs.or(rows.mentions(person, BAD_ROW.CELLS, BAD_ROW.PROBLEMS));
  }
}
