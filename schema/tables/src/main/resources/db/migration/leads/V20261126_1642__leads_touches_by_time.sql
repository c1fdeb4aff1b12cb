-- Touches of a period, the latest first.
create index touch_happened on leads.touch (happened_at desc, id desc) where withdrawn_at is null;
