import { DeleteOutlined, EditOutlined, PushpinOutlined } from '../common/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../common/RelativeTime';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { useCan } from '../workspace/session';
import { changeNote, deleteNote, type Note, type Place, restoreNote, useNotes, writeNote } from './notes';
import './notes.css';

/** Plain notes: pinned ones first; who wrote one changes or deletes it. */
export function NotesSection({ at }: { at: Place }) {
  const { t } = useTranslation();
  const mayEdit = useCan()('leads.edit');
  const notes = useNotes(at).data ?? [];
  const failed = useFailure();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const write = () => {
    if (!text.trim()) return;
    setBusy(true);
    writeNote(at, text).then(() => setText(''), failed).finally(() => setBusy(false));
  };
  if (!mayEdit && notes.length === 0) return null;
  return (
    <RecordSection title={t('notes.title')} extra={<span className="lw-muted">{notes.length || null}</span>}>
      {mayEdit && (
        <div className="lw-note-form">
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 8 }}
            maxLength={10000}
            placeholder={t('notes.placeholder')}
            aria-label={t('notes.placeholder')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) write();
            }}
          />
          {text.trim() && <Button type="primary" size="small" loading={busy} onClick={write}>{t('notes.write')}</Button>}
        </div>
      )}
      {notes.length > 0 && (
        <ul className="lw-notes">
          {notes.map((note) => (
            <NoteItem key={note.id} note={note} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
    </RecordSection>
  );
}

function NoteItem({ note, mayEdit }: { note: Note; mayEdit: boolean }) {
  const { t } = useTranslation();
  const failed = useFailure();
  const toast = useUndoToast();
  const [text, setText] = useState<string | null>(null);
  const save = () => {
    const body = (text ?? '').trim();
    if (!body) return;
    changeNote(note.id, { body }).then(() => setText(null), failed);
  };
  const remove = () => deleteNote(note.id).then(() => toast(t('notes.deleted'), () => restoreNote(note.id)), failed);
  return (
    <li className={note.pinned ? 'lw-kept-note lw-note-pinned' : 'lw-kept-note'}>
      {text === null ? (
        <div className="lw-note-body">{note.body}</div>
      ) : (
        <div className="lw-note-form">
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 12 }} maxLength={10000} aria-label={t('notes.edit')} value={text} onChange={(event) => setText(event.target.value)} />
          <span className="lw-actions">
            <Button size="small" type="primary" onClick={save}>{t('common.save')}</Button>
            <Button size="small" onClick={() => setText(null)}>{t('common.cancel')}</Button>
          </span>
        </div>
      )}
      <div className="lw-note-foot lw-muted">
        <span>
          {note.pinned && <><PushpinOutlined /> {t('notes.pinned')} · </>}
          {note.author} · <RelativeTime at={note.writtenAt} />
          {note.editedAt && <> · {t('notes.edited')}</>}
        </span>
        {mayEdit && text === null && (
          <span className="lw-actions">
            <Button type="text" size="small" icon={<PushpinOutlined />} aria-pressed={note.pinned} aria-label={t(note.pinned ? 'notes.unpin' : 'notes.pin')} onClick={() => void changeNote(note.id, { pinned: !note.pinned }).catch(failed)} />
            {note.mine && <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('notes.edit')} onClick={() => setText(note.body)} />}
            {note.mine && <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('notes.delete')} onClick={() => void remove()} />}
          </span>
        )}
      </div>
    </li>
  );
}
