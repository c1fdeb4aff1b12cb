import { EyeOutlined } from '../common/icons';
import { useTranslation } from 'react-i18next';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { useReveal } from './leads';
import type { LeadRow } from './model';

interface ContactValueProps {
  lead: LeadRow;
  kind: 'phone' | 'email';
  value: string;
}

/** A way to reach somebody: masked until a person with the right asks, and then one touch away. */
export function ContactValue({ lead, kind, value }: ContactValueProps) {
  const { t } = useTranslation();
  const can = useCan();
  const failed = useFailure();
  const reveal = useReveal(lead.id);
  const told = reveal.data?.[kind] ?? value;

  if (told.includes('*'))
    return (
      <span className="lw-num">
        {told}{' '}
        {can('contact.reveal') && (
          <button type="button" className="lw-link" disabled={reveal.isPending} title={t('leads.reveal.hint')} onClick={() => reveal.mutate(undefined, { onError: failed })}>
            <EyeOutlined /> {t('leads.reveal.title')}
          </button>
        )}
      </span>
    );
  return (
    <a className="lw-num" href={kind === 'phone' ? `tel:${told}` : `mailto:${told}`}>
      {told}
    </a>
  );
}
