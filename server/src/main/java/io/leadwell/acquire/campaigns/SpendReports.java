package io.leadwell.acquire.campaigns;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.ImportPass.RowCounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Spend fetched from advertising platforms. A line is the same line whether it is fetched again or
 * uploaded as a file: the later one replaces the earlier.
 */
@Service
public class SpendReports {

  /** The source under which files come in that name none. */
  private static final String SOURCE = "file";

  /**
   * What a report did.
   *
   * @param otherLevelDays days of this account for which there was spend of another level already,
   *     so that it may be counted twice
   */
  public record Brought(int fresh, int changed, int same, int otherLevelDays) {}

  private final SpendLines lines;
  private final SpendLevels levels;
  private final Channels channels;

  SpendReports(SpendLines lines, SpendLevels levels, Channels channels) {
    this.lines = lines;
    this.levels = levels;
    this.channels = channels;
  }

  /**
   * Brings the lines in, all or none.
   *
   * @param fetch names this fetch; equal lines of one fetch are all money, those of two are one
   */
  @Transactional
  public Brought bring(UUID fetch, UUID channelId, List<ReportLine> report, Caller who) {
    Channel channel =
        channels.find(channelId).orElseThrow(() -> new Problem(CampaignsProblem.CHANNEL_NOT_FOUND));
    Map<String, Integer> seen = new HashMap<>();
    List<SpendLine> wanted = new ArrayList<>(report.size());
    for (ReportLine line : report) {
      SpendRow row = SpendRow.reported(SOURCE, channel.name(), line);
      int number = seen.merge(row.key(), 1, Integer::sum);
      wanted.add(new SpendLine(row.key(), number, row.draft(channelId, null)));
    }
    int otherLevelDays =
        levels.daysOfAnotherLevel(wanted.stream().map(SpendLine::draft).toList()).size();
    RowCounts counts = lines.bringFetched(wanted, fetch, who.memberId());
    return new Brought(counts.fresh(), counts.changed(), counts.same(), otherLevelDays);
  }
}
