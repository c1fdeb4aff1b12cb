package io.leadwell.acquire.content;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote an item: a member, or a guest by name.
 *
 * @param departmentId whose work it counts as; a member's own when nothing is said
 */
public record Author(
    @Nullable UUID memberId,
    @Nullable String guestName,
    @Nullable String guestTitle,
    @Nullable UUID departmentId) {

  public static final Author UNKNOWN = new Author(null, null, null, null);
}
