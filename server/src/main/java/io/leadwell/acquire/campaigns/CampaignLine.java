package io.leadwell.acquire.campaigns;

/** A campaign with what it has cost so far. */
public record CampaignLine(Campaign campaign, long spendFen) {}
