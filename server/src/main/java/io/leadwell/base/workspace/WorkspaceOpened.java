package io.leadwell.base.workspace;

/** The workspace has just been opened; published in the same transaction, once in its life. */
public record WorkspaceOpened(Workspace workspace) {}
