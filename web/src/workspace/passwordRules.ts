import type { FormRule } from 'antd';
import type { TFunction } from 'i18next';

export const PASSWORD_MIN = 10;

/** Length is what helps; the server refuses leaked and trivial ones with its own sentence. */
export function newPasswordRules(t: TFunction): FormRule[] {
  return [
    { required: true, message: t('common.required') },
    { min: PASSWORD_MIN, message: t('workspace.field.passwordShort', { min: PASSWORD_MIN }) },
  ];
}
