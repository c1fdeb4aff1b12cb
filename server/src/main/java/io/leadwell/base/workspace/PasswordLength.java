package io.leadwell.base.workspace;

/** How many characters a password has, at least and at most. */
public record PasswordLength(int shortest, int longest) {}
