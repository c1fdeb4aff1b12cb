package io.leadwell.demo;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.campaigns.Landing;
import io.leadwell.acquire.campaigns.Sources;
import io.leadwell.acquire.links.Following;
import io.leadwell.acquire.links.Link;
import io.leadwell.acquire.links.LinkDraft;
import io.leadwell.acquire.links.LinkFilter;
import io.leadwell.acquire.links.Links;
import io.leadwell.acquire.links.Passer;
import io.leadwell.acquire.links.Placement;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Short links of the demo company, followed for some weeks, and sources nobody has assigned yet.
 */
@Component
class DemoLinks {

  private static final String SITE = "https://www.example.com";
  private static final String AGENT =
      "Mozilla/5.0 (Linux; Android 15; PJD110) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/134.0.0.0 Mobile Safari/537.36";
  private static final int DAYS = 40;

  /** A link: where it stands, where it leads, and how often it is followed and scanned. */
  private record Made(
      String name,
      String path,
      String channel,
      String content,
      String code,
      int clicks,
      int scans) {}

  private static final List<Made> LINKS =
      List.of(
          new Made("工博会展台易拉宝", "/demo", "行业展会", "易拉宝", "ciif-a12", 6, 140),
          new Made("工博会名片", "/demo", "行业展会", "名片", "ciif-card", 2, 45),
          new Made("公众号菜单：白皮书", "/whitepaper", "公众号", "菜单", "paper", 110, 0),
          new Made("长三角沙龙邀请短信", "/salon", "短信营销", "邀请", "salon", 60, 0),
          new Made("知乎文章文末", "/mes-guide", "知乎", "文末", "mes-guide", 48, 0),
          new Made("渠道伙伴专用页", "/partner", "渠道伙伴", "资料包", "partner", 14, 3));

  private final Links links;
  private final Following following;
  private final Channels channels;
  private final Sources sources;
  private final Clock clock;

  DemoLinks(Links links, Following following, Channels channels, Sources sources, Clock clock) {
    this.links = links;
    this.following = following;
    this.channels = channels;
    this.sources = sources;
    this.clock = clock;
  }

  void tell(Caller system) {
    LinkFilter any = new LinkFilter(null, null, null, null, null);
    Set<String> there =
        links.list(any, null, LINKS.size()).items().stream()
            .map(line -> line.link().code())
            .collect(Collectors.toSet());
    List<Made> missing = LINKS.stream().filter(made -> !there.contains(made.code())).toList();
    if (missing.isEmpty()) {
      return;
    }
    Random random = new Random(20_240_604);
    Map<String, UUID> ids = channels.named(LINKS.stream().map(Made::channel).toList(), true);
    for (Made made : missing) {
      Placement placement =
          new Placement(ids.get(made.channel()), null, made.content(), null, null, null);
      Link link =
          links.add(
              new LinkDraft(made.name(), SITE + made.path(), placement, made.code(), true, null),
              system);
      for (int i = 0; i < made.clicks() + made.scans(); i++) {
        follow(link, i >= made.clicks(), random);
      }
    }
    for (int i = 0; i < 30; i++) {
      sources.of(new Landing(SITE + "/?utm_source=gkong.com&utm_medium=banner", null));
      if (i % 2 == 0) {
        sources.of(new Landing(SITE + "/whitepaper", "https://bbs.example.org/thread/2"));
      }
      if (i % 3 == 0) {
        sources.of(new Landing(SITE + "/?gclid=demo" + i, null));
      }
    }
  }

  private void follow(Link link, boolean scanned, Random random) {
    Instant at = clock.instant().minus(random.nextInt(DAYS * 24 * 60), ChronoUnit.MINUTES);
    following.follow(
        link.code(),
        null,
        new Passer(Ids.next(), scanned, true, true, null, AGENT, "127.0.0.1", at));
  }
}
