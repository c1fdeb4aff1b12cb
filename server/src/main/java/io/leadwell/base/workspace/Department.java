package io.leadwell.base.workspace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A node of the company's tree of departments. */
public record Department(UUID id, String name, @Nullable UUID parentId) {}
