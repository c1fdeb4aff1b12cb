package io.leadwell.pool.leads;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.Role;
import io.leadwell.pool.imports.ImportPass.Notice;
import io.leadwell.pool.imports.ImportRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Channels, campaigns and owners that a file names, resolved once per name for a whole pass. While
 * checking, unknown names are gathered for the reader; while committing, they are made.
 */
public final class References {

  private static final int EXAMPLES = 8;

  private final Channels channels;
  private final Campaigns campaigns;
  private final Members members;
  private final Map<String, UUID> channelIds = new HashMap<>();
  private final Map<String, UUID> campaignIds = new HashMap<>();
  private final Map<Role, Map<String, UUID>> memberIds = new HashMap<>();
  private final Map<String, UUID> known = new HashMap<>();
  private final Set<String> newChannels = new LinkedHashSet<>();
  private final Set<String> newCampaigns = new LinkedHashSet<>();
  private final Set<String> newMembers = new LinkedHashSet<>();

  public References(Channels channels, Campaigns campaigns, Members members) {
    this.channels = channels;
    this.campaigns = campaigns;
    this.members = members;
  }

  /** Notes the names of these rows that nobody knows yet, without making them. */
  public void foresee(List<ImportRow> rows) {
    Set<String> channelNames = unseen(rows, "channel", channelIds, newChannels);
    Map<String, UUID> knownChannels = channels.named(channelNames, false);
    channelIds.putAll(knownChannels);
    channelNames.stream()
        .filter(name -> !knownChannels.containsKey(name))
        .forEach(newChannels::add);
    Set<String> campaignNames = unseen(rows, "campaign", campaignIds, newCampaigns);
    Map<String, UUID> knownCampaigns = campaigns.named(campaignNames, false);
    campaignIds.putAll(knownCampaigns);
    campaignNames.stream()
        .filter(name -> !knownCampaigns.containsKey(name))
        .forEach(newCampaigns::add);
    foreseeMembers(rows);
  }

  /** Known owners get their ids, so that an unchanged row is seen to be unchanged. */
  private void foreseeMembers(List<ImportRow> rows) {
    Map<String, UUID> byName = knownMembers();
    foresee(names(rows, "owner"), Role.SALESPERSON, byName);
    foresee(names(rows, "sdr"), Role.SDR, byName);
  }

  private Map<String, UUID> knownMembers() {
    Map<String, UUID> byName = new HashMap<>();
    for (Member member : members.all()) {
      byName.put(member.name().toLowerCase(Locale.ROOT), member.id());
      if (member.email() != null) {
        byName.put(member.email().toLowerCase(Locale.ROOT), member.id());
      }
    }
    return byName;
  }

  private void foresee(Set<String> names, Role role, Map<String, UUID> byName) {
    Map<String, UUID> ids = memberIds.computeIfAbsent(role, _ -> new HashMap<>());
    for (String name : names) {
      UUID id = byName.get(name.strip().toLowerCase(Locale.ROOT));
      if (id == null) {
        newMembers.add(name);
      } else {
        ids.put(name, id);
      }
    }
  }

  /** Makes sure every name of these rows has an id. Within the transaction of the caller. */
  public void resolve(List<ImportRow> rows) {
    channelIds.putAll(channels.named(missing(names(rows, "channel"), channelIds), true));
    campaignIds.putAll(campaigns.named(missing(names(rows, "campaign"), campaignIds), true));
    resolveMembers(rows, "owner", Role.SALESPERSON);
    resolveMembers(rows, "sdr", Role.SDR);
  }

  private void resolveMembers(List<ImportRow> rows, String field, Role role) {
    Map<String, UUID> ids = memberIds.computeIfAbsent(role, _ -> new HashMap<>());
    Set<String> missing = missing(names(rows, field), ids);
    if (!missing.isEmpty()) {
      ids.putAll(members.knownAs(missing, role));
    }
  }

  public @Nullable UUID channel(ImportRow row) {
    return channelIds.get(row.text("channel"));
  }

  public @Nullable UUID campaign(ImportRow row) {
    return campaignIds.get(row.text("campaign"));
  }

  public @Nullable UUID owner(ImportRow row) {
    return memberIds.getOrDefault(Role.SALESPERSON, Map.of()).get(row.text("owner"));
  }

  public @Nullable UUID sdr(ImportRow row) {
    return memberIds.getOrDefault(Role.SDR, Map.of()).get(row.text("sdr"));
  }

  /** The salesperson talked to, who must be known; a name nobody has is remarked upon. */
  @Nullable UUID talkedTo(ImportRow row) {
    String name = row.text("talked_to");
    if (name == null) {
      return null;
    }
    if (known.isEmpty()) {
      known.putAll(knownMembers());
    }
    UUID id = known.get(name.strip().toLowerCase(Locale.ROOT));
    if (id == null) {
      row.remark("talked_to", "leads.talkedToNobody", name);
    }
    return id;
  }

  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    notice(notices, "newChannels", newChannels);
    notice(notices, "newCampaigns", newCampaigns);
    notice(notices, "newMembers", newMembers);
    return notices;
  }

  private static void notice(List<Notice> notices, String code, Set<String> names) {
    if (!names.isEmpty()) {
      notices.add(new Notice(code, names.size(), names.stream().limit(EXAMPLES).toList()));
    }
  }

  private static Set<String> unseen(
      List<ImportRow> rows, String field, Map<String, UUID> known, Set<String> foreseen) {
    Set<String> names = names(rows, field);
    names.removeAll(known.keySet());
    names.removeAll(foreseen);
    return names;
  }

  private static Set<String> missing(Collection<String> names, Map<String, UUID> known) {
    return names.stream().filter(name -> !known.containsKey(name)).collect(Collectors.toSet());
  }

  private static Set<String> names(List<ImportRow> rows, String field) {
    return rows.stream()
        .filter(row -> !row.refused())
        .map(row -> row.text(field))
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
