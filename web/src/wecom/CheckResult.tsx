import { CheckCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined } from '../common/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../common/RelativeTime';
import type { Checkup, Outcome } from './model';

const MARK: Record<Outcome, ReactNode> = {
  fine: <CheckCircleOutlined className="lw-fine" />,
  warning: <ExclamationCircleOutlined className="lw-warning" />,
  failed: <CloseCircleOutlined className="lw-danger" />,
};

/** What the test found: each step with a sentence that says what to do. */
export function CheckResult({ checkup }: { checkup: Checkup }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="lw-wecom-steps">
        {checkup.steps.map((step) => (
          <li key={step.name}>
            <span title={t(`wecom.outcome.${step.outcome}`)}>{MARK[step.outcome]}</span>
            <div>
              <strong>{t(`wecom.step.${step.name}`)}</strong>
              <div className={step.outcome === 'fine' ? 'lw-muted' : undefined}>{step.message}</div>
            </div>
          </li>
        ))}
      </ul>
      <p className="lw-muted lw-note">
        {t('wecom.check.tested')} <RelativeTime at={checkup.at} />
      </p>
    </>
  );
}
