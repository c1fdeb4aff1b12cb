package io.leadwell.base.workspace;

import java.util.Map;
import java.util.UUID;

/** A filter of a list page that a member kept, for oneself or for everybody. */
public record SavedView(
    UUID id, String page, String name, Map<String, Object> filter, boolean shared, boolean mine) {}
