-- Whoever put messages for an occasion asks what became of them, and takes back those that wait.
create index message_of_occasion on messaging.message (occasion, purpose);
