package io.leadwell.pool.imports;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.Import.Remembered;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where files arrive: written down, looked at, and refused if they are no table. */
@Component
class Reception {

  private static final int LONGEST_NAME = 200;

  private final ImportFiles files;
  private final ImportStore store;
  private final RememberedMappings remembered;
  private final Kinds kinds;
  private final Guessing guessing;
  private final Audit audit;
  private final TransactionTemplate transaction;

  Reception(
      ImportFiles files,
      ImportStore store,
      RememberedMappings remembered,
      Kinds kinds,
      Guessing guessing,
      Audit audit,
      TransactionTemplate transaction) {
    this.files = files;
    this.store = store;
    this.remembered = remembered;
    this.kinds = kinds;
    this.guessing = guessing;
    this.audit = audit;
    this.transaction = transaction;
  }

  /** The file comes first, for certain; then the row that names it. No transaction waits for it. */
  UUID receive(Caller caller, String kind, String fileName, InputStream content) {
    kinds.named(kind);
    UUID id = Ids.next();
    ImportFiles.Written written = files.write(id, content);
    try {
      String name = named(fileName);
      FileShape shape = FileProbe.shape(files.path(id));
      FileShape found = search(kinds.named(kind)).onAnySheet(files.path(id), shape);
      ImportRecords.NewImport made =
          new ImportRecords.NewImport(
              id, kind, name, written, seen(kinds.named(kind), name, files.path(id), found));
      transaction.executeWithoutResult(_ -> {
        store.insert(made, caller);
        audit.record(
            caller,
            "import.uploaded",
            "import",
            id.toString(),
            made.fileName(),
            Map.of("kind", kind, "size", written.size()));
      });
      return id;
    } catch (IOException e) {
      files.delete(id);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      files.delete(id);
      throw e;
    }
  }

  private HeaderSearch search(ImportKind kind) {
    return new HeaderSearch(
        guessing.known(kind), names -> remembered.find(kind.name(), names).isPresent());
  }

  private TableSeen seen(ImportKind kind, String fileName, Path file, FileShape shape)
      throws IOException {
    Examination seen = Examination.of(file, shape);
    RememberedMappings.Found before = remembered.find(kind.name(), seen.names()).orElse(null);
    List<ImportHeader> headers = guessing.headers(kind, fileName, seen.names(), seen.samples());
    ImportPreset preset = before == null ? kind.recognise(seen.names()).orElse(null) : null;
    return new TableSeen(
        seen.shape(),
        headers,
        seen.rows(),
        before == null ? mapping(preset, headers) : before.mapping(),
        before == null ? null : new Remembered(before.fileName(), before.usedAt()),
        preset == null ? null : preset.name());
  }

  /** What the preset says, and the guesses where it says nothing. */
  private static Mapping mapping(@Nullable ImportPreset preset, List<ImportHeader> headers) {
    if (preset == null) {
      return Mapping.none();
    }
    Set<String> said = new HashSet<>();
    preset.columns().values().forEach(said::addAll);
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (ImportHeader header : headers) {
      List<String> known = preset.columns().get(header.name());
      columns.put(
          header.name(),
          known != null ? known : header.guess().stream().filter(f -> !said.contains(f)).toList());
    }
    return new Mapping(columns, preset.defaults(), Mapping.Options.usual(), null);
  }

  /**
   * Looks at another sheet of a workbook that is here, or at the columns named by another row;
   * without a row the header is searched.
   */
  List<ImportHeader> look(Import batch, @Nullable String sheet, @Nullable Long headerRow) {
    if (sheet != null && !batch.shape().sheets().contains(sheet)) {
      throw new Problem(ImportsProblem.NO_SHEET);
    }
    Path file = files.path(batch.id());
    FileShape shape = sheet == null ? batch.shape() : batch.shape().with(sheet);
    ImportKind kind = kinds.named(batch.kind());
    try {
      FileShape found =
          headerRow == null ? search(kind).in(file, shape) : shape.with(headerRow.longValue());
      TableSeen seen = seen(kind, batch.fileName(), file, found);
      store.look(batch.id(), seen);
      return seen.headers();
    } catch (Problem problem) {
      throw headerRow != null && problem.code() == ImportsProblem.FILE_WITHOUT_ROWS
          ? MappingCheck.nothingBelow(headerRow)
          : problem;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows at the top of the table at hand, to choose the header among them. */
  List<RawRow> top(Import batch, int most) {
    try {
      return TopRows.of(files.path(batch.id()), batch.shape(), most);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
