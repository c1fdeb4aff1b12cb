package io.leadwell.pool.leads;

import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.leads.LeadProfile.FactTold;
import io.leadwell.pool.leads.LeadProfile.Identifier;
import io.leadwell.pool.leads.LeadStore.Found;
import io.leadwell.pool.leads.ProfileStore.FileRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The story of a lead: profile and timeline. */
@Service
public class Profiles {

  private final LeadStore leads;
  private final LeadRows rows;
  private final ProfileStore store;
  private final RecordStore records;
  private final Companies companies;
  private final Imports imports;

  Profiles(
      LeadStore leads,
      LeadRows rows,
      ProfileStore store,
      RecordStore records,
      Companies companies,
      Imports imports) {
    this.leads = leads;
    this.rows = rows;
    this.store = store;
    this.records = records;
    this.companies = companies;
    this.imports = imports;
  }

  @Transactional(readOnly = true)
  public LeadProfile of(UUID leadId, Caller reader) {
    Found lead = found(leadId, reader);
    Map<UUID, String> members = rows.memberNames();
    return new LeadProfile(
        rows.of(lead, reader),
        new LeadProfile.Person(
            lead.personId(),
            lead.name(),
            store.identifiers(lead.personId()).stream().map(i -> masked(i, reader)).toList(),
            rows.of(leads.ofPerson(lead.personId(), reader.visible()), reader)),
        lead.companyId() == null ? null : companies.row(lead.companyId(), reader),
        facts(lead, reader, members),
        store.ledger(leadId, members));
  }

  /** What happened to a lead, newest first. */
  @Transactional(readOnly = true)
  public Page<TimelineItem> timeline(
      UUID leadId,
      Set<TimelineItem.Kind> kinds,
      @Nullable String cursor,
      int limit,
      Caller reader) {
    Found lead = found(leadId, reader);
    return store.timeline(lead.id(), kinds, cursor, limit, rows);
  }

  private List<FactTold> facts(Found lead, Caller reader, Map<UUID, String> members) {
    List<Golden.Live> live =
        records.live(Set.of(lead.personId())).stream()
            .filter(r -> r.leadId() == null || r.leadId().equals(lead.id()))
            .toList();
    Map<UUID, String> channels = rows.channelNames();
    Map<UUID, FileRow> fileRows = store.fileRows(live.stream().map(Golden.Live::recordId).toList());
    Map<UUID, String> files =
        imports.fileNames(fileRows.values().stream().map(FileRow::importId).distinct().toList());
    List<FactTold> told = new ArrayList<>();
    Golden.fold(live)
        .winners()
        .forEach((fact, won) -> {
          String shown = shown(fact, won.value(), reader, channels, members);
          if (!shown.isEmpty()) {
            FileRow row = fileRows.get(won.from().recordId());
            told.add(
                new FactTold(
                    fact.word(),
                    shown,
                    won.from().source(),
                    row == null ? null : files.get(row.importId()),
                    row == null ? null : row.row(),
                    won.from().receivedAt()));
          }
        });
    told.sort(Comparator.comparing(FactTold::field));
    return told;
  }

  private static String shown(
      Fact fact,
      String value,
      Caller reader,
      Map<UUID, String> channels,
      Map<UUID, String> members) {
    if (value.isEmpty()) {
      return "";
    }
    boolean whole = reader.may(Permission.CONTACT_REVEAL);
    return switch (fact) {
      case FORMER_PHONE, FORMER_EMAIL, CONSENT -> "";
      case PHONE, OTHER_PHONE -> String.valueOf(Contact.phone(value, whole));
      case EMAIL, OTHER_EMAIL -> String.valueOf(Contact.email(value, whole));
      case CHANNEL_ID -> channels.getOrDefault(UUID.fromString(value), value);
      case OWNER_ID, SDR_ID, TALKED_TO -> members.getOrDefault(UUID.fromString(value), value);
      case CAMPAIGN_ID -> "";
      default -> value;
    };
  }

  static Identifier masked(Identifier identifier, Caller reader) {
    boolean whole = reader.may(Permission.CONTACT_REVEAL);
    String value =
        switch (identifier.kind()) {
          case "phone" -> String.valueOf(Contact.phone(identifier.value(), whole));
          case "email" -> String.valueOf(Contact.email(identifier.value(), whole));
          default -> identifier.value();
        };
    return new Identifier(
        identifier.kind(),
        value,
        identifier.trust(),
        identifier.verifiedAt(),
        identifier.firstSeenAt());
  }

  private Found found(UUID id, Caller reader) {
    return leads
        .find(id, reader.visible())
        .orElseThrow(() -> new Problem(LeadsProblem.LEAD_NOT_FOUND));
  }
}
