import type { FormRule } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from './session';

interface PasswordRules {
  /** For a field that must be filled. */
  needed: FormRule[];
  /** For a field that may stay blank. */
  optional: FormRule[];
  hint: string;
}

/** Length is what helps; the server says how much, and refuses the trivial ones with its own sentence. */
export function usePasswordRules(): PasswordRules {
  const { t } = useTranslation();
  const length = useSession().data?.password;
  const min = length?.shortest ?? 1;
  const optional: FormRule[] = length
    ? [
        { min, message: t('workspace.field.passwordShort', { min }) },
        { max: length.longest, message: t('workspace.field.passwordLong', { max: length.longest }) },
      ]
    : [];
  return { needed: [{ required: true, message: t('common.required') }, ...optional], optional, hint: t('workspace.field.passwordHint', { min }) };
}
