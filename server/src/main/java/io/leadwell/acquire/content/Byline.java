package io.leadwell.acquire.content;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who wrote it, as readers see it. */
public record Byline(@Nullable String name, @Nullable String title, @Nullable String department) {

  /** Stands for a face. */
  public String mark() {
    String shown = name != null ? name : Objects.requireNonNullElse(department, "·");
    return shown.substring(0, shown.offsetByCodePoints(0, 1));
  }

  /** What is said under the name. */
  public String line() {
    return Stream.of(title, department).filter(Objects::nonNull).collect(Collectors.joining(" · "));
  }
}
