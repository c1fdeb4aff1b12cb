package io.leadwell.demo;

import io.leadwell.acquire.content.ItemKind;
import io.leadwell.acquire.content.ServedStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of content of the demo company.
 *
 * @param pages what the pages of its PDF say: a heading and lines; without any it is a text
 * @param author one of the staff, or a guest
 */
record DemoArticle(
    ItemKind kind,
    String title,
    String slug,
    String language,
    String channel,
    ServedStage serves,
    String author,
    @Nullable String guestTitle,
    List<String> tags,
    String summary,
    @Nullable String body,
    List<List<String>> pages,
    boolean published) {}
