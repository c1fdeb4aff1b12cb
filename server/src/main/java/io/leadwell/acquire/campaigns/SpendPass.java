package io.leadwell.acquire.campaigns;

import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One walk over the lines of a spend file. Not thread-safe. */
final class SpendPass implements ImportPass {

  private static final int EXAMPLES = 5;

  private final ImportContext context;
  private final SpendLines lines;
  private final SpendLevels levels;
  private final Channels channels;
  private final Campaigns campaigns;

  /** How often a key was seen, by 64 bits of it; only while checking, as nothing is stored then. */
  private final Map<Long, Integer> checked = new HashMap<>();

  private final Set<String> newChannels = new TreeSet<>();
  private final Set<String> newCampaigns = new TreeSet<>();
  private final Set<SpendLevels.Day> otherLevelDays = new HashSet<>();
  private long equalLines;
  private long withoutAmount;

  SpendPass(
      ImportContext context,
      SpendLines lines,
      SpendLevels levels,
      Channels channels,
      Campaigns campaigns) {
    this.levels = levels;
    this.context = context;
    this.lines = lines;
    this.channels = channels;
    this.campaigns = campaigns;
  }

  @Override
  public RowCounts check(List<ImportRow> rows) {
    List<SpendRow> read = read(rows);
    List<SpendLine> wanted = new ArrayList<>(read.size());
    Joined joined = join(read, false);
    for (SpendRow row : read) {
      wanted.add(new SpendLine(row.key(), number(row), joined.draft(row)));
    }
    otherLevelDays.addAll(
        levels.daysOfAnotherLevel(wanted.stream().map(SpendLine::draft).toList()));
    withoutAmount += rows.stream().filter(r -> !r.refused() && !r.has(SpendImport.AMOUNT)).count();
    return lines.compare(wanted).counts();
  }

  @Override
  public RowCounts commit(List<ImportRow> rows) {
    List<SpendRow> read = read(rows);
    Joined joined = join(read, true);
    Map<String, Integer> seen =
        lines.seen(context.importId(), read.stream().map(SpendRow::key).distinct().toList());
    List<SpendLine> wanted = new ArrayList<>(read.size());
    for (SpendRow row : read) {
      int number = row.keyed() ? 1 : seen.merge(row.key(), 1, Integer::sum);
      wanted.add(new SpendLine(row.key(), number, joined.draft(row)));
    }
    return lines.bringIn(wanted, context.importId(), context.caller().memberId());
  }

  @Override
  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    add(notices, "spend_new_channels", newChannels);
    add(notices, "spend_new_campaigns", newCampaigns);
    if (equalLines > 0) {
      notices.add(new Notice("spend_equal_lines", equalLines, List.of()));
    }
    if (!otherLevelDays.isEmpty()) {
      notices.add(
          new Notice(
              "spend_other_level",
              otherLevelDays.stream().map(SpendLevels.Day::day).distinct().count(),
              otherLevelDays.stream()
                  .map(day -> day.day().toString())
                  .distinct()
                  .sorted()
                  .limit(EXAMPLES)
                  .toList()));
    }
    if (withoutAmount > 0) {
      notices.add(new Notice("spend_without_amount", withoutAmount, List.of()));
    }
    return notices;
  }

  private List<SpendRow> read(List<ImportRow> rows) {
    return rows.stream()
        .filter(row -> !row.refused())
        .map(row -> SpendRow.read(row, context))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Equal lines of one file are all money spent, so the second is a line of its own. */
  private int number(SpendRow row) {
    if (row.keyed()) {
      return 1;
    }
    int number = checked.merge(Long.parseUnsignedLong(row.key(), 0, 16, 16), 1, Integer::sum);
    if (number > 1) {
      equalLines++;
    }
    return number;
  }

  private Joined join(Collection<SpendRow> rows, boolean make) {
    Set<String> channelNames = new HashSet<>();
    Set<String> campaignNames = new HashSet<>();
    for (SpendRow row : rows) {
      if (row.channel() != null) {
        channelNames.add(row.channel());
      }
      if (row.campaign() != null) {
        campaignNames.add(row.campaign());
      }
    }
    Map<String, UUID> channelIds = channels.named(channelNames, make);
    Map<String, UUID> campaignIds = campaigns.named(campaignNames, make);
    note(newChannels, channelNames, channelIds);
    note(newCampaigns, campaignNames, campaignIds);
    return new Joined(channelIds, campaignIds, campaigns.channels(campaignIds.values()));
  }

  private static void note(Set<String> missing, Set<String> names, Map<String, UUID> found) {
    for (String name : names) {
      if (!found.containsKey(name)) {
        missing.add(Names.clean(name));
      }
    }
  }

  private static void add(List<Notice> notices, String code, Set<String> names) {
    if (!names.isEmpty()) {
      notices.add(new Notice(code, names.size(), names.stream().limit(EXAMPLES).toList()));
    }
  }

  /** Ids by the names of a chunk; the channel of a campaign stands in for a missing one. */
  private record Joined(
      Map<String, UUID> channels, Map<String, UUID> campaigns, Map<UUID, UUID> channelOfCampaign) {

    SpendDraft draft(SpendRow row) {
      UUID campaign = row.campaign() == null ? null : campaigns.get(row.campaign());
      return row.draft(channel(row, campaign), campaign);
    }

    private @Nullable UUID channel(SpendRow row, @Nullable UUID campaign) {
      if (row.channel() != null) {
        return channels.get(row.channel());
      }
      return campaign == null ? null : channelOfCampaign.get(campaign);
    }
  }
}
