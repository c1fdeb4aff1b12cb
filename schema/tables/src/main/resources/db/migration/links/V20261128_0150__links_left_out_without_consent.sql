alter table links.left_out
  drop constraint left_out_reason_check,
  add constraint left_out_reason_check
    check (reason in ('no_phone', 'not_mobile', 'no_email', 'unsubscribed', 'no_consent', 'same_address'));
