import { Alert } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const LOOK_EVERY = 200;
const SIDE = 640;

type Read = (frame: HTMLCanvasElement) => Promise<string | null>;

interface Detector {
  detect(source: HTMLCanvasElement): Promise<{ rawValue: string }[]>;
}

/** What the browser has, else a reader in script. */
async function reader(): Promise<Read> {
  const Native = (window as { BarcodeDetector?: new (options: { formats: string[] }) => Detector }).BarcodeDetector;
  if (Native) {
    const detector = new Native({ formats: ['qr_code'] });
    return async (frame) => (await detector.detect(frame))[0]?.rawValue ?? null;
  }
  const { default: jsQR } = await import('jsqr');
  return async (frame) => {
    const picture = frame.getContext('2d', { willReadFrequently: true })?.getImageData(0, 0, frame.width, frame.height);
    return (picture && jsQR(picture.data, picture.width, picture.height, { inversionAttempts: 'dontInvert' })?.data) ?? null;
  };
}

/** The camera, looking for codes. A code that stays in sight is told once. */
export function Scanner({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onCode);
  told.current = onCode;
  const [trouble, setTrouble] = useState<'none' | 'refused' | 'missing'>('none');

  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    let last = '';
    const start = async () => {
      if (!navigator.mediaDevices?.getUserMedia) {
        setTrouble('missing');
        return;
      }
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
      } catch (error) {
        setTrouble(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'missing');
        return;
      }
      const shown = video.current;
      if (over || !shown) {
        stream.getTracks().forEach((track) => track.stop());
        return;
      }
      shown.srcObject = stream;
      await shown.play().catch(() => undefined);
      const read = await reader();
      const frame = document.createElement('canvas');
      const look = async () => {
        if (over) return;
        if (shown.videoWidth > 0) {
          const scale = Math.min(1, SIDE / Math.max(shown.videoWidth, shown.videoHeight));
          frame.width = Math.round(shown.videoWidth * scale);
          frame.height = Math.round(shown.videoHeight * scale);
          frame.getContext('2d', { willReadFrequently: true })?.drawImage(shown, 0, 0, frame.width, frame.height);
          const code = await read(frame).catch(() => null);
          if (code && code !== last) told.current(code);
          if (code) last = code;
        }
        timer = setTimeout(() => void look(), LOOK_EVERY);
      };
      void look();
    };
    void start();
    return () => {
      over = true;
      clearTimeout(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);

  if (trouble !== 'none') return <Alert type="warning" showIcon title={t(`events.door.camera.${trouble}`)} />;
  return <video ref={video} className="lw-checkin-video" muted playsInline aria-label={t('events.door.scan')} />;
}
