-- Touches that came by a link, so that a link can say how many leads it touched.
create index touch_link on leads.touch ((detail ->> 'link')) where detail is not null;
