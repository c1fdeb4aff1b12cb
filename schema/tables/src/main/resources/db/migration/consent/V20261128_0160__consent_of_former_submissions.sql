-- A house that was open before there were consents: who agreed in a form did agree. The purpose is the one that
-- a new workspace is planted with.
insert into consent.purpose (id, key, place, name_zh, name_en, rule, created_at)
select gen_random_uuid(), 'marketing', 1, '营销信息', 'Marketing messages', 'opt_in', now()
where exists (select from workspace.workspace);

insert into consent.purpose_text (purpose_id, number, zh, en, published_by, published_at)
select id, 1,
  '我同意贵公司通过我留下的联系方式向我发送产品资讯、内容推荐与活动邀请。我可以随时退订或撤回同意。',
  'I agree to receive news about products, recommended reading and invitations by the contact details I have left. I can unsubscribe or withdraw my consent at any time.',
  'Leadwell', created_at
from consent.purpose;

insert into consent.entry
  (id, person_id, purpose_id, means, state, source, proof_id, text_of, text_number, happened_at, recorded_at)
select gen_random_uuid(), s.person_id, p.id, m.means, 'given', 'form', s.id, f.name, s.consent, s.submitted_at, now()
from capture.submission s
join capture.form f on f.id = s.form_id
cross join consent.purpose p
join (values ('email', 'email'), ('sms', 'phone'), ('phone', 'phone')) m (means, fact) on s.facts ? m.fact
where s.consent is not null and s.person_id is not null and s.status = 'taken';

-- Who had unsubscribed by a message of theirs had withdrawn.
insert into consent.entry (id, person_id, purpose_id, means, state, source, proof_id, text_number, happened_at, recorded_at)
select gen_random_uuid(), g.person_id, p.id, 'email', 'withdrawn', 'unsubscribe', g.id, 1, l.since, now()
from consent.suppression l
join messaging.message g on g.id = l.proof_id
cross join consent.purpose p
where l.reason = 'unsubscribed' and g.person_id is not null;
