package io.leadwell.pool.leads;

import io.leadwell.pool.imports.ImportField.Choice;
import java.util.List;

/** What a lead file may say where only some values are possible, and the words that mean them. */
final class LeadChoices {

  static final List<Choice> STAGES =
      List.of(
          new Choice("lead", List.of("线索", "留资", "新线索", "lead", "new")),
          new Choice("mql", List.of("mql", "营销合格", "营销合格线索", "市场合格线索")),
          new Choice("sal", List.of("sal", "销售接受", "已接受")),
          new Choice("sql", List.of("sql", "销售合格", "销售合格线索", "客户")),
          new Choice("opportunity", List.of("商机", "opportunity", "opp", "机会")),
          new Choice("poc", List.of("poc", "试用", "测试", "概念验证")),
          new Choice("won", List.of("赢单", "成交", "签单", "已签约", "已成交", "won", "closed won")),
          new Choice("lost", List.of("输单", "丢单", "失败", "流失", "lost", "closed lost")),
          new Choice("nurture", List.of("培育", "孵化", "nurture", "nurturing")),
          new Choice("recycled", List.of("回收", "退回", "recycled")));

  static final List<Choice> SOURCE_CLASSES =
      List.of(
          new Choice("marketing", List.of("市场", "市场部", "marketing", "营销")),
          new Choice("sales", List.of("销售自拓", "销售", "自拓", "自开发", "sales")),
          new Choice("executive", List.of("高管", "高管资源", "executive", "老板")),
          new Choice("referral", List.of("转介绍", "客户转介绍", "老客户", "referral")),
          new Choice("partner", List.of("伙伴", "渠道伙伴", "代理商", "合作伙伴", "partner")));

  static final List<Choice> CONSENTS =
      List.of(
          new Choice("yes", List.of("是", "同意", "已同意", "√", "1", "y", "yes", "true", "opt-in")),
          new Choice("no", List.of("否", "不同意", "拒绝", "已退订", "0", "n", "no", "false", "opt-out")));

  private LeadChoices() {}
}
