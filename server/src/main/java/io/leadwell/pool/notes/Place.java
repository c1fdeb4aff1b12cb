package io.leadwell.pool.notes;

import io.leadwell.pool.leads.TimelineSubject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where notes are kept: at one lead or one company.
 *
 * @param subject by which ids what stands there may have been kept
 */
record Place(@Nullable UUID leadId, @Nullable UUID companyId, TimelineSubject subject) {}
