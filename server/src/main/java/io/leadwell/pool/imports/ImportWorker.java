package io.leadwell.pool.imports;

import io.leadwell.base.platform.Interruptions;
import io.leadwell.base.platform.Problem;
import io.leadwell.pool.imports.Import.Sentence;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves one import as far as it goes: checks it, brings it in, takes it back.
 *
 * <p>Whatever dies in between, nothing is lost and nothing doubled: every chunk is one transaction
 * of its rows' effects, its refused rows and the count of rows done, begun by a conditional update
 * of that count.
 */
@Component
class ImportWorker {

  private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

  private final ImportStore store;
  private final ImportSteps steps;
  private final BadRowStore badRows;
  private final ImportFiles files;
  private final Kinds kinds;
  private final TransactionTemplate transaction;
  private final DataSource source;

  ImportWorker(
      ImportStore store,
      ImportSteps steps,
      BadRowStore badRows,
      ImportFiles files,
      Kinds kinds,
      TransactionTemplate transaction,
      DataSource source) {
    this.store = store;
    this.steps = steps;
    this.badRows = badRows;
    this.files = files;
    this.kinds = kinds;
    this.transaction = transaction;
    this.source = source;
  }

  /** Works until the import rests, unless somebody else is at it. */
  void run(UUID id) throws InterruptedException {
    try (WorkLock lock = WorkLock.take(source, id).orElse(null)) {
      if (lock != null) {
        work(id);
      }
    } catch (SQLException | RuntimeException e) {
      if (!Interruptions.passing(e)) {
        LOG.error("The work on import {} failed", id, e);
      } else {
        LOG.warn("The work on import {} was interrupted and goes on later: {}", id, e.toString());
      }
    }
  }

  /** Past the lock: also then every row is taken once. */
  void work(UUID id) throws InterruptedException {
    Optional<Import> found = store.find(id);
    while (found.isPresent() && found.get().status().working()) {
      Import batch = found.get();
      try {
        switch (batch.status()) {
          case CHECKING -> check(batch);
          case COMMITTING -> commit(batch);
          default -> takeBack(batch);
        }
      } catch (Problem problem) {
        steps.failed(
            id,
            batch.status(),
            new Sentence("problem." + problem.code().name(), problem.arguments()));
      } catch (IOException | RuntimeException e) {
        if (Interruptions.passing(e)) {
          throw e instanceof RuntimeException r
              ? r
              : new java.io.UncheckedIOException((IOException) e);
        }
        LOG.error("Import {} failed while {}", id, batch.status(), e);
        steps.failed(id, batch.status(), new Sentence("imports.failed", List.of()));
      }
      found = store.find(id);
    }
  }

  private void check(Import batch) throws IOException, InterruptedException {
    // What a pass has noticed lives in memory: an interrupted check begins anew.
    transaction.executeWithoutResult(_ -> {
      steps.restartCheck(batch.id());
      badRows.clear(batch.id());
    });
    Walk walk = new Walk(batch, 0);
    RowFeed feed = walk.feed();
    try (ReadAhead ahead = new ReadAhead(feed, 0)) {
      for (List<ImportRow> rows = ahead.next(); !rows.isEmpty(); rows = ahead.next()) {
        if (!walk.chunk(rows, false)) {
          stop(batch);
          return;
        }
      }
      List<ImportPass.Notice> notices = new ArrayList<>(walk.pass.notices());
      notices.addAll(feed.notices());
      if (!steps.checked(batch.id(), walk.done, notices, walk.pass.cases())) {
        stop(batch);
      }
    }
  }

  private void commit(Import batch) throws IOException, InterruptedException {
    Walk walk = new Walk(batch, batch.progress().done());
    try (ReadAhead ahead = new ReadAhead(walk.feed(), walk.done)) {
      for (List<ImportRow> rows = ahead.next(); !rows.isEmpty(); rows = ahead.next()) {
        if (!walk.chunk(rows, true)) {
          stop(batch);
          return;
        }
      }
    }
    steps.finished(batch.id(), walk.done);
  }

  private void takeBack(Import batch) {
    transaction.executeWithoutResult(_ ->
        store
            .locked(batch.id())
            .filter(now -> now.status() == ImportStatus.UNDOING)
            .ifPresent(now ->
                steps.undone(now.id(), both(now.undo(), kinds.named(now.kind()).undo(now.id())))));
  }

  /** What was removed by earlier undos counts as well; what is kept is kept now. */
  private static UndoReport both(
      @org.jspecify.annotations.Nullable UndoReport before, UndoReport now) {
    if (before == null) {
      return now;
    }
    java.util.Map<String, Long> removed = new java.util.LinkedHashMap<>(before.removed());
    now.removed().forEach((noun, count) -> removed.merge(noun, count, Long::sum));
    return new UndoReport(removed, now.kept(), now.shared());
  }

  /** The rows were not ours to take: cancelled, or somebody else got there first. */
  private void stop(Import batch) {
    if (steps.cancelAsked(batch.id())) {
      boolean somethingIn =
          batch.status() == ImportStatus.COMMITTING && steps.counts(batch.id()).good() > 0;
      steps.move(
          batch.id(),
          somethingIn ? ImportStatus.STOPPED : ImportStatus.CANCELLED,
          null,
          batch.status());
    }
  }

  /** One way through the rows of an import, chunk by chunk. */
  private final class Walk {
    private final Import batch;
    private final ImportKind kind;
    private final ImportPass pass;
    private final List<String> names;
    private long done;

    Walk(Import batch, long done) {
      this.batch = batch;
      this.done = done;
      this.kind = kinds.named(batch.kind());
      this.names = batch.headers().stream().map(ImportHeader::name).toList();
      this.pass = kind.begin(kinds.context(batch, store.actor(batch.id())));
    }

    RowFeed feed() throws IOException {
      return new RowFeed(files.path(batch.id()), batch.shape(), kind.fields(), batch.mapping());
    }

    boolean chunk(List<ImportRow> rows, boolean bring) {
      long to = done + rows.size();
      boolean ours =
          Boolean.TRUE.equals(
              transaction.execute(_ -> {
                if (!steps.claim(batch.id(), batch.status(), done, to)) {
                  return false;
                }
                ImportPass.RowCounts counts = bring ? pass.commit(rows) : pass.check(rows);
                BadRowStore.Kept kept =
                    badRows.keep(batch.id(), rows, batch.mapping().sources(), names);
                steps.count(batch.id(), counts, kept);
                return true;
              }));
      done = ours ? to : done;
      return ours;
    }
  }
}
