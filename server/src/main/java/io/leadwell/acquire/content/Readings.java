package io.leadwell.acquire.content;

import io.leadwell.base.platform.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a reader gets of an item: all of it, its beginning, or nothing before a form. */
@Service
public class Readings {

  /**
   * What is shown.
   *
   * @param blocks of a text
   * @param pageTexts what the open pages of a PDF say
   */
  public record Reading(
      Item item,
      Opening opening,
      @Nullable StoredFile file,
      List<String> blocks,
      List<String> pageTexts) {

    public boolean whole() {
      return opening.extent() == Opening.Extent.ALL;
    }

    public boolean closed() {
      return opening.extent() == Opening.Extent.NOTHING;
    }

    public boolean text() {
      return file == null;
    }

    public boolean pdf() {
      return file != null && file.kind() == StoredFile.Kind.PDF;
    }

    /** How many pages of a PDF are open. */
    public int openPages() {
      int all = file == null || file.pages() == null ? 0 : file.pages();
      return whole() ? all : Math.min(all, opening.amount());
    }

    public boolean video() {
      return file != null && file.kind() == StoredFile.Kind.VIDEO;
    }
  }

  /** A file or the beginning of one. */
  public record Part(Path path, long length) {}

  private final ContentFiles files;
  private final Passes passes;

  Readings(ContentFiles files, Passes passes) {
    this.files = files;
    this.passes = passes;
  }

  /**
   * @param holder who reads, by the cookie
   * @param preview whether a colleague looks at it, for whom there is no gate
   */
  public Reading open(Item item, @Nullable UUID holder, boolean preview) {
    StoredFile file = file(item);
    boolean all = preview || passes.passed(item, holder);
    Opening opening = all ? Opening.ALL : Opening.of(item.said(), file);
    // Beside a file the text is its introduction, which stands before the gate.
    List<String> blocks = RichText.blocks(item.said().body());
    return new Reading(
        item,
        opening,
        file,
        file == null ? opening.of(blocks) : blocks,
        file == null ? List.of() : opening.of(file.pageTexts()));
  }

  /** The whole file. */
  public Part whole(Item item) {
    StoredFile file = needed(item);
    return new Part(files.path(file), file.bytes());
  }

  /** The beginning of the file that everybody may see, and not a byte more. */
  public Part beginning(Item item) {
    StoredFile file = needed(item);
    Opening opening = Opening.of(item.said(), file);
    return switch (opening.extent()) {
      case ALL -> whole(item);
      case NOTHING -> throw new Problem(ContentProblem.PASS_NEEDED);
      case PART -> {
        if (file.kind() == StoredFile.Kind.PDF) {
          Path first = files.firstPages(file, opening.amount());
          yield new Part(first, first.toFile().length());
        }
        yield new Part(files.path(file), files.firstBytes(file, opening.amount()));
      }
    };
  }

  public @Nullable StoredFile file(Item item) {
    String hash = item.said().file();
    return hash == null ? null : files.find(hash).orElse(null);
  }

  private StoredFile needed(Item item) {
    StoredFile file = file(item);
    if (file == null) {
      throw new Problem(ContentProblem.CONTENT_FILE_NOT_FOUND);
    }
    return file;
  }
}
