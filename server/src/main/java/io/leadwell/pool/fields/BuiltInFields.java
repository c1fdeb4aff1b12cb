package io.leadwell.pool.fields;

import static io.leadwell.pool.fields.FieldEntity.COMPANY;
import static io.leadwell.pool.fields.FieldEntity.LEAD;
import static io.leadwell.pool.fields.FieldEntity.PERSON;

import java.util.List;

/** The fields everybody has; the keys are those of the stored columns. */
final class BuiltInFields {

  private static final List<ProfileField.Option> STAGES =
      List.of(
          option("lead", "线索", "Lead"),
          option("mql", "MQL", "MQL"),
          option("sal", "SAL", "SAL"),
          option("sql", "SQL", "SQL"),
          option("opportunity", "商机", "Opportunity"),
          option("poc", "POC", "POC"),
          option("won", "赢单", "Won"),
          option("lost", "输单", "Lost"),
          option("nurture", "培育中", "Nurture"),
          option("recycled", "已回收", "Recycled"));

  private static final List<ProfileField.Option> SOURCE_CLASSES =
      List.of(
          option("marketing", "市场", "Marketing"),
          option("sales", "销售自拓", "Sales"),
          option("executive", "高管资源", "Executive"),
          option("referral", "转介绍", "Referral"),
          option("partner", "合作伙伴", "Partner"));

  static final List<ProfileField> ALL =
      List.of(
          choice("stage", "阶段", "Stage", STAGES),
          of(LEAD, "channel_id", FieldType.CHANNEL, "渠道", "Channel"),
          of(LEAD, "campaign_id", FieldType.CAMPAIGN, "市场活动", "Campaign"),
          of(LEAD, "content", FieldType.TEXT, "内容", "Content"),
          of(LEAD, "keyword", FieldType.TEXT, "关键词", "Keyword"),
          choice("source_class", "来源类别", "Source class", SOURCE_CLASSES),
          of(LEAD, "business_line", FieldType.TEXT, "业务线", "Business line"),
          of(LEAD, "owner_id", FieldType.MEMBER, "负责人", "Owner"),
          of(LEAD, "sdr_id", FieldType.MEMBER, "SDR", "SDR"),
          of(LEAD, "industry", FieldType.TEXT, "行业", "Industry"),
          of(LEAD, "province", FieldType.TEXT, "省份", "Province"),
          of(LEAD, "city", FieldType.TEXT, "城市", "City"),
          of(LEAD, "note", FieldType.LONG_TEXT, "需求备注", "Note"),
          of(LEAD, "first_contact_at", FieldType.TIME, "首次接触", "First contact"),
          of(LEAD, "last_touch_at", FieldType.TIME, "最近接触", "Last touch"),
          of(LEAD, "revenue_fen", FieldType.MONEY, "成交金额", "Revenue"),
          of(PERSON, "name", FieldType.TEXT, "姓名", "Name"),
          of(PERSON, "title", FieldType.TEXT, "职位", "Title"),
          of(PERSON, "phone", FieldType.PHONE, "手机", "Phone"),
          of(PERSON, "email", FieldType.EMAIL, "邮箱", "E-mail"),
          of(PERSON, "province", FieldType.TEXT, "省份", "Province"),
          of(PERSON, "city", FieldType.TEXT, "城市", "City"),
          of(COMPANY, "name", FieldType.TEXT, "企业名称", "Company"),
          of(COMPANY, "uscc", FieldType.TEXT, "统一社会信用代码", "Credit code"),
          of(COMPANY, "industry", FieldType.TEXT, "行业", "Industry"),
          of(COMPANY, "size_band", FieldType.TEXT, "规模", "Size"),
          of(COMPANY, "province", FieldType.TEXT, "省份", "Province"),
          of(COMPANY, "city", FieldType.TEXT, "城市", "City"),
          of(COMPANY, "domain", FieldType.TEXT, "网站域名", "Domain"));

  private BuiltInFields() {}

  private static ProfileField.Option option(String value, String zh, String en) {
    return new ProfileField.Option(value, new FieldText(zh, en), false);
  }

  private static ProfileField of(
      FieldEntity entity, String key, FieldType type, String zh, String en) {
    return field(entity, key, type, zh, en, List.of());
  }

  private static ProfileField choice(
      String key, String zh, String en, List<ProfileField.Option> options) {
    return field(LEAD, key, FieldType.CHOICE, zh, en, options);
  }

  private static ProfileField field(
      FieldEntity entity,
      String key,
      FieldType type,
      String zh,
      String en,
      List<ProfileField.Option> options) {
    return new ProfileField(
        null,
        entity,
        key,
        type,
        new FieldText(zh, en),
        new FieldText("", ""),
        false,
        options,
        false,
        false);
  }
}
