package io.leadwell.collaborate.deals;

import static io.leadwell.pool.imports.ImportField.of;
import static io.leadwell.pool.imports.ImportField.text;

import io.leadwell.pool.imports.ImportField;
import io.leadwell.pool.imports.ImportField.Choice;
import io.leadwell.pool.imports.ImportFieldType;
import java.util.List;

/** What columns of a deals file may be, and the headers they are known by. */
final class DealFields {

  static final List<ImportField> ALL =
      List.of(
          text(
                  "key",
                  "deal",
                  "商机编号",
                  "合同编号",
                  "成交编号",
                  "订单号",
                  "dealid",
                  "opportunityid",
                  "contractid",
                  "sellerid",
                  "编号")
              .asKey(),
          text("lead_key", "deal", "线索编号", "线索id", "leadid", "mqlid", "leadkey").asRequired(),
          text(
              "name", "deal", "商机名称", "合同名称", "项目名称", "dealname", "opportunityname", "opportunity"),
          text("company", "deal", "公司", "公司名称", "企业名称", "客户名称", "company", "account"),
          of(
              "amount",
              "money",
              ImportFieldType.MONEY,
              "金额",
              "合同金额",
              "成交金额",
              "签约金额",
              "合同额",
              "商机金额",
              "amount",
              "revenue",
              "dealvalue",
              "declaredmonthlyrevenue",
              "contractvalue"),
          of("arr", "money", ImportFieldType.MONEY, "arr", "年化金额", "年费", "年度经常性收入"),
          text("product", "money", "产品", "产品名称", "product"),
          text("contract_number", "money", "合同号", "合同编码", "contractnumber", "contractno"),
          of(
              "opened_at",
              "times",
              ImportFieldType.TIME,
              "商机时间",
              "商机日期",
              "商机创建时间",
              "商机创建日期",
              "立项时间",
              "立项日期",
              "openedat",
              "opportunitydate",
              "createdate"),
          of(
              "poc_started_at",
              "times",
              ImportFieldType.TIME,
              "poc开始时间",
              "poc开始日期",
              "poc开始",
              "试用开始",
              "pocstart",
              "pocstartedat"),
          of(
              "poc_ended_at",
              "times",
              ImportFieldType.TIME,
              "poc结束时间",
              "poc结束日期",
              "poc结束",
              "试用结束",
              "pocend",
              "pocendedat"),
          of("poc_result", "times", ImportFieldType.CHOICE, "poc结果", "试用结果", "pocresult")
              .withChoices(
                  List.of(
                      new Choice("passed", List.of("通过", "成功", "passed", "success", "pass")),
                      new Choice("failed", List.of("失败", "未通过", "不通过", "failed", "fail")))),
          text("poc_failure_reason", "times", "poc失败原因", "pocfailurereason"),
          of(
              "won_at",
              "times",
              ImportFieldType.TIME,
              "赢单时间",
              "赢单日期",
              "成交时间",
              "签约时间",
              "签单时间",
              "签单日期",
              "签约日期",
              "成交日期",
              "合同日期",
              "wondate",
              "wonat",
              "closedate",
              "closedat",
              "signeddate"),
          of(
              "lost_at",
              "times",
              ImportFieldType.TIME,
              "输单时间",
              "输单日期",
              "丢单时间",
              "丢单日期",
              "lostdate",
              "lostat"),
          text("loss_reason", "times", "输单原因", "丢单原因", "lossreason", "lostreason"),
          text("competitor", "times", "竞争对手", "竞品", "competitor"),
          text(
              "owner",
              "people",
              "负责人",
              "销售",
              "销售负责人",
              "销售代表",
              "owner",
              "salesrep",
              "srid",
              "sales"),
          text("sdr", "people", "sdr", "sdrid", "电销", "sdrname"),
          text("industry", "people", "行业", "所属行业", "industry", "businesssegment", "segment"));

  private DealFields() {}
}
