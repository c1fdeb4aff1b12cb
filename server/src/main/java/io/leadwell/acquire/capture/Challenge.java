package io.leadwell.acquire.capture;

/**
 * Work for a browser, in the words of ALTCHA: to find {@code number} up to {@code maxnumber} with
 * SHA-256(salt + number) = challenge.
 */
public record Challenge(
    String algorithm, String challenge, String salt, int maxnumber, String signature) {}
