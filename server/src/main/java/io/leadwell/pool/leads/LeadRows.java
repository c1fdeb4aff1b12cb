package io.leadwell.pool.leads;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channel;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.fields.Fields;
import io.leadwell.pool.leads.LeadStore.Found;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completes leads with the names that other modules know, and masks what may not be seen. */
@Component
class LeadRows {

  private final Channels channels;
  private final Campaigns campaigns;
  private final Members members;
  private final TagStore tags;
  private final LeadGrades grades;
  private final Fields fields;

  LeadRows(
      Channels channels,
      Campaigns campaigns,
      Members members,
      TagStore tags,
      LeadGrades grades,
      Fields fields) {
    this.channels = channels;
    this.campaigns = campaigns;
    this.members = members;
    this.tags = tags;
    this.grades = grades;
    this.fields = fields;
  }

  List<LeadRow> of(Collection<Found> leads, Caller reader) {
    if (leads.isEmpty()) {
      return List.of();
    }
    Labels labels = labels(leads);
    CustomView custom = new CustomView(fields, reader);
    return leads.stream()
        .map(lead -> row(lead, labels, custom.shown(lead.custom()), reader))
        .toList();
  }

  LeadRow of(Found lead, Caller reader) {
    return of(List.of(lead), reader).getFirst();
  }

  private Labels labels(Collection<Found> leads) {
    return new Labels(
        channels.names(told(leads, Found::channelId)),
        campaigns.names(told(leads, Found::campaignId)),
        members.names(told(leads, Found::ownerId, Found::sdrId)),
        tags.of(leads.stream().map(Found::personId).distinct().toList()),
        grades.of(leads.stream().map(Found::id).toList()));
  }

  @SafeVarargs
  private static Set<UUID> told(
      Collection<Found> leads, Function<Found, @Nullable UUID>... references) {
    Set<UUID> ids = new HashSet<>();
    for (Found lead : leads) {
      for (Function<Found, @Nullable UUID> reference : references) {
        UUID id = reference.apply(lead);
        if (id != null) {
          ids.add(id);
        }
      }
    }
    return ids;
  }

  Map<UUID, String> channelNames() {
    Map<UUID, String> names = new HashMap<>();
    for (Channel channel : channels.all()) {
      names.put(channel.id(), channel.name());
    }
    return names;
  }

  Map<UUID, String> memberNames() {
    Map<UUID, String> names = new HashMap<>();
    for (Member member : members.all()) {
      names.put(member.id(), member.name());
    }
    return names;
  }

  @Nullable String campaignName(UUID campaign) {
    return campaigns.names(List.of(campaign)).get(campaign);
  }

  private static LeadRow row(Found lead, Labels labels, Map<String, Object> custom, Caller reader) {
    boolean whole = reader.may(Permission.CONTACT_REVEAL);
    LeadGrades.Graded graded = labels.grades().get(lead.id());
    return new LeadRow(
        lead.id(),
        lead.personId(),
        lead.key(),
        lead.name(),
        lead.companyId(),
        lead.company(),
        lead.title(),
        Contact.phone(lead.phone(), whole),
        Contact.email(lead.email(), whole),
        lead.channelId(),
        name(labels.channels(), lead.channelId()),
        lead.campaignId(),
        name(labels.campaigns(), lead.campaignId()),
        lead.content(),
        lead.sourceClass(),
        lead.stage(),
        lead.ownerId(),
        name(labels.members(), lead.ownerId()),
        lead.sdrId(),
        name(labels.members(), lead.sdrId()),
        lead.province(),
        lead.city(),
        lead.industry(),
        lead.note(),
        lead.firstContactAt(),
        lead.lastTouchAt(),
        lead.stageSince(),
        lead.revenueFen(),
        lead.verdict(),
        graded == null ? null : graded.grade(),
        graded == null ? null : graded.route(),
        lead.erased(),
        labels.tags().getOrDefault(lead.personId(), List.of()),
        custom);
  }

  private static @Nullable String name(Map<UUID, String> names, @Nullable UUID id) {
    return id == null ? null : names.get(id);
  }

  /** Names by id. */
  private record Labels(
      Map<UUID, String> channels,
      Map<UUID, String> campaigns,
      Map<UUID, String> members,
      Map<UUID, List<LeadRow.TagView>> tags,
      Map<UUID, LeadGrades.Graded> grades) {}
}
