import { CloudUploadOutlined } from '../common/icons';
import { Button, Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../workspace/session';

/** An empty cockpit leads to the three files that fill it. */
export function FirstSteps() {
  const { t } = useTranslation();
  const can = useCan();
  const step = (kind: string) => ({
    title: t(`cockpit.first.${kind}`),
    content: (
      <div className="lw-first-step">
        <span className="lw-muted">{t(`cockpit.first.${kind}Hint`)}</span>
        {can('imports.run') && (
          <Link to={`/imports?new=${kind}`}>
            <Button type={kind === 'leads' ? 'primary' : 'default'} icon={<CloudUploadOutlined />}>
              {t(`cockpit.first.${kind}Do`)}
            </Button>
          </Link>
        )}
      </div>
    ),
    status: 'process' as const,
  });
  return (
    <div className="lw-panel lw-first">
      <h2>{t('cockpit.first.title')}</h2>
      <p className="lw-muted">{can('imports.run') ? t('cockpit.first.hint') : t('cockpit.first.wait')}</p>
      <Steps orientation="vertical" items={[step('leads'), step('deals'), step('spend')]} />
    </div>
  );
}
