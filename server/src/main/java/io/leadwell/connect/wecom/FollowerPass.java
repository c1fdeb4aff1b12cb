package io.leadwell.connect.wecom;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.connect.wecom.FollowerIntake.Outcome;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One walk over the rows of a file of followers. Not thread-safe. */
final class FollowerPass implements ImportPass {

  private static final int EXAMPLES = 5;
  private static final int LONGEST = 180;

  private final ImportContext context;
  private final FollowerIntake intake;
  private final Channels channels;
  private final Campaigns campaigns;

  /** Keys of rows before, only while checking, as nothing is stored then. */
  private final Set<String> checked = new HashSet<>();

  private final Set<String> newChannels = new TreeSet<>();
  private final Set<String> newCampaigns = new TreeSet<>();

  FollowerPass(
      ImportContext context, FollowerIntake intake, Channels channels, Campaigns campaigns) {
    this.context = context;
    this.intake = intake;
    this.channels = channels;
    this.campaigns = campaigns;
  }

  @Override
  public RowCounts check(List<ImportRow> rows) {
    return counted(
        drafts(rows, false).stream()
            .map(draft ->
                checked.add(draft.account() + "\u001f" + draft.key())
                    ? intake.foresee(draft)
                    : Outcome.SAME)
            .toList());
  }

  @Override
  public RowCounts commit(List<ImportRow> rows) {
    return counted(
        drafts(rows, true).stream()
            .map(draft ->
                intake.bring(draft, context.importId(), context.caller().memberId()).outcome())
            .toList());
  }

  @Override
  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    note(notices, "newChannels", newChannels);
    note(notices, "newCampaigns", newCampaigns);
    return notices;
  }

  private List<FollowerDraft> drafts(List<ImportRow> rows, boolean make) {
    List<ImportRow> good = rows.stream().filter(FollowerPass::acceptable).toList();
    Map<String, UUID> channelIds = ids(good, "channel", names -> channels.named(names, make));
    Map<String, UUID> campaignIds = ids(good, "campaign", names -> campaigns.named(names, make));
    missing(good, "channel", channelIds, newChannels);
    missing(good, "campaign", campaignIds, newCampaigns);
    return good.stream()
        .map(row -> draft(row, id(channelIds, row, "channel"), id(campaignIds, row, "campaign")))
        .toList();
  }

  private static FollowerDraft draft(
      ImportRow row, @Nullable UUID channel, @Nullable UUID campaign) {
    String source = row.text("source");
    return new FollowerDraft(
        source == null ? FollowerSource.CHANNELS : FollowerSource.of(source),
        Objects.requireNonNull(row.text("account"), "account is required"),
        row.text("open_id"),
        row.text("union_id"),
        row.text("name"),
        row.text("phone"),
        row.text("email"),
        row.text("company"),
        row.text("remark"),
        row.value("followed_at", Instant.class),
        channel,
        campaign);
  }

  private static boolean acceptable(ImportRow row) {
    if (row.refused()) {
      return false;
    }
    if (!row.has("open_id") && !row.has("union_id") && !row.has("name")) {
      row.refuse(null, "wecom.followerOfNobody");
    }
    for (String field : List.of("account", "open_id", "union_id", "name")) {
      String text = row.text(field);
      if (text != null && text.length() > LONGEST) {
        row.refuse(field, "wecom.followerTooLong");
      }
    }
    return !row.refused();
  }

  private static Map<String, UUID> ids(
      List<ImportRow> rows, String field, Function<Collection<String>, Map<String, UUID>> find) {
    return find.apply(
        rows.stream()
            .map(row -> row.text(field))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }

  private static @Nullable UUID id(Map<String, UUID> ids, ImportRow row, String field) {
    String name = row.text(field);
    return name == null ? null : ids.get(name);
  }

  private static void missing(
      List<ImportRow> rows, String field, Map<String, UUID> found, Set<String> missing) {
    for (ImportRow row : rows) {
      String name = row.text(field);
      if (name != null && !found.containsKey(name)) {
        missing.add(name);
      }
    }
  }

  private static void note(List<Notice> notices, String code, Set<String> names) {
    if (!names.isEmpty()) {
      notices.add(new Notice(code, names.size(), names.stream().limit(EXAMPLES).toList()));
    }
  }

  private static RowCounts counted(List<Outcome> outcomes) {
    int[] count = new int[Outcome.values().length];
    outcomes.forEach(outcome -> count[outcome.ordinal()]++);
    return new RowCounts(
        count[Outcome.FRESH.ordinal()],
        count[Outcome.CHANGED.ordinal()],
        count[Outcome.SAME.ordinal()]);
  }
}
