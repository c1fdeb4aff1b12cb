package io.leadwell.demo;

import java.util.List;

/**
 * A channel of the demo company and how it behaves.
 *
 * @param weight share of leads, per mille or so
 * @param quality multiplies the chance to become an MQL
 * @param monthlyYuan what it costs a month at the beginning; 0 where nothing is paid
 */
record Source(
    String channel,
    String sourceClass,
    String scene,
    int weight,
    double quality,
    int monthlyYuan,
    List<String> contents) {

  static final List<Source> ALL =
      List.of(
          new Source(
              "百度SEM",
              "marketing",
              "官网表单",
              240,
              1.0,
              160_000,
              List.of("MES 产品页", "质量追溯方案页", "设备联网方案页", "报价页")),
          new Source("360搜索", "marketing", "官网表单", 40, 0.8, 20_000, List.of("MES 产品页", "报价页")),
          new Source(
              "巨量引擎(抖音)", "marketing", "信息流表单", 120, 0.45, 70_000, List.of("三分钟看懂智能工厂", "车间降本短视频")),
          new Source("知乎", "marketing", "文章", 45, 0.9, 8_000, List.of("MES 选型避坑指南", "工厂数字化从哪里开始")),
          new Source(
              "SEO/自然搜索",
              "marketing",
              "官网表单",
              130,
              1.15,
              12_000,
              List.of("MES 产品页", "化工行业方案页", "客户案例页")),
          new Source("官网直接访问", "marketing", "试用申请", 60, 1.5, 0, List.of("试用申请页", "报价页")),
          new Source(
              "公众号",
              "marketing",
              "文章",
              95,
              1.0,
              18_000,
              List.of("某汽配厂良率提升案例", "离散制造白皮书", "MES 上线前的十个问题")),
          new Source(
              "白皮书", "marketing", "资料下载", 60, 0.95, 6_000, List.of("离散制造数字化白皮书", "精细化工安全生产白皮书")),
          new Source(
              "线上直播", "marketing", "直播", 75, 0.85, 15_000, List.of("直播：从排产到追溯", "直播：设备联网实战")),
          new Source(
              "线下会议", "marketing", "会议签到", 50, 1.35, 55_000, List.of("长三角智能制造沙龙", "华南工厂数字化论坛")),
          new Source("行业展会", "marketing", "展位", 70, 0.7, 80_000, List.of("工博会展位", "化工装备展展位")),
          new Source("转介绍", "referral", "客户介绍", 25, 2.2, 0, List.of()),
          new Source("销售自拓", "sales", "电话", 50, 1.1, 0, List.of()),
          new Source("高管资源", "executive", "引荐", 8, 2.6, 0, List.of()),
          new Source("渠道伙伴", "partner", "伙伴报备", 20, 1.8, 10_000, List.of()));
}
