package io.leadwell.pool.leads;

/** An order of the list of companies, and its direction. */
public record CompanyOrder(Sort sort, boolean descending) {

  /** What companies are ordered by; each is backed by an index. */
  public enum Sort {
    CREATED_AT,
    NAME,
    LEADS,
    REVENUE,
    LAST_TOUCH_AT
  }

  public static final CompanyOrder NEWEST_FIRST = new CompanyOrder(Sort.CREATED_AT, true);
}
