package io.leadwell.pool.imports;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.Import.Remembered;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Files on their way in: received, mapped, checked, brought in, taken back. */
@Service
public class Imports {

  private static final int LONGEST_NAME = 200;
  private static final long LOOK_AGAIN_NANOS = 20_000_000;

  private final ImportStore store;
  private final BadRowStore badRows;
  private final RememberedMappings remembered;
  private final ImportFiles files;
  private final Kinds kinds;
  private final Guessing guessing;
  private final ImportWork work;
  private final ImportWorker worker;
  private final Audit audit;
  private final TransactionTemplate transaction;

  Imports(
      ImportStore store,
      BadRowStore badRows,
      RememberedMappings remembered,
      ImportFiles files,
      Kinds kinds,
      Guessing guessing,
      ImportWork work,
      ImportWorker worker,
      Audit audit,
      TransactionTemplate transaction) {
    this.store = store;
    this.badRows = badRows;
    this.remembered = remembered;
    this.files = files;
    this.kinds = kinds;
    this.guessing = guessing;
    this.work = work;
    this.worker = worker;
    this.audit = audit;
    this.transaction = transaction;
  }

  public List<ImportKind> kinds() {
    return kinds.all();
  }

  public ImportKind kind(String name) {
    return kinds.named(name);
  }

  /** Takes a file in and looks at its columns; refused with a sentence when it is no table. */
  public Import receive(Caller caller, String kindName, String fileName, InputStream content) {
    ImportKind kind = kinds.named(kindName);
    UUID id = Ids.next();
    ImportFiles.Written written = files.write(id, content);
    try {
      Examination seen = Examination.of(files.path(id), FileProbe.shape(files.path(id)), true);
      String name = named(fileName);
      List<ImportHeader> headers = guessing.headers(kind, name, seen.names(), seen.samples());
      RememberedMappings.Found before = remembered.find(kindName, seen.names()).orElse(null);
      ImportRecords.NewImport made =
          new ImportRecords.NewImport(
              id,
              kindName,
              name,
              written,
              seen.shape(),
              headers,
              seen.rows(),
              before == null ? Mapping.none() : before.mapping(),
              before == null ? null : new Remembered(before.fileName(), before.usedAt()));
      transaction.executeWithoutResult(_ -> {
        store.insert(made, caller);
        audit.record(
            caller,
            "import.uploaded",
            "import",
            id.toString(),
            name,
            Map.of("kind", kindName, "size", written.size()));
      });
      return find(id);
    } catch (IOException e) {
      files.delete(id);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      files.delete(id);
      throw e;
    }
  }

  public Import find(UUID id) {
    return store.find(id).orElseThrow(() -> new Problem(ImportsProblem.IMPORT_NOT_FOUND));
  }

  /** Newest first. */
  public Page<Import> page(@Nullable String cursor, int limit) {
    return store.page(cursor, limit);
  }

  /**
   * Says what the columns mean and begins the check. Another sheet without columns only looks at
   * that sheet.
   */
  @Transactional
  public Import map(UUID id, Mapping wanted, Caller caller) {
    Import batch = locked(id);
    refuseUnless(
        batch,
        batch.status() == ImportStatus.MAPPING
            || batch.status() == ImportStatus.CHECKED
            || batch.status() == ImportStatus.CANCELLED
            || batch.status() == ImportStatus.FAILED && !batch.canUndo());
    Mapping mapping = wanted.tidy();
    List<ImportHeader> headers = batch.headers();
    String sheet = mapping.sheet();
    if (sheet != null && !sheet.equals(batch.shape().sheet())) {
      headers = look(batch, sheet);
      if (mapping.columns().isEmpty()) {
        return find(id);
      }
    }
    List<ImportField> fields = kinds.named(batch.kind()).fields();
    MappingCheck.refuseUnsound(mapping, fields, headers.stream().map(ImportHeader::name).toList());
    store.mapping(id, mapping);
    badRows.clear(id);
    store.begin(id, ImportStatus.CHECKING, caller, batch.status());
    work.start(id);
    return find(id);
  }

  /** Brings the good rows in. */
  @Transactional
  public Import commit(UUID id, Caller caller) {
    Import batch = locked(id);
    refuseUnless(batch, batch.status() == ImportStatus.CHECKED);
    if (Objects.requireNonNull(batch.check()).good() == 0) {
      throw new Problem(ImportsProblem.NOTHING_GOOD);
    }
    remembered.remember(batch, batch.mapping(), caller);
    badRows.clear(id);
    store.begin(id, ImportStatus.COMMITTING, caller, ImportStatus.CHECKED);
    audit.record(
        caller,
        "import.committed",
        "import",
        id.toString(),
        batch.fileName(),
        Map.of("kind", batch.kind(), "rows", batch.check().good()));
    work.start(id);
    return find(id);
  }

  /** Stops the work at the next chunk; what rests before the commit is given up at once. */
  @Transactional
  public Import cancel(UUID id, Caller caller) {
    if (!store.askCancel(id)) {
      Import batch = find(id);
      boolean given =
          store.move(
              id, ImportStatus.CANCELLED, caller, ImportStatus.MAPPING, ImportStatus.CHECKED);
      refuseUnless(batch, given || batch.status() == ImportStatus.CANCELLED);
    }
    work.start(id);
    return find(id);
  }

  /** Goes on where the work was stopped or failed; what was cancelled is checked again. */
  @Transactional
  public Import resume(UUID id, Caller caller) {
    Import batch = locked(id);
    boolean ended =
        batch.status() == ImportStatus.STOPPED
            || batch.status() == ImportStatus.CANCELLED
            || batch.status() == ImportStatus.FAILED;
    refuseUnless(batch, ended && !batch.mapping().columns().isEmpty() && batch.undo() == null);
    if (batch.check() == null || batch.status() == ImportStatus.CANCELLED) {
      store.begin(id, ImportStatus.CHECKING, caller, batch.status());
    } else {
      store.move(id, ImportStatus.COMMITTING, caller, batch.status());
    }
    work.start(id);
    return find(id);
  }

  /** What an undo would remove and what it would keep. */
  @Transactional(readOnly = true)
  public UndoReport previewUndo(UUID id) {
    Import batch = find(id);
    refuseUnless(batch, batch.canUndo());
    return kinds.named(batch.kind()).previewUndo(id);
  }

  /** Takes the import back; one that was partly taken back may be tried again. */
  @Transactional
  public Import undo(UUID id, Caller caller) {
    Import batch = locked(id);
    refuseUnless(batch, batch.canUndo());
    store.move(id, ImportStatus.UNDOING, caller, batch.status());
    audit.record(
        caller,
        "import.undone",
        "import",
        id.toString(),
        batch.fileName(),
        Map.of("kind", batch.kind()));
    work.start(id);
    return find(id);
  }

  /** Forgets an import of which nothing is in. */
  @Transactional
  public void delete(UUID id, Caller caller) {
    Import batch = locked(id);
    refuseUnless(batch, !batch.status().working());
    if (batch.canUndo()) {
      throw new Problem(ImportsProblem.STILL_IN);
    }
    store.delete(id);
    audit.record(caller, "import.deleted", "import", id.toString(), batch.fileName(), Map.of());
    files.deleteAfterCommit(id);
  }

  /** A page of refused rows; a row with two problems shows twice. */
  @Transactional(readOnly = true)
  public Page<RowProblem> problems(UUID id, @Nullable String cursor, int limit) {
    find(id);
    return badRows.page(id, cursor, limit, store.counts(id).bad());
  }

  /** Every refused row: its problems and its cells. */
  public void eachProblem(UUID id, BiConsumer<List<RowProblem>, List<String>> consumer) {
    find(id);
    badRows.each(id, row -> consumer.accept(row.problems(), row.cells()));
  }

  /** Works on the import in this thread, or waits for who does, until it rests. */
  public Import await(UUID id) throws InterruptedException {
    Import batch = find(id);
    while (batch.status().working()) {
      worker.run(id);
      batch = find(id);
      if (batch.status().working()) {
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    return batch;
  }

  private List<ImportHeader> look(Import batch, String sheet) {
    if (!batch.shape().sheets().contains(sheet)) {
      throw new Problem(ImportsProblem.NO_SHEET);
    }
    try {
      Examination seen = Examination.of(files.path(batch.id()), batch.shape().with(sheet), false);
      List<ImportHeader> headers =
          guessing.headers(
              kinds.named(batch.kind()), batch.fileName(), seen.names(), seen.samples());
      store.look(batch.id(), seen.shape(), headers, seen.rows());
      return headers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Import locked(UUID id) {
    Optional<Import> batch = store.locked(id);
    return batch.orElseThrow(() -> new Problem(ImportsProblem.IMPORT_NOT_FOUND));
  }

  private static void refuseUnless(Import batch, boolean allowed) {
    if (!allowed) {
      throw new Problem(ImportsProblem.NOT_IN_THIS_STATE, batch.status().word());
    }
  }

  /** The name alone, for browsers that send a path, in what PostgreSQL can keep. */
  private static String named(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String clean = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
    String shown = clean.isEmpty() ? "import" : clean;
    return shown.substring(0, Math.min(LONGEST_NAME, shown.length()));
  }
}
