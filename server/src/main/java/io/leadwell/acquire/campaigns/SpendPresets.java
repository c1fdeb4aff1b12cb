package io.leadwell.acquire.campaigns;

import io.leadwell.kernel.matching.Folding;
import io.leadwell.pool.imports.ImportPreset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reports of advertising platforms, known by their header. The platforms name the three levels of
 * an account differently, and the same word is one level here and another there.
 */
@Component
class SpendPresets {

  /**
   * @param clickId whose channel is the platform's, however it is named here
   * @param channel its usual name
   * @param all headers that must be there
   * @param any one of which must be there
   * @param columns headers that mean something else than the same words elsewhere
   */
  private record Platform(
      String name,
      String clickId,
      String channel,
      List<Set<String>> all,
      Set<String> any,
      Map<String, String> columns) {}

  private static final Set<String> LEVELS =
      Set.of("推广计划", "计划", "计划名称", "推广计划名称", "推广单元", "单元", "单元名称", "推广单元名称", "关键词");

  private static final Map<String, String> ENGLISH =
      Map.of(
          "campaign", SpendImport.PLAN,
          "campaign name", SpendImport.PLAN,
          "ad group", SpendImport.UNIT,
          "ad group name", SpendImport.UNIT,
          "keyword", SpendImport.KEYWORD,
          "search keyword", SpendImport.KEYWORD,
          "account", SpendImport.ACCOUNT,
          "account name", SpendImport.ACCOUNT);

  /** The first that fits; what only one platform says stands before what several say. */
  private static final List<Platform> PLATFORMS =
      List.of(
          new Platform(
              "qihoo",
              "qhclickid",
              "360搜索",
              List.of(Set.of("总费用", "总费用(元)", "消费", "费用"), Set.of("展示次数", "展现次数")),
              Set.of("推广组", "推广组名称"),
              Map.of("推广组", SpendImport.UNIT, "推广组名称", SpendImport.UNIT)),
          new Platform(
              "sogou",
              "",
              "搜狗搜索",
              List.of(Set.of("消耗", "消耗(元)", "消费"), Set.of("推广组", "推广组名称")),
              Set.of("展示数", "展示量", "展示", "展现量"),
              Map.of("推广组", SpendImport.UNIT, "推广组名称", SpendImport.UNIT)),
          new Platform(
              "baidu",
              "bd_vid",
              "百度SEM",
              List.of(Set.of("消费", "消费(元)", "花费"), Set.of("展现", "展现量"), Set.of("点击", "点击量")),
              LEVELS,
              Map.of()),
          new Platform(
              "oceanengine",
              "clickid",
              "巨量引擎(抖音)",
              List.of(Set.of("消耗", "消耗(元)"), Set.of("展示数", "展示量", "展示")),
              Set.of(
                  "广告主",
                  "广告主名称",
                  "账户名称",
                  "项目名称",
                  "单元名称",
                  "广告名称",
                  "广告组名称",
                  "广告计划名称",
                  "平均点击单价(元)",
                  "转化数"),
              Map.of(
                  "项目名称", SpendImport.PLAN,
                  "单元名称", SpendImport.UNIT,
                  "广告名称", SpendImport.UNIT,
                  "广告组名称", SpendImport.PLAN,
                  "广告组", SpendImport.PLAN,
                  "广告计划名称", SpendImport.UNIT,
                  "广告计划", SpendImport.UNIT,
                  "广告主名称", SpendImport.ACCOUNT,
                  "广告主", SpendImport.ACCOUNT)),
          new Platform(
              "tencent",
              "gdt_vid",
              "腾讯广告",
              List.of(Set.of("花费", "花费(元)", "消耗", "消耗(元)"), Set.of("曝光量", "曝光次数", "曝光")),
              Set.of("推广计划", "推广计划名称", "项目名称", "广告名称", "广告组名称", "广告", "点击均价", "点击次数"),
              Map.of(
                  "推广计划", SpendImport.PLAN,
                  "推广计划名称", SpendImport.PLAN,
                  "项目名称", SpendImport.PLAN,
                  "广告名称", SpendImport.UNIT,
                  "广告", SpendImport.UNIT,
                  "广告组名称", SpendImport.UNIT)),
          new Platform(
              "bing",
              "msclkid",
              "必应搜索",
              List.of(Set.of("spend"), Set.of("campaign", "campaign name"), Set.of("clicks")),
              Set.of("impressions", "impr."),
              ENGLISH),
          new Platform(
              "google",
              "gclid",
              "Google Ads",
              List.of(Set.of("cost"), Set.of("campaign", "campaign name"), Set.of("clicks")),
              Set.of("impressions", "impr."),
              ENGLISH));

  private final CurrentRules rules;
  private final ChannelStore channels;

  SpendPresets(CurrentRules rules, ChannelStore channels) {
    this.rules = rules;
    this.channels = channels;
  }

  Optional<ImportPreset> of(Collection<String> headers) {
    Map<String, String> spelling = new LinkedHashMap<>();
    headers.forEach(header -> spelling.putIfAbsent(Folding.key(header), header));
    return PLATFORMS.stream()
        .filter(platform -> fits(platform, spelling.keySet()))
        .findFirst()
        .map(platform -> preset(platform, spelling));
  }

  /** The name of the channel that stands for a platform here. */
  String channelOf(String platform) {
    return PLATFORMS.stream()
        .filter(p -> p.name().equals(platform))
        .findFirst()
        .map(this::channel)
        .orElseThrow();
  }

  private ImportPreset preset(Platform platform, Map<String, String> spelling) {
    Map<String, List<String>> columns = new HashMap<>();
    Set<String> taken = new java.util.HashSet<>();
    spelling.forEach((key, header) -> {
      String field = folded(platform.columns()).get(key);
      if (field != null && taken.add(field)) {
        columns.put(header, List.of(field));
      }
    });
    return new ImportPreset(
        platform.name(), columns, Map.of(SpendImport.CHANNEL, channel(platform)));
  }

  private String channel(Platform platform) {
    return rules
        .get()
        .channelOfClickId(platform.clickId())
        .flatMap(channels::find)
        .map(Channel::name)
        .orElse(platform.channel());
  }

  private static boolean fits(Platform platform, Set<String> keys) {
    return platform.all().stream().allMatch(needed -> meet(needed, keys))
        && meet(platform.any(), keys);
  }

  private static boolean meet(Set<String> names, Set<String> keys) {
    return names.stream().map(Folding::key).anyMatch(keys::contains);
  }

  private static Map<String, String> folded(Map<String, String> columns) {
    return columns.entrySet().stream()
        .collect(Collectors.toMap(e -> Folding.key(e.getKey()), Map.Entry::getValue, (a, b) -> a));
  }
}
