import { PhoneOutlined } from '../common/icons';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RelativeTime } from '../common/RelativeTime';
import { useCan } from '../workspace/session';
import { callable, dueState } from './due';
import type { Closing, Task } from './tasks';

interface TaskCardProps {
  task: Task;
  showMember: boolean;
  onClose: (as: Closing) => void;
  onGive: () => void;
}

/** Whom to call, by when, what was said, and what comes next. */
export function TaskCard({ task, showMember, onClose, onGive }: TaskCardProps) {
  const { t } = useTranslation();
  const can = useCan();
  const open = task.state === 'open';
  const due = dueState(task.dueAt);
  const call = callable(task.phone);
  const who = [task.company, task.title].filter(Boolean).join(' · ');

  // Who was erased has no name; the task stays.
  const about = task.about || t('leads.erased');
  return (
    <article className="lw-panel lw-task" aria-label={about}>
      <div className="lw-task-who">
        <strong>{task.leadId && task.leadVisible ? <Link to={`/leads/${task.leadId}`}>{about}</Link> : about}</strong>
        {open ? (
          <Tag color={due === 'overdue' ? 'error' : due === 'soon' ? 'warning' : 'default'}>
            {t(`tasks.due.${due}`)} <RelativeTime at={task.dueAt} />
          </Tag>
        ) : (
          <Tag color={task.state === 'done' ? 'success' : 'default'}>{t(`tasks.state.${task.state}`)} <RelativeTime at={task.closedAt} /></Tag>
        )}
      </div>
      {who && <div>{who}</div>}
      {task.kind === 'contact'
        ? task.notes && <p className="lw-task-notes">{task.notes}</p>
        : <p className="lw-task-notes">{t(`tasks.kind.${task.kind}`, { company: task.notes ?? task.company ?? about })}</p>}
      {task.outcome && <p className="lw-task-notes"><span className="lw-muted">{t('tasks.outcome')}</span> {task.outcome}</p>}
      <div className="lw-muted">
        {[task.campaign, showMember && task.member, !open && task.closedBy && t('tasks.closedBy', { name: task.closedBy }), !task.leadId && t('tasks.leadGone')].filter(Boolean).join(' · ')}
      </div>
      <div className="lw-actions">
        {call && open && (
          <Button href={call} icon={<PhoneOutlined />} className="lw-num">{task.phone}</Button>
        )}
        {!call && task.phone && <span className="lw-num">{task.phone}</span>}
        {open && can('leads.edit') && <Button type="primary" onClick={() => onClose('done')}>{t('tasks.done')}</Button>}
        {open && can('leads.edit') && <Button type="text" onClick={() => onClose('cancel')}>{t('tasks.cancel')}</Button>}
        {open && can('tasks.assign') && <Button type="text" onClick={onGive}>{t('tasks.give')}</Button>}
      </div>
    </article>
  );
}
