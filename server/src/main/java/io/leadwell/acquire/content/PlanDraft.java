package io.leadwell.acquire.content;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be made.
 *
 * @param expectedLeads how many it is to bring
 * @param expectedReads how often it is to be read to its end
 * @param itemId what came of it
 */
public record PlanDraft(
    String topic,
    @Nullable ItemKind kind,
    @Nullable String audience,
    @Nullable ServedStage serves,
    Author author,
    @Nullable UUID channelId,
    @Nullable LocalDate dueOn,
    @Nullable Integer expectedLeads,
    @Nullable Integer expectedReads,
    @Nullable UUID itemId,
    @Nullable String note) {}
