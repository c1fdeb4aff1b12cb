package io.leadwell.acquire.campaigns;

/** What a link says so that its visitors are known to come from a channel. */
public record UtmTags(String source, String medium) {}
