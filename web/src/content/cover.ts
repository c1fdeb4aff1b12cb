import type { PDFDocumentLoadingTask } from 'pdfjs-dist';

const WIDTH = 1280;
const QUALITY = 0.88;

async function jpeg(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture'))), 'image/jpeg', QUALITY),
  );
}

/** Any picture the browser can show, turned upright and no larger than a page needs. */
export async function drawn(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, WIDTH / picture.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('The browser draws no pictures');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return jpeg(canvas);
}

/** The first page of a PDF as a picture; drawn here, so that the server need not. */
export async function firstPage(pdf: Blob): Promise<Blob> {
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?url'),
  ]);
  pdfjs.GlobalWorkerOptions.workerSrc = worker.default;
  const viewer = '/p/assets/pdfjs/';
  const task: PDFDocumentLoadingTask = pdfjs.getDocument({
    data: new Uint8Array(await pdf.arrayBuffer()),
    cMapUrl: `${viewer}cmaps/`,
    standardFontDataUrl: `${viewer}standard_fonts/`,
    wasmUrl: `${viewer}wasm/`,
    useWasm: false,
    enableXfa: false,
  });
  try {
    const page = await (await task.promise).getPage(1);
    const plain = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: Math.min(4, WIDTH / plain.width) });
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    await page.render({ canvas, viewport }).promise;
    return await jpeg(canvas);
  } finally {
    await task.destroy();
  }
}
