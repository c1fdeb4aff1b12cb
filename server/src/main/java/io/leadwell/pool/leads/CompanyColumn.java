package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;

import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A field of a company: its name in rules and records, the fact that tells it, its column. */
enum CompanyColumn {
  INDUSTRY(Fact.INDUSTRY, COMPANY.INDUSTRY),
  SIZE_BAND(Fact.COMPANY_SIZE, COMPANY.SIZE_BAND),
  PROVINCE(Fact.PROVINCE, COMPANY.PROVINCE),
  CITY(Fact.CITY, COMPANY.CITY),
  /** Nobody tells it but by hand. */
  DOMAIN(null, COMPANY.DOMAIN);

  final @Nullable Fact fact;
  final Field<String> field;

  CompanyColumn(@Nullable Fact fact, Field<String> field) {
    this.fact = fact;
    this.field = field;
  }

  String fieldName() {
    return CompanyWords.PREFIX + field.getName();
  }

  static @Nullable CompanyColumn of(String name) {
    for (CompanyColumn column : values()) {
      if (column.fieldName().equals(name)) {
        return column;
      }
    }
    return null;
  }
}
