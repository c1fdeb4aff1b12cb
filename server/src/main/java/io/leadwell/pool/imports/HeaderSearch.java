package io.leadwell.pool.imports;

import io.leadwell.base.platform.Problem;
import io.leadwell.kernel.matching.Folding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which row of a file names its columns. Reports of meetings, courses and advertising begin with
 * lines that say what they are, and a workbook may begin with a sheet of such lines.
 */
final class HeaderSearch {

  /** So many rows from the top a header is looked for. */
  static final int LOOK_DOWN = 31;

  /** One name may stand in a title by chance. */
  private static final int NAMES_OF_A_HEADER = 2;

  /** A line with more cells than this is no title. */
  private static final int MOST_CELLS_OF_A_TITLE = 2;

  private static final int MOST_SHEETS = 30;

  private final Set<String> known;
  private final Predicate<List<String>> remembered;

  /**
   * @param known column names that mean a field, folded
   * @param remembered whether a file with these column names has come in before
   */
  HeaderSearch(Set<String> known, Predicate<List<String>> remembered) {
    this.known = known;
    this.remembered = remembered;
  }

  /** The first sheet with a header that is known and rows below it, else the first with rows. */
  FileShape onAnySheet(Path file, FileShape shape) throws IOException {
    if (!shape.workbook()) {
      return in(file, shape);
    }
    FileShape first = null;
    for (String sheet : shape.sheets().stream().limit(MOST_SHEETS).toList()) {
      List<RawRow> top = TopRows.of(file, shape.with(sheet), LOOK_DOWN + 1);
      RawRow header = header(top);
      if (header == null || top.getLast().number() == header.number() && !TopRows.broken(header)) {
        continue;
      }
      FileShape found = shape.with(sheet).with(header.number());
      if (names(header) >= NAMES_OF_A_HEADER || isRemembered(header)) {
        return found;
      }
      first = first == null ? found : first;
    }
    if (first == null) {
      throw new Problem(ImportsProblem.FILE_WITHOUT_ROWS);
    }
    return first;
  }

  /** The header of the sheet at hand. */
  FileShape in(Path file, FileShape shape) throws IOException {
    RawRow header = header(TopRows.of(file, shape, LOOK_DOWN));
    if (header == null) {
      throw new Problem(ImportsProblem.FILE_WITHOUT_ROWS);
    }
    return shape.with(header.number());
  }

  /**
   * The row that came in before, else the one with most names that are known, else the one that
   * looks like a header; null where nothing stands.
   */
  private @Nullable RawRow header(List<RawRow> top) {
    List<RawRow> sound = top.stream().limit(LOOK_DOWN).filter(row -> !TopRows.broken(row)).toList();
    if (sound.isEmpty()) {
      return top.isEmpty() ? null : top.getFirst();
    }
    RawRow best = sound.getFirst();
    for (RawRow row : sound) {
      if (isRemembered(row)) {
        return row;
      }
      best = names(row) > names(best) ? row : best;
    }
    return names(best) >= NAMES_OF_A_HEADER ? best : belowTitles(sound);
  }

  private long names(RawRow row) {
    return row.cells().stream().map(Folding::key).distinct().filter(known::contains).count();
  }

  private boolean isRemembered(RawRow row) {
    return row.cells().size() <= SourceFile.MOST_COLUMNS
        && remembered.test(SourceFile.names(row.cells()));
  }

  /**
   * The header whose names nobody knows, below lines such as a period and an account: the first row
   * with at least twice their cells. Where there is none, the first row.
   */
  private static RawRow belowTitles(List<RawRow> top) {
    RawRow first = top.getFirst();
    for (RawRow row : top) {
      if (cells(row) >= 2 * MOST_CELLS_OF_A_TITLE) {
        return row;
      }
      if (cells(row) > MOST_CELLS_OF_A_TITLE) {
        return first;
      }
    }
    return first;
  }

  private static long cells(RawRow row) {
    return row.cells().stream().filter(cell -> !cell.isBlank()).count();
  }

  /** For files of former releases, of which only their look is known. */
  static FileShape byLook(Path file, FileShape shape) throws IOException {
    return new HeaderSearch(Set.of(), _ -> false).in(file, shape);
  }
}
