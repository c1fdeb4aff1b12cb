import { Button, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailure } from '../common/templates/useFailure';
import { SOURCE_KINDS, type SourceKind, useAddRule } from './sources';

/** One more way by which a channel is known. */
export function RuleFields({ channelId }: { channelId: string }) {
  const { t } = useTranslation();
  const add = useAddRule();
  const failed = useFailure();
  const [kind, setKind] = useState<SourceKind>('utm');
  const [pattern, setPattern] = useState('');
  const [medium, setMedium] = useState('');

  const send = () =>
    add.mutate(
      { kind, pattern, medium: kind === 'utm' ? medium : '', channelId },
      {
        onSuccess: () => {
          setPattern('');
          setMedium('');
        },
        onError: failed,
      },
    );
  const enter = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter') {
      // The drawer's own form is not what is to be sent.
      event.preventDefault();
      event.stopPropagation();
      send();
    }
  };

  return (
    <div className="lw-source-add" onKeyDown={enter}>
      <Select<SourceKind>
        value={kind}
        onChange={setKind}
        aria-label={t('campaigns.source.kindLabel')}
        popupMatchSelectWidth={false}
        options={SOURCE_KINDS.filter((one) => one !== 'ignored').map((value) => ({ value, label: t(`campaigns.source.kind.${value}`) }))}
      />
      <Space.Compact block>
        {kind !== 'direct' && (
          <Input
            value={pattern}
            maxLength={200}
            onChange={(event) => setPattern(event.target.value)}
            placeholder={t(`campaigns.source.example.${kind}`)}
            aria-label={t(`campaigns.source.kind.${kind}`)}
          />
        )}
        {kind === 'utm' && (
          <Input
            value={medium}
            maxLength={100}
            onChange={(event) => setMedium(event.target.value)}
            placeholder={t('campaigns.source.mediumExample')}
            aria-label="utm_medium"
          />
        )}
        <Button loading={add.isPending} onClick={send}>{t('common.add')}</Button>
      </Space.Compact>
    </div>
  );
}
