import {
  BoldOutlined, ItalicOutlined, LinkOutlined, OrderedListOutlined, PictureOutlined, RedoOutlined, UndoOutlined, UnorderedListOutlined,
} from '../common/icons';
import Image from '@tiptap/extension-image';
import Placeholder from '@tiptap/extension-placeholder';
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { App, Button, Input, Tooltip, Upload } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailure } from '../common/templates/useFailure';
import { drawn } from './cover';
import { uploadFile } from './items';
import './richText.css';

interface RichTextEditorProps {
  value?: string | null;
  onChange?: (html: string | null) => void;
  disabled: boolean;
}

/** Text with headings, lists, links and pictures; the server takes out whatever else a paste brings. */
export function RichTextEditor({ value, onChange, disabled }: RichTextEditorProps) {
  const { t } = useTranslation();
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3, 4] },
        link: { openOnClick: false, autolink: true, protocols: ['http', 'https', 'mailto', 'tel'] },
      }),
      Image,
      Placeholder.configure({ placeholder: t('content.text.placeholder') }),
    ],
    content: value ?? '',
    editable: !disabled,
    editorProps: { attributes: { 'aria-label': t('content.field.body'), role: 'textbox', 'aria-multiline': 'true' } },
    onUpdate: ({ editor: changed }) => onChange?.(changed.isEmpty ? null : changed.getHTML()),
  });

  // What the server kept after a save is what is edited on. An editor that is being replaced holds nothing any more.
  useEffect(() => {
    if (editor && !editor.isDestroyed && !editor.isFocused && (value ?? '') !== (editor.isEmpty ? '' : editor.getHTML())) {
      editor.commands.setContent(value ?? '', { emitUpdate: false });
    }
  }, [editor, value]);

  return (
    <div className="lw-text">
      {editor && !disabled && <Tools editor={editor} />}
      <EditorContent editor={editor} className="lw-text-page" />
    </div>
  );
}

function Tools({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const failed = useFailure();
  const [sending, setSending] = useState(false);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      h2: now.isActive('heading', { level: 2 }),
      h3: now.isActive('heading', { level: 3 }),
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      quote: now.isActive('blockquote'),
      link: now.isActive('link'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  });
  const run = () => editor.chain().focus();

  const link = () => {
    let address = String(editor.getAttributes('link').href ?? '');
    modal.confirm({
      title: t('content.text.link'),
      icon: null,
      content: <Input autoFocus defaultValue={address} placeholder="https://" onChange={(event) => (address = event.target.value.trim())} />,
      okText: t('common.save'),
      cancelText: t('common.cancel'),
      onOk: () => {
        if (address) run().extendMarkRange('link').setLink({ href: address }).run();
        else run().extendMarkRange('link').unsetLink().run();
      },
    });
  };
  const picture = async (file: File) => {
    setSending(true);
    try {
      const { sha256 } = await uploadFile(await drawn(file), 'picture.jpg');
      run().setImage({ src: `/p/i/${sha256}`, alt: '' }).run();
    } catch (failure) {
      failed(failure as Error);
    } finally {
      setSending(false);
    }
  };

  const tool = (word: string, icon: ReactNode, act: () => void, active = false, disabled = false) => (
    <Tooltip title={t(`content.text.${word}`)} key={word}>
      <Button
        size="small"
        type={active ? 'primary' : 'text'}
        icon={icon}
        disabled={disabled}
        aria-label={t(`content.text.${word}`)}
        aria-pressed={active}
        onMouseDown={(event) => event.preventDefault()}
        onClick={act}
      />
    </Tooltip>
  );
  return (
    <div className="lw-text-tools" role="toolbar" aria-label={t('content.text.tools')}>
      {tool('h2', <b>H2</b>, () => run().toggleHeading({ level: 2 }).run(), on.h2)}
      {tool('h3', <b>H3</b>, () => run().toggleHeading({ level: 3 }).run(), on.h3)}
      {tool('bold', <BoldOutlined />, () => run().toggleBold().run(), on.bold)}
      {tool('italic', <ItalicOutlined />, () => run().toggleItalic().run(), on.italic)}
      {tool('bullets', <UnorderedListOutlined />, () => run().toggleBulletList().run(), on.bullets)}
      {tool('numbers', <OrderedListOutlined />, () => run().toggleOrderedList().run(), on.numbers)}
      {tool('quote', <b>”</b>, () => run().toggleBlockquote().run(), on.quote)}
      {tool('link', <LinkOutlined />, link, on.link)}
      <Upload
        accept="image/*"
        showUploadList={false}
        beforeUpload={(file) => {
          void picture(file);
          return false;
        }}
      >
        <Button size="small" type="text" icon={<PictureOutlined />} loading={sending} aria-label={t('content.text.picture')} />
      </Upload>
      {tool('undo', <UndoOutlined />, () => run().undo().run(), false, !on.undo)}
      {tool('redo', <RedoOutlined />, () => run().redo().run(), false, !on.redo)}
    </div>
  );
}
