package io.leadwell.pool.leads;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.fields.FieldDraft;
import io.leadwell.pool.fields.FieldDraft.OptionDraft;
import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.fields.FieldText;
import io.leadwell.pool.fields.FieldType;
import io.leadwell.pool.fields.Fields;
import io.leadwell.pool.fields.ProfileField;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/** A house with fields of its own. */
abstract class FieldWorld extends ArrivingWorld {

  static final Caller WHO = Caller.system();

  @Autowired Fields fields;
  @Autowired Merges merges;
  @Autowired Members members;

  ProfileField field(FieldEntity entity, String key, FieldType type, String... options) {
    return fields.add(
        entity,
        key,
        type,
        new FieldDraft(
            new FieldText("字段" + key, "Field " + key),
            null,
            null,
            null,
            options.length == 0
                ? null
                : Arrays.stream(options)
                    .map(label -> new OptionDraft(null, new FieldText(label, label), null))
                    .toList()),
        WHO);
  }

  /** Somebody who filled in a form; what else it told stands in {@code more}. */
  Arrivals.Arrived arrive(String key, Instant at, String name, String phone, Facts.Builder more) {
    Facts facts = more.with(Fact.NAME, name).with(Fact.PHONE, phone).done();
    return arrivals.bring(form(key, at, facts, List.of()));
  }

  void edit(UUID lead, String field, String typed) {
    leads.edit(lead, new LeadEdit(Map.of(), Map.of(field, typed)), WHO);
  }

  Object shown(UUID lead, String field) {
    Object value = leads.get(lead, WHO).custom().get(field);
    return value == null ? "" : value;
  }

  Caller salesperson(String name) {
    UUID id =
        members
            .join(
                new NewMember(name, null, null, Role.SALESPERSON, null, null, null, false, "zh-CN"),
                WHO)
            .id();
    return new Caller(
        Caller.Kind.MEMBER,
        id,
        null,
        name,
        Role.SALESPERSON.permissions(),
        new Visible.OwnedBy(Set.of(id)),
        null);
  }
}
