package io.leadwell.pool.leads;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.fields.FieldValues;
import io.leadwell.pool.fields.Fields;
import io.leadwell.pool.fields.ProfileField;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Values of facts and fields as a reader may see them: names for ids, contacts masked. */
@Component
class FactWords {

  private final LeadRows rows;
  private final Campaigns campaigns;
  private final Fields fields;

  FactWords(LeadRows rows, Campaigns campaigns, Fields fields) {
    this.rows = rows;
    this.campaigns = campaigns;
    this.fields = fields;
  }

  Reading reading(Caller reader) {
    return new Reading(reader);
  }

  /** For one answer: what it looks up is looked up once. */
  final class Reading {

    private final boolean whole;
    private final CustomView custom;
    private @Nullable Map<UUID, String> channels;
    private @Nullable Map<UUID, String> members;

    private Reading(Caller reader) {
      this.whole = reader.may(Permission.CONTACT_REVEAL);
      this.custom = new CustomView(fields, reader);
    }

    /**
     * Empty where it is for nobody to see. Options and yes or no are kept as they are: the reader's
     * screen has their words.
     *
     * @param field the word of a fact or the name of a field
     */
    String shown(String field, String value) {
      if (value.isEmpty()) {
        return "";
      }
      return field.indexOf('.') > 0 ? custom(field, value) : fact(field, value);
    }

    private String custom(String name, String value) {
      ProfileField field = custom.field(name);
      if (field == null) {
        // of a company, which has these without being asked
        return name.startsWith("company.") ? value : "";
      }
      return FieldValues.isSeveral(value)
          ? String.join(",", FieldValues.values(value))
          : custom.masked(field.type(), value);
    }

    private String fact(String word, String value) {
      Fact fact;
      try {
        fact = Fact.valueOf(word.toUpperCase(java.util.Locale.ROOT));
      } catch (IllegalArgumentException e) {
        return value;
      }
      return switch (fact) {
        case FORMER_PHONE, FORMER_EMAIL -> "";
        case PHONE, OTHER_PHONE -> String.valueOf(Contact.phone(value, whole));
        case EMAIL, OTHER_EMAIL -> String.valueOf(Contact.email(value, whole));
        case CHANNEL_ID -> channels().getOrDefault(UUID.fromString(value), value);
        case OWNER_ID, SDR_ID, TALKED_TO -> members().getOrDefault(UUID.fromString(value), value);
        case CAMPAIGN_ID -> campaign(UUID.fromString(value));
        default -> value;
      };
    }

    private String campaign(UUID id) {
      return campaigns.names(List.of(id)).getOrDefault(id, "");
    }

    private Map<UUID, String> channels() {
      Map<UUID, String> known = channels;
      if (known == null) {
        known = rows.channelNames();
        channels = known;
      }
      return known;
    }

    private Map<UUID, String> members() {
      Map<UUID, String> known = members;
      if (known == null) {
        known = rows.memberNames();
        members = known;
      }
      return known;
    }
  }
}
