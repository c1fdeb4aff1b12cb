package io.leadwell.base.workspace;

/**
 * A session just begun.
 *
 * @param token the secret of the cookie; kept nowhere else
 */
public record SignedIn(String token, Member member) {}
