package io.leadwell.demo;

import io.leadwell.acquire.collect.Collector;
import io.leadwell.acquire.collect.Delivery;
import io.leadwell.acquire.collect.Receipt;
import io.leadwell.acquire.collect.Site;
import io.leadwell.acquire.collect.SiteDraft;
import io.leadwell.acquire.collect.Sites;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Two weeks of visitors on the demo company's website and its content pages, hit by hit. */
@Component
class DemoTraffic {

  /** A visitor who may leave a form now, and how the last page was come to. */
  record Reader(UUID visitor, String address, String agent) {}

  private static final String WEBSITE = "www.example.com";
  private static final String HUB = "demo.leadwell";
  private static final int DAYS = 14;
  private static final int A_DAY = 16;

  /** How long content pages are read, in seconds; the longer, the likelier to the end. */
  private static final int LONGEST = 260;

  private static final List<String> AGENTS =
      List.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
          "Mozilla/5.0 (Linux; Android 15; PJD110) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Version/4.0 Chrome/134.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.61",
          "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML,"
              + " like Gecko) Mobile/15E148 MicroMessenger/8.0.61 NetType/WIFI Language/zh_CN",
          "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
              + " Version/18.5 Safari/605.1.15");

  private static final List<String> ADDRESSES =
      List.of("101.80.0.1", "58.210.10.2", "115.192.8.8", "113.88.1.9", "218.58.70.4", "119.4.5.6");

  private static final List<String> PAGES =
      List.of("/", "/product", "/product/scheduling", "/cases", "/pricing", "/about");

  private final Collector collector;
  private final Sites sites;
  private final JsonMapper json;
  private final Clock clock;
  private final Random random = new Random(20_240_607);

  DemoTraffic(Collector collector, Sites sites, JsonMapper json, Clock clock) {
    this.collector = collector;
    this.sites = sites;
    this.json = json;
    this.clock = clock;
  }

  /** Those who came last; nobody when there has been traffic before. */
  List<Reader> tell(List<DemoArticle> shelf, Caller system) {
    if (sites.all().stream().anyMatch(site -> !site.own())) {
      return List.of();
    }
    Site website =
        sites.add(new SiteDraft("公司官网", List.of(WEBSITE), false, true, null, false), system);
    List<DemoArticle> shown = shelf.stream().filter(DemoArticle::published).toList();
    List<Reader> readers = new ArrayList<>();
    for (int day = DAYS; day >= 0; day--) {
      for (int i = 0; i < A_DAY; i++) {
        boolean back = !readers.isEmpty() && random.nextInt(100) < 35;
        Reader reader =
            back
                ? readers.get(random.nextInt(readers.size()))
                : new Reader(Ids.next(), Words.pick(random, ADDRESSES), Words.pick(random, AGENTS));
        Instant at =
            clock.instant().minus(Duration.ofMinutes(day * 1440L + 60 + random.nextInt(900)));
        if (random.nextInt(10) < 6) {
          visitHub(reader, shown, at, back);
        } else {
          visitSite(reader, website, at, back);
        }
        if (!back) {
          readers.add(reader);
        }
      }
    }
    return readers.reversed();
  }

  private void visitHub(Reader reader, List<DemoArticle> shown, Instant start, boolean back) {
    List<Map<String, Object>> hits = new ArrayList<>();
    UUID visit = Ids.next();
    Instant at = start;
    for (int i = 0; i <= random.nextInt(3); i++) {
      // What stands first on the shelf is read most.
      DemoArticle article =
          shown.get(Math.min(random.nextInt(shown.size()), random.nextInt(shown.size())));
      String url = "https://" + HUB + "/p/c/" + article.slug();
      Map<String, Object> page =
          page(visit, at, i == 0 ? come(url, back) : url, article.title(), i == 0 && !back);
      page.put("content", article.title());
      hits.add(page);
      int seconds = 10 + random.nextInt(LONGEST);
      at = at.plusSeconds(seconds);
      int depth = Math.min(100, 15 + seconds * 100 / 180);
      hits.add(dwell(visit, at, page, seconds, depth));
      if (depth == 100) {
        hits.add(deed(visit, at, "read_end", article));
        if (random.nextInt(6) == 0) {
          hits.add(deed(visit, at.plusSeconds(2), "share", article));
        }
      }
    }
    deliver(Site.OWN, HUB, reader, hits);
  }

  private void visitSite(Reader reader, Site website, Instant start, boolean back) {
    List<Map<String, Object>> hits = new ArrayList<>();
    UUID visit = Ids.next();
    Instant at = start;
    for (int i = 0; i <= random.nextInt(4); i++) {
      String path = Words.pick(random, PAGES);
      String url = "https://" + WEBSITE + path;
      Map<String, Object> page =
          page(visit, at, i == 0 ? come(url, back) : url, "云帆工业软件 " + path, i == 0 && !back);
      hits.add(page);
      int seconds = 5 + random.nextInt(90);
      at = at.plusSeconds(seconds);
      hits.add(dwell(visit, at, page, seconds, Math.min(100, 30 + seconds)));
    }
    deliver(website.key(), WEBSITE, reader, hits);
  }

  /** By an ad for a keyword, from the official account, by a colleague's link, or directly. */
  private String come(String url, boolean back) {
    int way = back ? 9 : random.nextInt(10);
    if (way < 4) {
      return url
          + "?utm_source=baidu&utm_medium=cpc&plan=产品词&unit=MES&keyword="
          + Words.pick(random, DemoHistory.KEYWORDS)
          + "&bd_vid=demo"
          + random.nextInt(1_000_000);
    }
    return way < 7 ? url + "?utm_source=wechat&utm_medium=article" : url;
  }

  private Map<String, Object> page(
      UUID visit, Instant at, String url, String title, boolean searched) {
    Map<String, Object> hit = hit(visit, at, "page");
    hit.put("url", url);
    hit.put("title", title);
    if (searched && url.contains("utm_source=baidu")) {
      hit.put("referrer", "https://www.baidu.com/");
    }
    return hit;
  }

  private static Map<String, Object> dwell(
      UUID visit, Instant at, Map<String, Object> page, int seconds, int depth) {
    Map<String, Object> hit = hit(visit, at, "dwell");
    hit.put("page", page.get("id"));
    hit.put("ms", seconds * 1_000L);
    hit.put("depth", depth);
    return hit;
  }

  private static Map<String, Object> deed(
      UUID visit, Instant at, String name, DemoArticle article) {
    Map<String, Object> hit = hit(visit, at, name);
    hit.put("content", article.title());
    return hit;
  }

  private static Map<String, Object> hit(UUID visit, Instant at, String name) {
    Map<String, Object> hit = new LinkedHashMap<>();
    hit.put("id", Ids.next().toString());
    hit.put("at", at.toEpochMilli());
    hit.put("name", name);
    hit.put("visit", visit.toString());
    return hit;
  }

  private void deliver(String site, String host, Reader reader, List<Map<String, Object>> hits) {
    Instant now = clock.instant();
    byte[] body =
        json.writeValueAsString(
                Map.of(
                    "visitor",
                    reader.visitor().toString(),
                    "sent",
                    now.toEpochMilli(),
                    "lang",
                    "zh-CN",
                    "hits",
                    hits))
            .getBytes(StandardCharsets.UTF_8);
    Receipt receipt =
        collector.take(
            new Delivery(
                site,
                reader.address(),
                reader.agent(),
                host,
                "https://" + host,
                false,
                now,
                atMost -> Arrays.copyOf(body, Math.min(atMost, body.length))));
    if (!(receipt instanceof Receipt.Taken)) {
      throw new IllegalStateException("The demo's visitors are not taken: " + receipt);
    }
  }
}
