package io.leadwell.acquire.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of an item everybody may see.
 *
 * @param amount pages, seconds or paragraphs; only for {@link Extent#PART}
 */
public record Opening(Extent extent, int amount) {

  /** All of it, the beginning, or nothing. */
  public enum Extent {
    ALL,
    PART,
    NOTHING
  }

  static final Opening ALL = new Opening(Extent.ALL, 0);
  private static final Opening NOTHING = new Opening(Extent.NOTHING, 0);

  /** What stands open before the gate; a gate after the end of the content closes nothing. */
  static Opening of(ItemDraft draft, @Nullable StoredFile file) {
    Integer after = draft.gate().after();
    return switch (draft.gate().place()) {
      case NONE -> ALL;
      case BEFORE -> NOTHING;
      case MIDDLE -> {
        Integer length = length(draft, file);
        yield after == null || length != null && after >= length
            ? ALL
            : new Opening(Extent.PART, after);
      }
    };
  }

  private static @Nullable Integer length(ItemDraft draft, @Nullable StoredFile file) {
    if (file == null) {
      return RichText.blocks(draft.body()).size();
    }
    return file.kind() == StoredFile.Kind.PDF ? file.pages() : file.seconds();
  }

  /** The part of a text that is open. */
  List<String> of(List<String> all) {
    return switch (extent) {
      case ALL -> all;
      case PART -> all.subList(0, Math.min(amount, all.size()));
      case NOTHING -> List.of();
    };
  }
}
