import { Alert, App, Button, Descriptions, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { channelPath, useChannels } from '../campaigns/channels';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { type Account, useRemoveAccount, useTestAccount } from './baidu';
import { FetchState } from './FetchState';

interface AccountCardProps {
  account: Account;
  onEdit: () => void;
  onFetches: () => void;
}

export function AccountCard({ account, onEdit, onFetches }: AccountCardProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const mayEdit = useCan()('settings.edit');
  const channels = useChannels().data ?? [];
  const test = useTestAccount();
  const remove = useRemoveAccount();
  const failed = useFailure();
  const said = test.data;

  const ask = () =>
    modal.confirm({
      title: t('baidu.removeTitle', { name: account.userName }),
      content: t('baidu.removeHint'),
      okText: t('baidu.remove'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
      onOk: () => remove.mutateAsync(account.id).then(() => undefined, failed),
    });

  return (
    <section className="lw-panel lw-baidu-account" aria-label={account.userName}>
      <header>
        <strong>{account.userName}</strong>
        <Tag className="lw-tag" variant="filled" color={account.enabled ? 'green' : 'default'}>
          {account.enabled ? t('baidu.daily', { hour: account.fetchHour }) : t('baidu.paused')}
        </Tag>
      </header>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2 }}
        items={[
          { key: 'channel', label: t('common.field.channel'), children: channelPath(channels, account.channelId) ?? t('common.unknown') },
          { key: 'level', label: t('baidu.level'), children: t(`baidu.levels.${account.level}`) },
          { key: 'until', label: t('baidu.until'), children: account.fetchedUntil ?? '—' },
          { key: 'token', label: 'Access Token', children: account.tokenHint ? `••••${account.tokenHint}` : '••••' },
        ]}
      />
      {account.lastFetch && <FetchState fetch={account.lastFetch} />}
      {said && (
        <Alert
          type={said.works ? 'success' : 'error'}
          showIcon
          title={said.works ? t('baidu.works', { count: said.lines ?? 0 }) : said.advice}
          description={[said.code, said.message].filter(Boolean).join(' · ') || undefined}
        />
      )}
      <div className="lw-actions">
        {mayEdit && <Button loading={test.isPending} onClick={() => test.mutate(account.id, { onError: failed })}>{t('baidu.test')}</Button>}
        <Button onClick={onFetches}>{t('baidu.fetches')}</Button>
        {mayEdit && <Button onClick={onEdit}>{t('common.edit')}</Button>}
        {mayEdit && <Button type="text" danger onClick={ask}>{t('baidu.remove')}</Button>}
      </div>
    </section>
  );
}
