import { Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { text } from '../../common/api/client';
import type { FormDesign } from '../model';

const PAUSE = 400;

/** The page as the server makes it for visitors, at the width of a phone; nothing is sent from it. */
export function Preview({ design }: { design: FormDesign }) {
  const { t, i18n } = useTranslation();
  const [language, setLanguage] = useState<'zh' | 'en'>(i18n.language === 'en' ? 'en' : 'zh');
  const [page, setPage] = useState('');
  const [problem, setProblem] = useState('');

  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      text(`/forms/preview?lang=${language}`, design).then(
        (html) => {
          if (!current) return;
          setPage(html);
          setProblem('');
        },
        (error: Error) => current && setProblem(error.message),
      );
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [design, language]);

  return (
    <div className="forms-preview">
      <div className="lw-actions">
        <span className="lw-label">{t('forms.builder.panel.preview')}</span>
        <Segmented<'zh' | 'en'>
          size="small" value={language} onChange={setLanguage} aria-label={t('forms.builder.previewLanguage')}
          options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'EN' }]}
        />
      </div>
      {problem && <div className="lw-danger" role="alert">{problem}</div>}
      {/* Without forms and without our origin: what is typed here goes nowhere. */}
      <iframe title={t('forms.builder.panel.preview')} sandbox="allow-scripts" srcDoc={page} />
    </div>
  );
}
