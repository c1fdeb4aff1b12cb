package io.leadwell.acquire.content;

import java.util.List;

/**
 * A page of the hub.
 *
 * @param page from 1
 * @param kinds those that have items at all
 * @param tags the most used ones
 */
public record HubPage(
    List<HubItem> items, int page, int pages, int total, List<ItemKind> kinds, List<String> tags) {}
