package io.leadwell.acquire.campaigns;

import io.leadwell.base.platform.Problem;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings a rule as typed into the form in which it is compared. */
final class SourceRuleCheck {

  private static final int LONGEST = 200;
  private static final int LONGEST_MEDIUM = 100;

  private SourceRuleCheck() {}

  static SourceRuleDraft checked(SourceRuleDraft draft, @Nullable UUID channelId) {
    if (draft.kind() == SourceKind.IGNORED != (channelId == null)) {
      throw wrong("channelId");
    }
    return switch (draft.kind()) {
      case UTM -> utm(draft);
      case CLICK_ID -> SourceRuleDraft.of(draft.kind(), parameter(draft.pattern()));
      case PAID_REFERRER, REFERRER, IGNORED ->
          SourceRuleDraft.of(draft.kind(), host(draft.pattern()));
      case DIRECT -> SourceRuleDraft.of(draft.kind(), "");
    };
  }

  private static SourceRuleDraft utm(SourceRuleDraft draft) {
    String source = any(Wildcard.fold(draft.pattern()));
    String medium = any(Wildcard.fold(draft.medium()));
    if (source.length() > LONGEST || source.isEmpty() && medium.isEmpty()) {
      throw wrong("pattern");
    }
    if (medium.length() > LONGEST_MEDIUM) {
      throw wrong("medium");
    }
    return SourceRuleDraft.utm(source, medium);
  }

  /** A star alone asks for nothing. */
  private static String any(String pattern) {
    return pattern.chars().allMatch(c -> c == '*') ? "" : pattern;
  }

  private static String parameter(String name) {
    String clean = name.strip().toLowerCase(Locale.ROOT);
    if (!clean.matches("[a-z0-9._-]{1,60}")) {
      throw wrong("pattern");
    }
    return clean;
  }

  /** A host, or an address from which the host is taken, as people paste them. */
  private static String host(String text) {
    String typed = text.strip();
    boolean everywhere = typed.endsWith(".*");
    String name = everywhere ? typed.substring(0, typed.length() - 2) : typed;
    String host =
        name.contains("//") ? LandingText.of(name).host() : LandingText.cleanHost(cut(name));
    boolean plausible = everywhere || host.contains(".") || host.startsWith("[");
    if (host.isEmpty() || !plausible || host.length() > LONGEST - 2) {
      throw wrong("pattern");
    }
    return everywhere ? host + ".*" : host;
  }

  private static String cut(String name) {
    return name.split("[/?#:]", 2)[0];
  }

  private static Problem wrong(String field) {
    return Problem.field(
        CampaignsProblem.SOURCE_RULE_INVALID, field, "problem.SOURCE_RULE_INVALID");
  }
}
