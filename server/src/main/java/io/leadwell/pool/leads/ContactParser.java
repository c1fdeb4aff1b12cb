package io.leadwell.pool.leads;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.leadwell.base.platform.Problem;
import io.leadwell.kernel.matching.Folding;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Phones and mailboxes as people type them. */
@Component
class ContactParser {

  private static final Pattern MAILBOX =
      Pattern.compile("[^\\s@,;<>\"]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
  private static final Pattern REMARK = Pattern.compile("[（(][^）)]*[）)]|微信同号|微信");

  /** E.164, or null for a blank; refused with a sentence when it is no number. */
  @Nullable String phone(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String cleaned = REMARK.matcher(Folding.fold(typed)).replaceAll("").strip();
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = util.parse(cleaned, "CN");
      if (util.isValidNumber(number)) {
        return util.format(number, PhoneNumberFormat.E164);
      }
    } catch (NumberParseException e) {
      // falls through to the sentence
    }
    throw Problem.field(LeadsProblem.INVALID_LEAD, "phone", "leads.invalidPhone", typed);
  }

  @Nullable String email(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String cleaned = Folding.fold(typed).toLowerCase(Locale.ROOT);
    if (cleaned.length() > 254 || !MAILBOX.matcher(cleaned).matches()) {
      throw Problem.field(LeadsProblem.INVALID_LEAD, "email", "leads.invalidEmail", typed);
    }
    return cleaned;
  }
}
