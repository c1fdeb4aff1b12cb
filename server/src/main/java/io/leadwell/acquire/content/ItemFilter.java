package io.leadwell.acquire.content;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which items a list shows; null is no limit. */
public record ItemFilter(
    @Nullable String text,
    @Nullable ItemKind kind,
    @Nullable ItemStatus status,
    @Nullable String tag,
    @Nullable UUID authorId,
    @Nullable UUID departmentId,
    @Nullable ServedStage serves) {

  public static final ItemFilter ALL = new ItemFilter(null, null, null, null, null, null, null);
}
