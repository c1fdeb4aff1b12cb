import { Button, Input, Segmented, Select, Skeleton, Upload } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveBlob } from '../common/api/client';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { drawCode } from './drawCode';
import { CODE_FORMATS, CODE_SIZES, type CodeFormat, type CodeWish, type ShortLink } from './links';

const LARGEST_LOGO = 1 << 20;

/** The code of a link as it will be printed. */
export function CodeDesigner({ link }: { link: ShortLink }) {
  const { t } = useTranslation();
  const failed = useFailure();
  const [format, setFormat] = useState<CodeFormat>('svg');
  const [millimetres, setMillimetres] = useState<number>(40);
  const [caption, setCaption] = useState('');
  const [logo, setLogo] = useState<{ name: string; data: string } | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const wish = (chosen: CodeFormat): CodeWish => ({
    format: chosen, millimetres, ...(caption.trim() ? { caption: caption.trim() } : {}), ...(logo ? { logo: logo.data } : {}),
  });

  useEffect(() => {
    let gone = false;
    let address: string | null = null;
    // Typing a caption is not to draw a picture for every letter.
    const timer = setTimeout(() => {
      drawCode(link.id, wish('svg')).then(
        (picture) => {
          if (gone) return;
          address = URL.createObjectURL(picture);
          setShown(address);
        },
        (error: Error) => !gone && failed(error),
      );
    }, 250);
    return () => {
      gone = true;
      clearTimeout(timer);
      if (address) URL.revokeObjectURL(address);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [link.id, caption, logo]);

  const save = () => {
    setSaving(true);
    drawCode(link.id, wish(format))
      .then((picture) => saveBlob(picture, `${link.name}-${link.code}.${format}`), failed)
      .finally(() => setSaving(false));
  };
  const take = (file: File) => {
    if (file.size > LARGEST_LOGO) failed(new Error(t('links.logoTooLarge')));
    else {
      const reader = new FileReader();
      reader.onload = () => setLogo({ name: file.name, data: String(reader.result) });
      reader.readAsDataURL(file);
    }
    return false;
  };

  return (
    <RecordSection title={t('links.qr')}>
      <div className="lw-code">
        {shown ? <img src={shown} alt={t('links.qrOf', { name: link.name })} className="lw-code-picture" /> : <Skeleton.Image active />}
        <Input value={caption} maxLength={60} onChange={(event) => setCaption(event.target.value)} placeholder={t('links.caption')} aria-label={t('links.caption')} />
        <div className="lw-actions">
          <Upload accept="image/png,image/jpeg" showUploadList={false} beforeUpload={take}>
            <Button size="small">{logo ? logo.name : t('links.logo')}</Button>
          </Upload>
          {logo && <Button size="small" type="text" onClick={() => setLogo(null)}>{t('links.noLogo')}</Button>}
        </div>
        <Select<number>
          value={millimetres}
          onChange={setMillimetres}
          aria-label={t('links.size')}
          options={CODE_SIZES.map((size) => ({ value: size.millimetres, label: t(`links.sizes.${size.word}`, { size: size.millimetres / 10 }) }))}
        />
        <Segmented<CodeFormat> block value={format} onChange={setFormat} options={CODE_FORMATS.map((value) => ({ value, label: t(`links.formats.${value}`) }))} />
        <Button type="primary" block loading={saving} onClick={save}>{t('links.saveCode')}</Button>
        <p className="lw-muted">{t('links.qrHint')}</p>
      </div>
    </RecordSection>
  );
}
