package io.leadwell.pool.imports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A kind of content that files bring: leads, deals, spend. The module that owns the content
 * implements it; this module reads, maps, checks, resumes and undoes without knowing what it is.
 */
public interface ImportKind {

  /** Name in the API and the shell, such as {@code leads}. */
  String name();

  /** What columns may be mapped to. The order is that of the wizard. */
  List<ImportField> fields();

  /** What may be decided once for a whole file. The order is that of the wizard. */
  default List<ImportRule> rules() {
    return List.of();
  }

  /** Recognises the file that has these headers, so that nobody need map it. */
  default Optional<ImportPreset> recognise(List<String> headers) {
    return Optional.empty();
  }

  /** Begins a pass over the rows of one import. */
  ImportPass begin(ImportContext context);

  /** What an undo of this import would remove and what it would keep, and why. */
  UndoReport previewUndo(UUID importId);

  /** Takes the import back, within the transaction of the caller. */
  UndoReport undo(UUID importId);
}
