package io.leadwell.acquire.campaigns.web;

import io.leadwell.acquire.campaigns.Channels;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parameters of lists: an id or a name, or {@code none} for "without one"; sizes of pages. */
final class Choices {

  private static final int LARGEST = 200;
  private static final String NONE = "none";

  private Choices() {}

  /** A channel stands for itself and everything under it. */
  static @Nullable Set<UUID> channels(@Nullable String parameter, Channels channels) {
    return ids(
        "channel",
        parameter,
        id -> {
          Set<UUID> found = channels.withDescendants(id);
          return found.isEmpty() ? Set.of(id) : found;
        });
  }

  static @Nullable Set<UUID> ids(String name, @Nullable String parameter) {
    return ids(name, parameter, Set::of);
  }

  private static @Nullable Set<UUID> ids(
      String name, @Nullable String parameter, Function<UUID, Set<UUID>> found) {
    if (parameter == null || parameter.isBlank()) {
      return null;
    }
    if (parameter.equals(NONE)) {
      return Set.of();
    }
    try {
      return found.apply(UUID.fromString(parameter));
    } catch (IllegalArgumentException e) {
      throw Patch.wrong(name);
    }
  }

  /**
   * A name: {@code none} for "without one", as reports key their rows. A name that is spelled like
   * a key of theirs has an equals sign in front.
   */
  static @Nullable String name(@Nullable String parameter) {
    if (parameter == null || parameter.isBlank()) {
      return null;
    }
    if (parameter.equals(NONE)) {
      return "";
    }
    return parameter.startsWith("=") ? parameter.substring(1) : parameter;
  }

  static int limit(int asked) {
    return Math.clamp(asked, 1, LARGEST);
  }
}
