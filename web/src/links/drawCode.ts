import { postForBlob } from '../common/api/client';
import type { CodeWish } from './links';

/**
 * The picture of a link's code. A PNG with words under it is drawn here from the lines: the
 * browser has fonts for every script, a server may have none.
 */
export async function drawCode(id: string, wish: CodeWish): Promise<Blob> {
  if (wish.format === 'svg' || !wish.caption) return postForBlob(`/links/${id}/code`, wish);
  return rasterised(await postForBlob(`/links/${id}/code`, { ...wish, format: 'svg' }), wish.millimetres);
}

const DOTS_PER_MILLIMETRE = 300 / 25.4;
const MOST_DOTS = 4_000;

async function rasterised(svg: Blob, millimetres: number): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const picture = new Image();
    await new Promise<void>((resolve, reject) => {
      picture.onload = () => resolve();
      picture.onerror = () => reject(new Error('svg'));
      picture.src = address;
    });
    const width = Math.min(MOST_DOTS, Math.round(millimetres * DOTS_PER_MILLIMETRE));
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = Math.round((width * picture.naturalHeight) / picture.naturalWidth);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('png'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
