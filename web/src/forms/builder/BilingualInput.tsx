import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../model';

interface BilingualInputProps {
  label: string;
  value: Bilingual;
  onChange: (value: Bilingual) => void;
  rows?: number;
  maxLength?: number;
  readOnly?: boolean;
  flaw?: string | undefined;
}

/** A text in both languages, one below the other. */
export function BilingualInput({ label, value, onChange, rows = 1, maxLength = 200, readOnly = false, flaw }: BilingualInputProps) {
  const { t } = useTranslation();
  const one = (language: 'zh' | 'en') => {
    const shared = {
      value: value[language], maxLength, readOnly, placeholder: t(`forms.language.${language}`),
      'aria-label': `${label} (${t(`forms.language.${language}`)})`, ...(flaw ? { status: 'error' as const } : {}),
      onChange: (event: { target: { value: string } }) => onChange({ ...value, [language]: event.target.value }),
    };
    return rows > 1 ? <Input.TextArea {...shared} autoSize={{ minRows: 2, maxRows: rows + 4 }} /> : <Input {...shared} />;
  };
  return (
    <div className="forms-input">
      <div className="lw-label">{label}</div>
      {one('zh')}
      {one('en')}
      {flaw && <div className="lw-danger">{flaw}</div>}
    </div>
  );
}
