package io.leadwell.acquire.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.web.util.HtmlUtils;

/**
 * The HTML of an article. Whatever comes from an editor, a word processor's clipboard or a program
 * passes {@link #clean}; only what is listed here is left, with pictures from our own files only.
 */
public final class RichText {

  /** Where pictures of articles are served. */
  static final String PICTURES = "/p/i/";

  private static final Pattern PICTURE = Pattern.compile(PICTURES + "([0-9a-f]{64})");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z0-9-]{1,30}");
  private static final Pattern SPAN = Pattern.compile("[1-9][0-9]?");
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)\\b[^>]*>");
  private static final Set<String> VOID = Set.of("br", "hr", "img", "col");

  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(
              "p",
              "h2",
              "h3",
              "h4",
              "ul",
              "ol",
              "li",
              "blockquote",
              "pre",
              "code",
              "strong",
              "em",
              "u",
              "s",
              "sub",
              "sup",
              "br",
              "hr",
              "a",
              "img",
              "figure",
              "figcaption",
              "table",
              "thead",
              "tbody",
              "tr",
              "th",
              "td")
          .allowElements((_, _) -> "h2", "h1")
          .allowElements((_, _) -> "strong", "b")
          .allowElements((_, _) -> "em", "i")
          .allowElements((_, _) -> "s", "del", "strike")
          .allowElements((_, _) -> "p", "div", "section", "article")
          .allowUrlProtocols("https", "http", "mailto", "tel")
          .allowAttributes("href")
          .onElements("a")
          .allowAttributes("src")
          .matching(PICTURE)
          .onElements("img")
          .allowAttributes("alt", "title")
          .onElements("img")
          .allowAttributes("colspan", "rowspan")
          .matching(SPAN)
          .onElements("th", "td")
          .allowAttributes("class")
          .matching(LANGUAGE)
          .onElements("code")
          .requireRelsOnLinks("noopener", "nofollow")
          .disallowWithoutAttributes("img", "a")
          .toFactory();

  private RichText() {}

  /** What may stand on a page; null when nothing is left. */
  public static @Nullable String clean(@Nullable String html) {
    if (html == null || html.isBlank()) {
      return null;
    }
    // Twice, as what was left out may have held apart what may not stand in one another.
    String clean = POLICY.sanitize(POLICY.sanitize(html.replace("\u0000", ""))).strip();
    return plain(clean).isBlank() && !clean.contains("<img") ? null : clean;
  }

  /** The words of cleaned HTML, a blank where a tag was. */
  public static String plain(@Nullable String clean) {
    return clean == null
        ? ""
        : HtmlUtils.htmlUnescape(TAG.matcher(clean).replaceAll(" "))
            .replaceAll("[\\s\\u00a0]+", " ")
            .strip();
  }

  /** The paragraphs, lists, pictures … that follow each other at the top of cleaned HTML. */
  static List<String> blocks(@Nullable String clean) {
    List<String> blocks = new ArrayList<>();
    if (clean == null) {
      return blocks;
    }
    Matcher tags = TAG.matcher(clean);
    int depth = 0;
    int start = 0;
    while (tags.find()) {
      String name = tags.group(2);
      boolean closing = !tags.group(1).isEmpty();
      if (VOID.contains(name)) {
        // stands for itself
      } else if (closing) {
        depth--;
      } else {
        if (depth == 0) {
          add(blocks, clean.substring(start, tags.start()));
          start = tags.start();
        }
        depth++;
      }
      if (depth == 0) {
        add(blocks, clean.substring(start, tags.end()));
        start = tags.end();
      }
    }
    add(blocks, clean.substring(start));
    return blocks;
  }

  private static void add(List<String> blocks, String block) {
    if (!block.isBlank()) {
      blocks.add(block.strip());
    }
  }

  /** The pictures an article shows, by their hash. */
  static Set<String> pictures(@Nullable String clean) {
    Set<String> found = new java.util.LinkedHashSet<>();
    if (clean != null) {
      Matcher pictures = PICTURE.matcher(clean);
      while (pictures.find()) {
        found.add(pictures.group(1));
      }
    }
    return found;
  }
}
