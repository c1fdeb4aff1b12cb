package io.leadwell.acquire.campaigns;

/**
 * What an advertising platform puts into the address to know its click again.
 *
 * @param kind the name of its parameter: {@code bd_vid}, {@code gclid} …
 */
public record ClickId(String kind, String value) {}
