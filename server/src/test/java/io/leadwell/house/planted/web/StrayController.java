package io.leadwell.house.planted.web;

import io.leadwell.acquire.campaigns.Campaigns;

/** A controller that reaches into another module. */
record StrayController(Campaigns campaigns) {}
