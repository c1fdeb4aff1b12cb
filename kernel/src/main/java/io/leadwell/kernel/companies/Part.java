package io.leadwell.kernel.companies;

/** What a piece of a company's name is. */
public enum Part {
  /** Where it was registered: 上海, 江苏省. */
  REGION,
  /** 字号, what tells it from others: 字跳, 华信. */
  CORE,
  /** What it does: 网络技术, 贸易. */
  TRADE,
  /** 有限公司, GmbH. */
  FORM,
  /** The marker of a part of a firm, with its place: 上海分公司. */
  BRANCH
}
