import { useTranslation } from 'react-i18next';
import { useUpdateMe } from '../workspace/session';
import { AppearanceSwitch } from './AppearanceSwitch';
import { LanguageSwitch } from './LanguageSwitch';
import { MoneyUnitSwitch } from './MoneyUnitSwitch';

/** The switches one under the other with their names, for the user menu. */
export function Switches() {
  const { t } = useTranslation();
  const me = useUpdateMe();
  return (
    <div className="lw-switches">
      <span>{t('app.switch.language')}</span>
      {/* The account remembers the language for other devices and for mails. */}
      <LanguageSwitch onChoose={(locale) => me.mutate({ locale })} />
      <span>{t('app.switch.moneyUnit')}</span>
      <MoneyUnitSwitch />
      <span>{t('app.switch.appearance')}</span>
      <AppearanceSwitch />
    </div>
  );
}
