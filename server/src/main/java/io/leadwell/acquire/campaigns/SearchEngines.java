package io.leadwell.acquire.campaigns;

import java.util.List;
import java.util.Optional;

/** What was searched, from the few search engines that still tell the page they lead to. */
final class SearchEngines {

  private record Engine(String host, List<String> parameters) {}

  private static final List<Engine> ENGINES =
      List.of(
          new Engine("baidu.com", List.of("wd", "word", "kw")),
          new Engine("so.com", List.of("q")),
          new Engine("sogou.com", List.of("query", "keyword")),
          new Engine("sm.cn", List.of("q")),
          new Engine("bing.com", List.of("q")),
          new Engine("toutiao.com", List.of("keyword")),
          new Engine("google", List.of("q")),
          new Engine("yahoo", List.of("p", "q")),
          new Engine("duckduckgo.com", List.of("q")));

  private SearchEngines() {}

  static Optional<String> searched(LandingText referrer) {
    String host = "." + referrer.host() + ".";
    return ENGINES.stream()
        .filter(engine -> host.contains("." + engine.host() + "."))
        .flatMap(engine -> engine.parameters().stream())
        .flatMap(name -> Optional.ofNullable(referrer.parameters().get(name)).stream())
        .findFirst();
  }
}
