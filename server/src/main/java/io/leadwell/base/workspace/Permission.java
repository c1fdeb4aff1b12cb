package io.leadwell.base.workspace;

/** What a role may do. On whose records is the {@link Scope}'s business. */
public enum Permission {
  LEADS_READ("leads.read"),
  LEADS_EDIT("leads.edit"),
  LEADS_MERGE("leads.merge"),
  LEADS_EXPORT("leads.export"),
  CONTACT_REVEAL("contact.reveal"),
  IMPORTS_RUN("imports.run"),
  CAMPAIGNS_READ("campaigns.read"),
  CAMPAIGNS_EDIT("campaigns.edit"),
  SPEND_EDIT("spend.edit"),
  SEGMENTS_EDIT("segments.edit"),
  QUALIFICATION_EDIT("qualification.edit"),
  DEALS_READ("deals.read"),
  DEALS_EDIT("deals.edit"),
  TASKS_ASSIGN("tasks.assign"),
  SCORING_EDIT("scoring.edit"),
  REPORTS_READ("reports.read"),
  REPORTS_EXPORT("reports.export"),
  /** What people agree to, and whom nobody may contact. */
  PRIVACY_EDIT("privacy.edit"),
  /** Forget somebody for good. */
  PRIVACY_ERASE("privacy.erase"),
  SETTINGS_READ("settings.read"),
  SETTINGS_EDIT("settings.edit"),
  USERS_EDIT("users.edit"),
  KEYS_EDIT("keys.edit"),
  AUDIT_READ("audit.read");

  private final String word;

  Permission(String word) {
    this.word = word;
  }

  /** The spelling of the API. */
  public String word() {
    return word;
  }
}
