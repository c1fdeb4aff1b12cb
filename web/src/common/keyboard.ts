import { useEffect, useRef } from 'react';

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Enter on a focused button, link or option is that element's own. */
function acting(event: KeyboardEvent): boolean {
  return (
    event.key === 'Enter' &&
    event.target instanceof HTMLElement &&
    event.target.closest('button,a,[role=button],[role=menuitem],[role=option],[role=tab]') !== null
  );
}

export type KeyMap = Record<string, () => void>;

/** Single keys, and two-key sequences written "g l". Silent while a person types or a dialog is open. */
export function useKeys(keys: KeyMap, enabled = true): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    let prefix = '';
    let forget = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || acting(event)) return;
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return;
      const sequence = prefix ? `${prefix} ${event.key}` : event.key;
      prefix = '';
      window.clearTimeout(forget);
      const action = current.current[sequence];
      if (action) {
        event.preventDefault();
        action();
        return;
      }
      if (Object.keys(current.current).some((key) => key.startsWith(`${event.key} `))) {
        prefix = event.key;
        forget = window.setTimeout(() => (prefix = ''), 1200);
      }
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.clearTimeout(forget);
      window.removeEventListener('keydown', listen);
    };
  }, [enabled]);
}
