package io.leadwell.base.workspace;

import static io.leadwell.base.workspace.Permission.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The seven roles of the trade, each with what it may do and the scope it starts with. */
public enum Role {
  ADMIN(Scope.ALL, EnumSet.allOf(Permission.class)),
  MARKETING_HEAD(
      Scope.ALL,
      EnumSet.of(
          LEADS_READ,
          LEADS_EDIT,
          LEADS_MERGE,
          LEADS_EXPORT,
          SEGMENTS_EDIT,
          QUALIFICATION_EDIT,
          CONTACT_REVEAL,
          IMPORTS_RUN,
          CAMPAIGNS_READ,
          CAMPAIGNS_EDIT,
          SPEND_EDIT,
          DEALS_READ,
          DEALS_EDIT,
          TASKS_ASSIGN,
          SCORING_EDIT,
          REPORTS_READ,
          REPORTS_EXPORT,
          PRIVACY_EDIT,
          PRIVACY_ERASE,
          SETTINGS_READ)),
  MARKETER(
      Scope.ALL,
      EnumSet.of(
          LEADS_READ,
          LEADS_EDIT,
          LEADS_MERGE,
          SEGMENTS_EDIT,
          IMPORTS_RUN,
          CAMPAIGNS_READ,
          CAMPAIGNS_EDIT,
          SPEND_EDIT,
          DEALS_READ,
          PRIVACY_EDIT,
          REPORTS_READ)),
  SDR(Scope.SELF, EnumSet.of(LEADS_READ, LEADS_EDIT, CONTACT_REVEAL, CAMPAIGNS_READ, REPORTS_READ)),
  SALES_HEAD(
      Scope.DEPARTMENT_BELOW,
      EnumSet.of(
          LEADS_READ,
          LEADS_EDIT,
          LEADS_EXPORT,
          QUALIFICATION_EDIT,
          CONTACT_REVEAL,
          CAMPAIGNS_READ,
          DEALS_READ,
          DEALS_EDIT,
          TASKS_ASSIGN,
          REPORTS_READ,
          REPORTS_EXPORT,
          PRIVACY_ERASE)),
  SALESPERSON(
      Scope.SELF,
      EnumSet.of(
          LEADS_READ,
          LEADS_EDIT,
          CONTACT_REVEAL,
          CAMPAIGNS_READ,
          DEALS_READ,
          DEALS_EDIT,
          REPORTS_READ)),
  EXECUTIVE(
      Scope.ALL, EnumSet.of(LEADS_READ, CAMPAIGNS_READ, DEALS_READ, REPORTS_READ, REPORTS_EXPORT));

  private final Scope usualScope;
  private final Set<Permission> permissions;

  Role(Scope usualScope, EnumSet<Permission> permissions) {
    this.usualScope = usualScope;
    this.permissions = Collections.unmodifiableSet(permissions);
  }

  public Scope usualScope() {
    return usualScope;
  }

  public Set<Permission> permissions() {
    return permissions;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
