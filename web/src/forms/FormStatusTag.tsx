import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormStatus, SubmissionStatus } from './model';

const TONE: Record<FormStatus | SubmissionStatus, string> = {
  draft: 'default', open: 'green', closed: 'default', taken: 'green', held: 'gold', discarded: 'default',
};
const MARK: Record<FormStatus | SubmissionStatus, string> = {
  draft: '○', open: '●', closed: '■', taken: '●', held: '◐', discarded: '○',
};

export function FormStatusTag({ status }: { status: FormStatus | SubmissionStatus }) {
  const { t } = useTranslation();
  return (
    <Tag color={TONE[status]} variant="filled" className="lw-tag">
      <span aria-hidden="true">{MARK[status]} </span>
      {t(`forms.status.${status}`)}
    </Tag>
  );
}
