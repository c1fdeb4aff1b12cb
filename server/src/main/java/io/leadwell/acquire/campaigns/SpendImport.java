package io.leadwell.acquire.campaigns;

import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportField;
import io.leadwell.pool.imports.ImportFieldType;
import io.leadwell.pool.imports.ImportKind;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportPreset;
import io.leadwell.pool.imports.UndoReport;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Spend from files: reports of advertising platforms, or a finance department's list. */
@Component
class SpendImport implements ImportKind {

  static final String DAY = "day";
  static final String DAY_FROM = "day_from";
  static final String DAY_TO = "day_to";
  static final String MONTH = "month";
  static final String CHANNEL = "channel";
  static final String CAMPAIGN = "campaign";
  static final String ACCOUNT = "account";
  static final String PLAN = "plan";
  static final String UNIT = "unit";
  static final String KEYWORD = "keyword";
  static final String AMOUNT = "amount";
  static final String IMPRESSIONS = "impressions";
  static final String CLICKS = "clicks";
  static final String NOTE = "note";
  static final String KEY = "key";

  private static final String WHEN = "spend_when";
  private static final String WHERE = "spend_where";
  private static final String HOW_MUCH = "spend_how_much";
  private static final String OTHER = "spend_other";

  /** The Baidu report's header (时间,账户,推广计划,推广单元,关键词,展现量,点击量,消费) is among the names. */
  private static final List<ImportField> FIELDS =
      List.of(
          ImportField.of(
              DAY,
              WHEN,
              ImportFieldType.DAY,
              "日期",
              "时间",
              "天",
              "时间-天",
              "投放日期",
              "消费日期",
              "统计日期",
              "数据日期",
              "date",
              "day",
              "gregorian date"),
          ImportField.of(
              DAY_FROM, WHEN, ImportFieldType.DAY, "开始日期", "起始日期", "开始时间", "start date", "from"),
          ImportField.of(
              DAY_TO, WHEN, ImportFieldType.DAY, "结束日期", "截止日期", "结束时间", "end date", "to"),
          ImportField.text(MONTH, WHEN, "月份", "月", "投放月份", "费用月份", "month"),
          ImportField.text(
              CHANNEL,
              WHERE,
              "渠道",
              "渠道名称",
              "推广渠道",
              "媒体",
              "媒体平台",
              "投放平台",
              "平台",
              "channel",
              "source",
              "platform",
              "media"),
          ImportField.text(
              CAMPAIGN, WHERE, "市场活动", "活动", "活动名称", "营销活动", "项目", "campaign", "campaign name"),
          ImportField.text(
              ACCOUNT,
              WHERE,
              "账户",
              "推广账户",
              "账户名称",
              "账户名",
              "账号名称",
              "推广账户名称",
              "广告主",
              "广告主名称",
              "account",
              "account name"),
          ImportField.text(
              PLAN, WHERE, "推广计划", "计划", "计划名称", "推广计划名称", "广告计划", "广告组", "ad plan", "plan"),
          ImportField.text(
              UNIT,
              WHERE,
              "推广单元",
              "单元",
              "单元名称",
              "推广单元名称",
              "推广组",
              "推广组名称",
              "广告单元",
              "ad group",
              "adgroup",
              "unit"),
          ImportField.text(
              KEYWORD, WHERE, "关键词", "关键字", "关键词名称", "keyword", "search keyword", "term"),
          ImportField.of(
              AMOUNT,
              HOW_MUCH,
              ImportFieldType.MONEY,
              "消费",
              "消耗",
              "花费",
              "金额",
              "费用",
              "费用金额",
              "投放金额",
              "投放费用",
              "支出",
              "实际花费",
              "总花费",
              "cost",
              "spend",
              "spent",
              "amount",
              "amount spent",
              "ad spend",
              "消费(元)",
              "消耗(元)",
              "花费(元)",
              "总费用",
              "总费用(元)"),
          ImportField.of(
              IMPRESSIONS,
              HOW_MUCH,
              ImportFieldType.NUMBER,
              "展现量",
              "展现",
              "展示量",
              "展示数",
              "展示次数",
              "展现次数",
              "曝光次数",
              "展示",
              "曝光量",
              "曝光",
              "impressions",
              "impr",
              "views"),
          ImportField.of(
              CLICKS,
              HOW_MUCH,
              ImportFieldType.NUMBER,
              "点击量",
              "点击",
              "点击数",
              "点击次数",
              "clicks",
              "click"),
          ImportField.text(NOTE, OTHER, "备注", "说明", "摘要", "note", "notes", "remark", "description")
              .asRepeatable(),
          ImportField.text(
                  KEY,
                  OTHER,
                  "流水号",
                  "费用编号",
                  "单据号",
                  "单号",
                  "明细id",
                  "id",
                  "row id",
                  "invoice no",
                  "reference")
              .asKey());

  private final SpendLines lines;
  private final SpendUndo undo;
  private final Channels channels;
  private final Campaigns campaigns;
  private final SpendLevels levels;
  private final SpendPresets presets;

  SpendImport(
      SpendLines lines,
      SpendUndo undo,
      Channels channels,
      Campaigns campaigns,
      SpendLevels levels,
      SpendPresets presets) {
    this.levels = levels;
    this.presets = presets;
    this.lines = lines;
    this.undo = undo;
    this.channels = channels;
    this.campaigns = campaigns;
  }

  @Override
  public String name() {
    return "spend";
  }

  @Override
  public List<ImportField> fields() {
    return FIELDS;
  }

  @Override
  public Optional<ImportPreset> recognise(List<String> headers) {
    return presets.of(headers);
  }

  @Override
  public ImportPass begin(ImportContext context) {
    return new SpendPass(context, lines, levels, channels, campaigns);
  }

  @Override
  public UndoReport previewUndo(UUID importId) {
    return undo.preview(importId);
  }

  @Override
  public UndoReport undo(UUID importId) {
    return undo.undo(importId);
  }
}
