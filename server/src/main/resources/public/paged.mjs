/* Shows a PDF page by page, as a phone scrolls: a page is drawn when it comes near, and let go when it is far. */

const NEAR = '150% 0px';
const MOST_PIXELS = 6_000_000;

async function show(place) {
  const { pdf: file, viewer, version, count, of, failed, wait } = place.dataset;
  const note = document.createElement('p');
  note.className = 'paged-note muted';
  note.setAttribute('role', 'status');
  note.textContent = wait;
  place.append(note);
  let document_;
  try {
    const pdfjs = await import(`${viewer}legacy/build/pdf.min.mjs?v=${version}`);
    pdfjs.GlobalWorkerOptions.workerSrc = `${viewer}legacy/build/pdf.worker.min.mjs?v=${version}`;
    document_ = await pdfjs.getDocument({
      url: file,
      cMapUrl: `${viewer}cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${viewer}standard_fonts/`,
      wasmUrl: `${viewer}wasm/`,
      useWasm: false,
      isEvalSupported: false,
      enableXfa: false,
      disableAutoFetch: true,
      disableStream: true,
      withCredentials: true,
    }).promise;
    await lay(place, document_, Math.min(document_.numPages, Number(count) || document_.numPages), of);
    note.remove();
  } catch (error) {
    note.textContent = failed;
    place.dataset.state = 'failed';
    console.warn('The PDF could not be shown', error);
  }
}

async function lay(place, pdf, count, of) {
  const first = await pdf.getPage(1);
  const usual = first.getViewport({ scale: 1 });
  const sheets = [];
  for (let number = 1; number <= count; number++) {
    const sheet = document.createElement('div');
    sheet.className = 'sheet';
    sheet.dataset.page = String(number);
    sheet.setAttribute('role', 'img');
    sheet.setAttribute('aria-label', of.replace('#', String(number)));
    sheet.style.aspectRatio = `${usual.width} / ${usual.height}`;
    sheets.push(sheet);
  }
  const counter = document.createElement('p');
  counter.className = 'paged-count';
  counter.setAttribute('aria-hidden', 'true');
  counter.textContent = of.replace('#', '1');
  place.append(...sheets, counter);

  const near = new IntersectionObserver(
    (entries) => entries.forEach((entry) => (entry.isIntersecting ? draw(pdf, entry.target) : clear(entry.target))),
    { rootMargin: NEAR },
  );
  const seen = new IntersectionObserver(
    (entries) => {
      const page = entries.filter((entry) => entry.isIntersecting).pop();
      if (page) counter.textContent = of.replace('#', page.target.dataset.page);
    },
    { rootMargin: '-45% 0px -45% 0px' },
  );
  sheets.forEach((sheet) => {
    near.observe(sheet);
    seen.observe(sheet);
  });
  place.dataset.state = 'shown';
}

async function draw(pdf, sheet) {
  if (sheet.dataset.drawn) return;
  sheet.dataset.drawn = 'wanted';
  try {
    const page = await pdf.getPage(Number(sheet.dataset.page));
    if (sheet.dataset.drawn !== 'wanted') return;
    const plain = page.getViewport({ scale: 1 });
    sheet.style.aspectRatio = `${plain.width} / ${plain.height}`;
    const sharp = Math.min(window.devicePixelRatio || 1, 2.5);
    const wanted = (sheet.clientWidth * sharp) / plain.width;
    const bounded = Math.sqrt(MOST_PIXELS / (plain.width * plain.height));
    const viewport = page.getViewport({ scale: Math.min(wanted, bounded) });
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    await page.render({ canvas, viewport }).promise;
    if (sheet.dataset.drawn !== 'wanted') return;
    sheet.replaceChildren(canvas);
    sheet.dataset.drawn = 'done';
  } catch (error) {
    delete sheet.dataset.drawn;
    console.warn('A page could not be drawn', error);
  }
}

function clear(sheet) {
  if (!sheet.dataset.drawn) return;
  delete sheet.dataset.drawn;
  const canvas = sheet.querySelector('canvas');
  if (canvas) canvas.width = canvas.height = 0;
  sheet.replaceChildren();
}

document.querySelectorAll('[data-pdf]').forEach((place) => void show(place));
