package io.leadwell.acquire.collect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a User-Agent header says plainly. It is how apps are told apart, and all there is until the
 * thorough reading of {@link Devices} is ready.
 */
final class AgentWords {

  /** The first that is found wins: WeCom calls itself WeChat as well. */
  private static final Map<String, String> APPS = new LinkedHashMap<>();

  static {
    APPS.put("wxwork/", "wecom");
    APPS.put("micromessenger/", "wechat");
    APPS.put("dingtalk", "dingtalk");
    APPS.put("lark/", "feishu");
    APPS.put("feishu", "feishu");
    APPS.put("aweme", "douyin");
    APPS.put("baiduboxapp", "baidu");
    APPS.put("zhihu", "zhihu");
    APPS.put("weibo", "weibo");
    APPS.put("xiaohongshu", "xiaohongshu");
    APPS.put("discover/", "xiaohongshu");
    APPS.put("bilibili", "bilibili");
    APPS.put("alipayclient", "alipay");
    APPS.put(" qq/", "qq");
  }

  /** Programs that fetch pages and say so. */
  private static final List<String> ROBOTS =
      List.of(
          "spider",
          "crawler",
          "slurp",
          "headless",
          "phantomjs",
          "selenium",
          "puppeteer",
          "playwright",
          "bot/",
          "bot;",
          "bot)",
          "googlebot",
          "bingbot",
          "bingpreview",
          "facebookexternalhit",
          "lighthouse",
          "pingdom",
          "uptimerobot",
          "curl/",
          "wget/",
          "python",
          "java/",
          "apache-httpclient",
          "okhttp",
          "go-http-client",
          "node-fetch",
          "axios/",
          "libwww",
          "scrapy",
          "httpx",
          "postmanruntime");

  private AgentWords() {}

  static boolean robot(String agent) {
    String lower = agent.toLowerCase(Locale.ROOT);
    return !lower.startsWith("mozilla/") && !lower.startsWith("opera/")
        || ROBOTS.stream().anyMatch(lower::contains);
  }

  static Device device(String agent) {
    String lower = agent.toLowerCase(Locale.ROOT);
    return new Device(kind(lower), system(lower), browser(lower), app(agent));
  }

  static @Nullable String app(String agent) {
    String lower = agent.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> app : APPS.entrySet()) {
      if (lower.contains(app.getKey())) {
        return app.getValue();
      }
    }
    return null;
  }

  private static String kind(String lower) {
    if (lower.contains("ipad") || lower.contains("tablet")) {
      return "tablet";
    }
    if (lower.contains("iphone") || lower.contains("mobile")) {
      return "mobile";
    }
    if (lower.contains("android")) {
      return "tablet";
    }
    boolean desktop =
        lower.contains("windows") || lower.contains("macintosh") || lower.contains("linux");
    return desktop ? "desktop" : "other";
  }

  private static @Nullable String system(String lower) {
    if (lower.contains("harmonyos") || lower.contains("openharmony")) {
      return "HarmonyOS";
    }
    if (lower.contains("iphone") || lower.contains("ipad")) {
      return "iOS";
    }
    if (lower.contains("android")) {
      return "Android";
    }
    if (lower.contains("windows")) {
      return "Windows";
    }
    if (lower.contains("macintosh")) {
      return "macOS";
    }
    return lower.contains("linux") ? "Linux" : null;
  }

  private static @Nullable String browser(String lower) {
    if (lower.contains("edg/")) {
      return "Edge";
    }
    if (lower.contains("firefox/")) {
      return "Firefox";
    }
    if (lower.contains("chrome/")) {
      return "Chrome";
    }
    return lower.contains("safari/") ? "Safari" : null;
  }
}
