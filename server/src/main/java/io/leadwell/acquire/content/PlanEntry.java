package io.leadwell.acquire.content;

import java.util.UUID;

/** A card of the plan: where it stands on the board, and what is to be made. */
public record PlanEntry(UUID id, PlanStatus status, int place, PlanDraft said) {}
