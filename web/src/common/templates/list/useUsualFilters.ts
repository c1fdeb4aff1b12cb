import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaignOptions } from '../../../campaigns/campaigns';
import { channelOptions, channelTree, useChannels } from '../../../campaigns/channels';
import { useUserOptions } from '../../../workspace/users';
import { SOURCE_CLASSES, STAGES } from '../../model';
import type { FilterDef, PeriodFilter, SearchFilter, SelectFilter, TreeFilter } from './model';

/** The filters most pages share, ready made with their options; pick those a page needs and add its own. */
export function useUsualFilters() {
  const { t } = useTranslation();
  const [campaignText, setCampaignText] = useState('');
  const channels = useChannels();
  const campaigns = useCampaignOptions(campaignText);
  const users = useUserOptions();
  const none = { value: 'none', label: t('common.filter.none') };
  const people = [none, ...(users.data ?? []).map((user) => ({ value: user.id, label: user.name }))];

  const search = (label: string): SearchFilter => ({ kind: 'search', key: 'q', label });
  const period = (label = t('common.period.label')): PeriodFilter => ({ kind: 'period', key: 'period', label });
  const channel: TreeFilter = {
    kind: 'tree', key: 'channel', label: t('common.field.channel'),
    options: [{ value: 'none', title: t('common.filter.none') }, ...channelOptions(channelTree(channels.data ?? []))],
  };
  const campaign: SelectFilter = {
    kind: 'select', key: 'campaign', label: t('common.field.campaign'), loading: campaigns.isFetching,
    onSearch: setCampaignText,
    options: [none, ...(campaigns.data ?? []).map((one) => ({ value: one.id, label: one.name }))],
  };
  const sourceClass: SelectFilter = {
    kind: 'select', key: 'sourceClass', label: t('common.field.sourceClass'),
    options: SOURCE_CLASSES.map((value) => ({ value, label: t(`common.sourceClass.${value}`) })),
  };
  const stage: SelectFilter = {
    kind: 'select', key: 'stage', label: t('common.field.stage'), multiple: true,
    options: STAGES.map((value) => ({ value, label: t(`common.stage.${value}`) })),
  };
  const owner: SelectFilter = { kind: 'select', key: 'owner', label: t('common.field.owner'), options: people };
  const sdr: SelectFilter = { kind: 'select', key: 'sdr', label: t('common.field.sdr'), options: people };

  return { search, period, channel, campaign, sourceClass, stage, owner, sdr };
}

/** Marks a filter as one of those behind "more filters". */
export function secondary<D extends FilterDef>(def: D): D {
  return { ...def, secondary: true };
}
