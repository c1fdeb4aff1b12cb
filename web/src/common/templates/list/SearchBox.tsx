import { SearchOutlined } from '../../icons';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../../keyboard';

interface SearchBoxProps {
  value: string;
  placeholder: string;
  onSearch: (text: string) => void;
}

const PAUSE = 300;

/** Searches when typing pauses; waits for the end of an input-method composition, or pinyin would be searched. */
export function SearchBox({ value, placeholder, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const composing = useRef(false);
  const timer = useRef(0);
  const box = useRef<InputRef>(null);

  // "Back" and saved views change the value from outside.
  if (value !== seen) {
    setSeen(value);
    setText(value);
  }

  useEffect(() => () => window.clearTimeout(timer.current), []);
  useKeys({ '/': () => box.current?.focus({ cursor: 'all' }) });

  const later = (next: string) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => onSearch(next.trim()), PAUSE);
  };

  return (
    <Input
      ref={box}
      allowClear
      prefix={<SearchOutlined />}
      placeholder={placeholder}
      aria-label={placeholder}
      value={text}
      className="lw-search"
      onChange={(event) => {
        setText(event.target.value);
        if (!composing.current) later(event.target.value);
      }}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={(event) => {
        composing.current = false;
        later(event.currentTarget.value);
      }}
      onPressEnter={() => {
        window.clearTimeout(timer.current);
        onSearch(text.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') box.current?.blur();
      }}
    />
  );
}
