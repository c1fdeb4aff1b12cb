import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '../common/model';
import { usePreferences } from '../common/preferences';

/** Each language in its own word, so that anybody finds the way back. */
export function LanguageSwitch({ onChoose }: { onChoose?: (language: Language) => void }) {
  const { t } = useTranslation();
  const { language, setLanguage } = usePreferences();
  return (
    <Segmented<Language>
      size="small"
      aria-label={t('app.switch.language')}
      value={language}
      onChange={(next) => {
        setLanguage(next);
        onChoose?.(next);
      }}
      options={[
        { value: 'zh-CN', label: '中文' },
        { value: 'en', label: 'EN' },
      ]}
    />
  );
}
