package io.leadwell.acquire.campaigns;

/** What a rule is to look for; see {@link SourceRule}. */
public record SourceRuleDraft(SourceKind kind, String pattern, String medium) {

  public static SourceRuleDraft utm(String source, String medium) {
    return new SourceRuleDraft(SourceKind.UTM, source, medium);
  }

  public static SourceRuleDraft of(SourceKind kind, String pattern) {
    return new SourceRuleDraft(kind, pattern, "");
  }
}
