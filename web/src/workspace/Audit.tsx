import { useTranslation } from 'react-i18next';
import { formatInstant } from '../common/format/time';
import { ListCard } from '../common/templates/list/ListCard';
import type { ListColumn, SelectFilter } from '../common/templates/list/model';
import { useUsualFilters } from '../common/templates/list/useUsualFilters';
import { ListPage } from '../common/templates/ListPage';
import { AuditDetail } from './AuditDetail';
import { auditText } from './auditText';
import type { AuditEntry } from './model';
import { useAuditWords } from './useAuditWords';
import { useUserOptions } from './users';

/** Who did what to which record, newest first; nobody can change it. */
export function Audit() {
  const { t } = useTranslation();
  const usual = useUsualFilters();
  const words = useAuditWords();
  const users = useUserOptions().data ?? [];
  const actor: SelectFilter = {
    kind: 'select', key: 'actor', label: t('workspace.audit.actor'),
    options: users.map((user) => ({ value: user.id, label: user.name })),
  };
  // A word for what is known; a newer server's action is still readable.
  const actionOf = ({ action }: AuditEntry) =>
    t(`workspace.audit.action.${action.replace(/[.-]/g, '_')}`, { defaultValue: action.replace(/[._-]/g, ' ') });

  const columns: ListColumn<AuditEntry>[] = [
    { key: 'at', title: t('workspace.audit.at'), pinned: true, render: (entry) => <span className="lw-num">{formatInstant(entry.at)}</span> },
    { key: 'actor', title: t('workspace.audit.actor'), render: (entry) => entry.actor.name },
    { key: 'action', title: t('workspace.audit.what'), render: actionOf },
    { key: 'object', title: t('workspace.audit.object'), render: (entry) => <span className="lw-name">{entry.object.label}</span> },
    { key: 'detail', title: t('workspace.audit.detail'), render: (entry) => <AuditDetail detail={entry.detail} /> },
    { key: 'ip', title: 'IP', optional: true, render: (entry) => entry.ip },
  ];

  return (
    <ListPage<AuditEntry>
      page="audit"
      title={t('workspace.place.audit')}
      hint={t('workspace.audit.explain')}
      path="/audit"
      filters={[usual.period(), actor]}
      columns={columns}
      rowKey={(entry) => entry.id}
      card={(entry) => (
        <ListCard
          title={actionOf(entry)}
          mark={<span className="lw-muted">{entry.actor.name}</span>}
          lines={[entry.object.label, auditText(entry.detail, words), formatInstant(entry.at)]}
        />
      )}
      savedViews={false}
      empty={{ title: t('workspace.audit.empty') }}
    />
  );
}
