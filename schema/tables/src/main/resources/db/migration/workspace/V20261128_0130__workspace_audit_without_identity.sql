-- What an entry of the audit log said about somebody who was erased is gone. The entry that tells of the
-- erasure names it, so that no other can be passed off as erased.
alter table workspace.audit_entry add column erased_at timestamptz;
