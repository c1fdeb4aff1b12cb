package io.leadwell.pool.consent;

import java.util.UUID;
import org.jooq.DSLContext;

/** What people wrote down about somebody: a note, a file, answers, fields of the house's own. */
record WrittenOfPerson(DSLContext dsl) {

  void keep(UUID lead) {
    dsl.execute(
        "insert into notes.note (id, lead_id, body, author_name, written_at)"
            + " values (gen_random_uuid(), ?, '欧阳若水，139 1234 0001', '刘洋', now())",
        lead);
    dsl.execute(
        "insert into notes.file (id, lead_id, name, media_type, bytes, sha256, author_name,"
            + " uploaded_at) values (gen_random_uuid(), ?, '欧阳若水.pdf', 'application/pdf', 1,"
            + " repeat('0', 64), '刘洋', now())",
        lead);
    dsl.execute(
        "insert into qualification.bant (lead_id, authority, authority_contact, need_note,"
            + " changed_at) values (?, 'yes', '欧阳若水', '请致电 13912340001', now())",
        lead);
    dsl.execute(
        "update leads.lead set custom = '{\"wechat\": \"欧阳若水\"}'::jsonb where id = ?", lead);
  }
}
