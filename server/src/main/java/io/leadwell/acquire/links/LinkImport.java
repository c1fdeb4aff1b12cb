package io.leadwell.acquire.links;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportField;
import io.leadwell.pool.imports.ImportFieldType;
import io.leadwell.pool.imports.ImportKind;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.UndoReport;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Links by the hundred, from a file: one for each poster, partner, keyword. */
@Component
class LinkImport implements ImportKind {

  static final String NAME = "name";
  static final String PAGE = "page";
  static final String CODE = "code";
  static final String CHANNEL = "channel";
  static final String CAMPAIGN = "campaign";
  static final String CONTENT = "content";
  static final String PLAN = "plan";
  static final String UNIT = "unit";
  static final String KEYWORD = "keyword";
  static final String EXPIRES = "expires";

  private static final String WHAT = "link_what";
  private static final String WHERE = "link_where";

  private static final List<ImportField> FIELDS =
      List.of(
          ImportField.text(NAME, WHAT, "名称", "链接名称", "标题", "name", "title").asRequired(),
          ImportField.text(
                  PAGE,
                  WHAT,
                  "目标地址",
                  "落地页",
                  "网址",
                  "链接",
                  "目标链接",
                  "url",
                  "target",
                  "landing page",
                  "link")
              .asRequired(),
          ImportField.text(CODE, WHAT, "短码", "自定义短码", "code", "slug").asKey(),
          ImportField.of(EXPIRES, WHAT, ImportFieldType.DAY, "有效期至", "到期日", "expires", "expiry"),
          ImportField.text(CHANNEL, WHERE, "渠道", "渠道名称", "channel", "source"),
          ImportField.text(CAMPAIGN, WHERE, "市场活动", "活动", "活动名称", "campaign"),
          ImportField.text(CONTENT, WHERE, "内容", "素材", "版位", "content", "utm content"),
          ImportField.text(PLAN, WHERE, "推广计划", "计划", "plan"),
          ImportField.text(UNIT, WHERE, "推广单元", "单元", "unit", "ad group"),
          ImportField.text(KEYWORD, WHERE, "关键词", "keyword"));

  private final Links links;
  private final LinkStore store;
  private final LinkBuilder builder;
  private final LinkUndo undo;
  private final Channels channels;
  private final Campaigns campaigns;

  LinkImport(
      Links links,
      LinkStore store,
      LinkBuilder builder,
      LinkUndo undo,
      Channels channels,
      Campaigns campaigns) {
    this.links = links;
    this.store = store;
    this.builder = builder;
    this.undo = undo;
    this.channels = channels;
    this.campaigns = campaigns;
  }

  @Override
  public String name() {
    return "links";
  }

  @Override
  public List<ImportField> fields() {
    return FIELDS;
  }

  @Override
  public ImportPass begin(ImportContext context) {
    return new LinkPass(context, links, store, builder, channels, campaigns);
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
