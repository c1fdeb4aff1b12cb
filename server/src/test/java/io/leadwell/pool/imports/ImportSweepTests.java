package io.leadwell.pool.imports;

import static io.leadwell.tables.imports.Tables.IMPORT_BATCH;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.workspace.Tables.AUDIT_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.DataFolder;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class ImportSweepTests {

  private static final String FILE = "线索编号,姓名,手机\na1,王伟,13800138000\na2,李娜,12345\n";
  private static final Duration JUST_BEFORE = ImportSweep.IDLE.minusHours(1);
  private static final Duration JUST_AFTER = ImportSweep.IDLE.plusHours(1);

  @Autowired private Imports imports;
  @Autowired private ImportFiles files;
  @Autowired private ImportStore store;
  @Autowired private Audit audit;
  @Autowired private TransactionTemplate transaction;
  @Autowired private DataFolder data;
  @Autowired private DSLContext dsl;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(imports);
  }

  @Test
  void what_nobody_brought_in_goes_with_its_file_after_its_time() throws Exception {
    Import mapping = desk.leads(FILE);
    Import checked = desk.check(desk.leads(FILE));
    Import cancelled = desk.check(desk.leads(FILE));
    imports.cancel(cancelled.id(), Caller.system());

    sweepAfter(JUST_BEFORE);
    assertThat(dsl.fetchCount(IMPORT_BATCH)).isEqualTo(3);
    assertThat(files.path(mapping.id())).exists();

    sweepAfter(JUST_AFTER);
    assertThat(dsl.fetchCount(IMPORT_BATCH)).isZero();
    for (Import batch : new Import[] {mapping, checked, cancelled}) {
      assertThat(files.path(batch.id())).doesNotExist();
    }
    assertThat(dsl.fetchCount(AUDIT_ENTRY, AUDIT_ENTRY.ACTION.eq("import.expired"))).isEqualTo(3);
  }

  @Test
  void the_file_of_what_is_in_goes_and_error_file_and_undo_work_without_it() throws Exception {
    Import done = desk.commit(desk.check(desk.leads(FILE)).id());

    sweepAfter(JUST_BEFORE);
    assertThat(files.path(done.id())).exists();
    sweepAfter(JUST_AFTER);

    assertThat(files.path(done.id())).doesNotExist();
    assertThat(desk.problems(done.id())).containsExactly("3 手机 notAPhone");
    assertThat(desk.undo(done.id()).status()).isEqualTo(ImportStatus.UNDONE);
    assertThat(dsl.fetchCount(LEAD)).isZero();
    sweepAfter(JUST_AFTER);
    assertThat(imports.find(done.id()).status()).as("it stays in the list").isNotNull();
  }

  @Test
  void an_import_that_may_go_on_keeps_its_file_for_ever() throws Exception {
    Import stopped = desk.commit(desk.check(desk.leads(FILE)).id());
    Import failed = desk.commit(desk.check(desk.leads(FILE.replace('a', 'b'))).id());
    becomes(stopped, ImportStatus.STOPPED);
    becomes(failed, ImportStatus.FAILED);

    sweepAfter(Duration.ofDays(4_000));

    assertThat(files.path(stopped.id())).exists();
    assertThat(files.path(failed.id())).exists();
    imports.resume(stopped.id(), Caller.system());
    assertThat(imports.await(stopped.id()).status()).isEqualTo(ImportStatus.DONE);
  }

  @Test
  void an_import_taken_up_again_is_not_given_up() throws Exception {
    Import batch = desk.leads(FILE);
    dsl.update(IMPORT_BATCH)
        .set(IMPORT_BATCH.CREATED_AT, Instant.now().minus(Duration.ofDays(400)))
        .execute();
    desk.check(batch);

    sweepAfter(Duration.ZERO);

    assertThat(imports.find(batch.id()).status()).isEqualTo(ImportStatus.CHECKED);
    assertThat(files.path(batch.id())).exists();
  }

  @Test
  void uploads_that_no_import_names_go_after_a_day_and_other_peoples_files_stay() throws Exception {
    Path nameless = Files.writeString(files.path(Ids.next()), "x");
    Path young = Files.writeString(files.path(Ids.next()), "x");
    Path half = Files.writeString(data.folder("uploads").resolve("upload_1.tmp"), "x");
    Path note = Files.writeString(young.resolveSibling("note.txt"), "x");
    for (Path old : new Path[] {nameless, half, note}) {
      Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }

    sweepAfter(Duration.ZERO);

    assertThat(nameless).doesNotExist();
    assertThat(half).doesNotExist();
    assertThat(young).exists();
    assertThat(note).exists();
    Files.delete(young);
    Files.delete(note);
  }

  private void sweepAfter(Duration time) {
    Clock later = Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC);
    new ImportSweep(files, store, audit, transaction, later).sweep();
  }

  private void becomes(Import batch, ImportStatus status) {
    dsl.update(IMPORT_BATCH)
        .set(IMPORT_BATCH.STATUS, status.word())
        .where(IMPORT_BATCH.ID.eq(batch.id()))
        .execute();
  }
}
