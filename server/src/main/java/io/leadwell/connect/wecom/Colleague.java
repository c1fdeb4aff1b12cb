package io.leadwell.connect.wecom;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the corp who has contacts.
 *
 * @param userId WeCom's own id, which stays
 * @param memberId the member of the workspace who this is, as far as known
 * @param matchedBy email, phone or hand
 * @param settled whether it was said by hand that this is no member
 */
public record Colleague(
    UUID id,
    UUID connectionId,
    String userId,
    @Nullable String name,
    @Nullable UUID memberId,
    @Nullable String matchedBy,
    boolean settled,
    @Nullable Instant goneAt) {}
