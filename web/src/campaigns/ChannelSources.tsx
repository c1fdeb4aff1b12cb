import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFailure } from '../common/templates/useFailure';
import { RuleFields } from './RuleFields';
import { sourceText, useRemoveRule, useSourceRules } from './sources';

/** How visits of a channel are known; each change counts at once, apart from the drawer's own form. */
export function ChannelSources({ channelId }: { channelId: string }) {
  const { t } = useTranslation();
  const rules = useSourceRules().data ?? [];
  const remove = useRemoveRule();
  const failed = useFailure();
  const own = rules.filter((rule) => rule.channelId === channelId);

  return (
    <section className="lw-source-rules" aria-label={t('campaigns.source.ofChannel')}>
      <h4>{t('campaigns.source.ofChannel')}</h4>
      <p className="lw-muted">
        {t('campaigns.source.ofChannelHint')} <Link to="/channels/sources">{t('campaigns.source.all')}</Link>
      </p>
      <div className="lw-source-tags">
        {own.map((rule) => (
          <Tag
            key={rule.id}
            className="lw-tag"
            variant="filled"
            closable
            closeIcon={<span aria-label={t('campaigns.source.remove')}>×</span>}
            onClose={(event) => {
              event.preventDefault();
              remove.mutate(rule.id, { onError: failed });
            }}
          >
            {t(`campaigns.source.kind.${rule.kind}`)} {sourceText(rule.kind, rule.pattern, rule.medium)}
          </Tag>
        ))}
        {own.length === 0 && <span className="lw-muted">{t('campaigns.source.none')}</span>}
      </div>
      <RuleFields channelId={channelId} />
    </section>
  );
}
