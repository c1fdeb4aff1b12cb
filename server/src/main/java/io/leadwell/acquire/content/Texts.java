package io.leadwell.acquire.content;

import io.leadwell.kernel.matching.Folding;
import org.jspecify.annotations.Nullable;

/** What people type: without what cannot be stored or seen; nothing is null. */
public final class Texts {

  private Texts() {}

  /** One line, runs of blanks made one. */
  public static @Nullable String line(@Nullable String said) {
    return said == null ? null : kept(storable(said).replaceAll("[\\s\\u00a0\\u3000]+", " "));
  }

  /** Lines as they are. */
  public static @Nullable String text(@Nullable String said) {
    return said == null ? null : kept(storable(said));
  }

  /** Equal for every way of typing one title or tag: case, width and blanks do not count. */
  public static String key(String text) {
    return Folding.fold(text);
  }

  private static @Nullable String kept(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? null : stripped;
  }

  /** Without control signs, halves of characters, and signs that turn the reading direction. */
  private static String storable(String said) {
    StringBuilder kept = new StringBuilder(said.length());
    said.codePoints()
        .filter(c -> c >= ' ' && (c < 0x7f || c > 0x9f) || c == '\n' || c == '\t')
        .filter(c -> c < 0xd800 || c > 0xdfff)
        .filter(c -> c < 0x202a || c > 0x202e)
        .filter(c -> c < 0x2066 || c > 0x2069)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
