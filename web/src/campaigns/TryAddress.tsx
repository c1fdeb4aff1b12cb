import { Button, Descriptions, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFailure } from '../common/templates/useFailure';
import { useCampaignOptions } from './campaigns';
import { channelPath, useChannels } from './channels';
import { type TriedAddress, useTryAddress } from './sources';

/** Says what an address would mean, before money is spent on it. */
export function TryAddress() {
  const { t } = useTranslation();
  const channels = useChannels().data ?? [];
  const campaigns = useCampaignOptions().data ?? [];
  const attempt = useTryAddress();
  const failed = useFailure();

  const told = (answer: TriedAddress): [string, string | null | undefined][] => [
    ['channel', channelPath(channels, answer.channelId) ?? t('campaigns.source.unknownChannel')],
    ['campaign', campaigns.find((one) => one.id === answer.campaignId)?.name],
    ['plan', answer.plan],
    ['unit', answer.unit],
    ['keyword', answer.keyword],
    ['clickId', answer.clickId && `${answer.clickIdKind} = ${answer.clickId}`],
    ['referrer', answer.referrerHost],
    ['utm', Object.entries(answer.utm).map(([key, value]) => `${key}=${value}`).join(' · ')],
    ['direct', answer.direct ? t('common.yes') : null],
  ];

  return (
    <div className="lw-source-try">
      <Form
        layout="vertical"
        onFinish={({ url, referrer }: { url: string; referrer?: string }) =>
          attempt.mutate({ url, ...(referrer ? { referrer } : {}) }, { onError: failed })
        }
      >
        <Form.Item name="url" label={t('campaigns.source.tryUrl')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={8000} placeholder="https://www.example.com/?utm_source=baidu&utm_medium=cpc&plan=…&keyword=…" />
        </Form.Item>
        <Form.Item name="referrer" label={`${t('campaigns.source.tryReferrer')} (${t('common.optional')})`}>
          <Input maxLength={2000} placeholder="https://www.baidu.com/" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={attempt.isPending}>{t('campaigns.source.tryIt')}</Button>
      </Form>
      {attempt.data && (
        <Descriptions
          size="small" bordered column={1} className="lw-source-answer"
          items={told(attempt.data).flatMap(([key, value]) => (value ? [{ key, label: t(`campaigns.source.told.${key}`), children: value }] : []))}
        />
      )}
    </div>
  );
}
