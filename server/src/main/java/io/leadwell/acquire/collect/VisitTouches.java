package io.leadwell.acquire.collect;

import io.leadwell.acquire.campaigns.ClickId;
import io.leadwell.acquire.campaigns.Landing;
import io.leadwell.acquire.campaigns.Origin;
import io.leadwell.acquire.campaigns.Sources;
import io.leadwell.pool.leads.CameFrom;
import io.leadwell.pool.leads.NewTouch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a visit is worth a touch: itself, each content read, each deed that has a scene. */
final class VisitTouches {

  private static final String VISIT = "visit";
  private static final String READ = "content_read";
  private static final int MOST_PATHS = 30;
  private static final int LONGEST_PATH = 200;

  /** Names of hits that are scenes of their own; others are seen in the visit. */
  private static final Set<String> SCENES =
      Set.of("content_download", "video_watch", "link_click", "code_scan");

  private VisitTouches() {}

  /** Of a person's visit; nothing of anybody else's. */
  static List<NewTouch> of(VisitDetail detail) {
    Visit visit = detail.visit();
    UUID person = visit.person();
    if (person == null) {
      return List.of();
    }
    List<NewTouch> touches = new ArrayList<>();
    touches.add(
        touch(
            person,
            VISIT + ":" + visit.id(),
            VISIT,
            visit.startedAt(),
            null,
            visit.origin(),
            facts(visit, detail.pages())));
    reads(detail.pages())
        .forEach((content, pages) ->
            touches.add(
                touch(
                    person,
                    "read:" + visit.id() + ":" + content,
                    READ,
                    pages.getFirst().happenedAt(),
                    content,
                    visit.origin(),
                    facts(pages))));
    deeds(detail.actions())
        .forEach((key, deed) ->
            touches.add(
                touch(
                    person,
                    key,
                    deed.getFirst().name(),
                    deed.getFirst().happenedAt(),
                    deed.getFirst().content(),
                    visit.origin(),
                    said(deed))));
    return touches;
  }

  /** Of a deed outside of a visit, such as a click in a message. */
  static List<NewTouch> of(VisitAction action, Sources sources) {
    UUID person = action.person();
    if (person == null || !SCENES.contains(action.name())) {
      return List.of();
    }
    String url = action.url();
    Origin origin = sources.tryOut(new Landing(url == null ? "" : url, action.referrer()));
    return List.of(
        touch(
            person,
            key(action),
            action.name(),
            action.happenedAt(),
            action.content(),
            origin,
            said(List.of(action))));
  }

  private static NewTouch touch(
      UUID person,
      String key,
      String scene,
      Instant at,
      @Nullable String content,
      Origin origin,
      Map<String, Object> detail) {
    ClickId clickId = origin.clickId();
    return new NewTouch(
        person,
        key,
        scene,
        at,
        new CameFrom(
            // Coming directly is no channel: it takes nothing from the one that brought them.
            origin.direct() ? null : origin.channelId(),
            origin.campaignId(),
            content,
            origin.plan(),
            origin.unit(),
            origin.keyword()),
        origin.utm(),
        clickId == null ? null : clickId.value(),
        detail);
  }

  private static Map<String, List<VisitPage>> reads(List<VisitPage> pages) {
    Map<String, List<VisitPage>> reads = new LinkedHashMap<>();
    for (VisitPage page : pages) {
      if (page.content() != null) {
        reads.computeIfAbsent(page.content(), _ -> new ArrayList<>()).add(page);
      }
    }
    return reads;
  }

  /** A video tells its progress again and again: one deed each content and visit. */
  private static Map<String, List<VisitAction>> deeds(List<VisitAction> actions) {
    Map<String, List<VisitAction>> deeds = new LinkedHashMap<>();
    for (VisitAction action : actions) {
      if (SCENES.contains(action.name())) {
        deeds.computeIfAbsent(key(action), _ -> new ArrayList<>()).add(action);
      }
    }
    return deeds;
  }

  private static String key(VisitAction action) {
    return action.visit() == null || action.content() == null
        ? action.name() + ":" + action.id()
        : action.name() + ":" + action.visit() + ":" + action.content();
  }

  /** Rules ask which pages were seen; more than so many of one visit tell nothing more. */
  private static List<String> paths(List<VisitPage> pages) {
    return pages.stream()
        .map(VisitPage::url)
        .filter(Objects::nonNull)
        .map(VisitTouches::path)
        .distinct()
        .limit(MOST_PATHS)
        .toList();
  }

  /** Without host, query and anchor. */
  private static String path(String url) {
    int host = url.indexOf("://");
    int begin = host < 0 ? 0 : url.indexOf('/', host + 3);
    String path = begin < 0 ? "/" : url.substring(begin).split("[?#]", 2)[0];
    return path.substring(0, Math.min(path.length(), LONGEST_PATH));
  }

  private static Map<String, Object> facts(Visit visit, List<VisitPage> seen) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("visit", visit.id().toString());
    facts.put("pages", visit.pages());
    facts.put("seconds", visit.dwellMs() / 1_000);
    put(facts, "landing", visit.landingUrl());
    put(facts, "referrer", visit.origin().referrerHost());
    put(facts, "device", visit.device().kind());
    put(facts, "app", visit.device().app());
    put(facts, "city", visit.place().city());
    List<String> paths = paths(seen);
    if (!paths.isEmpty()) {
      facts.put("paths", paths);
    }
    return facts;
  }

  private static Map<String, Object> facts(List<VisitPage> pages) {
    Map<String, Object> facts = new LinkedHashMap<>();
    put(facts, "title", pages.getFirst().title());
    facts.put("seconds", pages.stream().mapToLong(VisitPage::dwellMs).sum() / 1_000);
    facts.put("depth", pages.stream().mapToInt(VisitPage::depth).max().orElse(0));
    return facts;
  }

  /** What was said of a deed; of figures that grow, such as a video's seconds, the most. */
  private static Map<String, Object> said(List<VisitAction> deed) {
    Map<String, Object> said = new LinkedHashMap<>();
    for (VisitAction action : deed) {
      action
          .props()
          .forEach((name, value) ->
              said.merge(name, value, (one, other) -> more(one, other) ? one : other));
    }
    return said;
  }

  private static boolean more(Object one, Object other) {
    return one instanceof Number first
        && other instanceof Number second
        && first.doubleValue() > second.doubleValue();
  }

  private static void put(Map<String, Object> facts, String name, @Nullable String value) {
    if (value != null) {
      facts.put(name, value);
    }
  }
}
