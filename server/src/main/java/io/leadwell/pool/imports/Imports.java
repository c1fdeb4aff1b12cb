package io.leadwell.pool.imports;

import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.io.InputStream;
import java.util.Collection;
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

/** Files on their way in: received, mapped, checked, brought in, taken back. */
@Service
public class Imports {

  private static final long LOOK_AGAIN_NANOS = 20_000_000;

  private final ImportStore store;
  private final ImportSteps steps;
  private final BadRowStore badRows;
  private final RememberedMappings remembered;
  private final ImportFiles files;
  private final Kinds kinds;
  private final Reception reception;
  private final ImportWork work;
  private final ImportWorker worker;
  private final Audit audit;

  Imports(
      ImportStore store,
      ImportSteps steps,
      BadRowStore badRows,
      RememberedMappings remembered,
      ImportFiles files,
      Kinds kinds,
      Reception reception,
      ImportWork work,
      ImportWorker worker,
      Audit audit) {
    this.store = store;
    this.steps = steps;
    this.badRows = badRows;
    this.remembered = remembered;
    this.files = files;
    this.kinds = kinds;
    this.reception = reception;
    this.work = work;
    this.worker = worker;
    this.audit = audit;
  }

  public List<ImportKind> kinds() {
    return kinds.all();
  }

  public ImportKind kind(String name) {
    return kinds.named(name);
  }

  /** Takes a file in and looks at its columns; refused with a sentence when it is no table. */
  public Import receive(Caller caller, String kindName, String fileName, InputStream content) {
    return find(reception.receive(caller, kindName, fileName, content));
  }

  public Import find(UUID id) {
    return store.find(id).orElseThrow(() -> new Problem(ImportsProblem.IMPORT_NOT_FOUND));
  }

  /** Newest first. */
  public Page<Import> page(@Nullable String cursor, int limit) {
    return store.page(cursor, limit);
  }

  /**
   * Says what the columns mean and begins the check. Another sheet or header row without columns is
   * only looked at.
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
    boolean otherSheet = mapping.sheet() != null && !mapping.sheet().equals(batch.shape().sheet());
    boolean otherRow =
        mapping.headerRow() != null && !mapping.headerRow().equals(batch.shape().headerRow());
    if (otherSheet || otherRow) {
      headers = reception.look(batch, mapping.sheet(), mapping.headerRow());
      if (mapping.columns().isEmpty()) {
        return find(id);
      }
    }
    MappingCheck.refuseUnsound(
        mapping, kinds.named(batch.kind()), headers.stream().map(ImportHeader::name).toList());
    store.mapping(id, mapping);
    badRows.clear(id);
    steps.begin(id, ImportStatus.CHECKING, caller, batch.status());
    work.start(id);
    return find(id);
  }

  /**
   * A row at the top of the file.
   *
   * @param row as spreadsheet programs count
   */
  public record TopRow(long row, List<String> cells) {}

  /** What stands at the top of the table at hand; rows beyond any header are left out. */
  public List<TopRow> top(UUID id) {
    return reception.top(find(id), HeaderSearch.LOOK_DOWN).stream()
        .map(row -> new TopRow(row.number(), Examination.shown(row)))
        .toList();
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
    steps.begin(id, ImportStatus.COMMITTING, caller, ImportStatus.CHECKED);
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
    if (!steps.askCancel(id)) {
      Import batch = find(id);
      boolean given =
          steps.move(
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
      steps.begin(id, ImportStatus.CHECKING, caller, batch.status());
    } else {
      steps.move(id, ImportStatus.COMMITTING, caller, batch.status());
    }
    work.start(id);
    return find(id);
  }

  /** What an undo would remove and what it would keep; a kind may count in a table of its own. */
  @Transactional
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
    steps.move(id, ImportStatus.UNDOING, caller, batch.status());
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

  /** What the files of these imports are called; of imports that are no more, nothing. */
  @Transactional(readOnly = true)
  public Map<UUID, String> fileNames(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : store.fileNames(ids);
  }

  /** A page of rows refused or remarked upon; a row with two problems shows twice. */
  @Transactional(readOnly = true)
  public Page<RowProblem> problems(UUID id, @Nullable String cursor, int limit) {
    find(id);
    Import.Counts counts = steps.counts(id);
    return badRows.page(id, cursor, limit, counts.bad() + counts.remarked());
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

  private Import locked(UUID id) {
    Optional<Import> batch = store.locked(id);
    return batch.orElseThrow(() -> new Problem(ImportsProblem.IMPORT_NOT_FOUND));
  }

  private static void refuseUnless(Import batch, boolean allowed) {
    if (!allowed) {
      throw new Problem(ImportsProblem.NOT_IN_THIS_STATE, batch.status().word());
    }
  }
}
