package io.leadwell.base.workspace;

/** A key just made, with its secret: the only time it can be read. */
public record NewKey(ApiKey key, String secret) {}
