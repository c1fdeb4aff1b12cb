import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../common/useNarrow';
import { type Step, STEPS } from './steps';

/** Where in the wizard one stands; on a phone in words, for four labels do not fit. */
export function StepBar({ step, failed }: { step: Step; failed: boolean }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const at = STEPS.indexOf(step);
  if (narrow)
    return (
      <div className="lw-muted">
        {t('imports.step.at', { at: at + 1, of: STEPS.length })} <strong>{t(`imports.step.${step}`)}</strong>
      </div>
    );
  return (
    <Steps
      size="small"
      current={at}
      status={failed ? 'error' : 'process'}
      items={STEPS.map((one) => ({ title: t(`imports.step.${one}`) }))}
      className="lw-import-steps"
    />
  );
}
