import i18n from 'i18next';
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import { queryClient } from './api/queryClient';
import { applyLanguage, storeLanguage } from './language';
import { type Language, MONEY_UNITS, type MoneyUnit } from './model';

export type Appearance = 'light' | 'dark' | 'system';

interface Preferences {
  language: Language;
  setLanguage: (language: Language) => void;
  appearance: Appearance;
  setAppearance: (appearance: Appearance) => void;
  moneyUnit: MoneyUnit;
  setMoneyUnit: (unit: MoneyUnit) => void;
}

const Context = createContext<Preferences | null>(null);

const UNIT = 'leadwell.moneyUnit';
const APPEARANCE = 'leadwell.appearance';

function storedUnit(): MoneyUnit | undefined {
  return MONEY_UNITS.find((unit) => unit === localStorage.getItem(UNIT));
}

function storedAppearance(): Appearance {
  const stored = localStorage.getItem(APPEARANCE);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** What a person sets for this browser: language, appearance and money unit (the workspace's unit until chosen). */
export function PreferencesProvider({ workspaceUnit, children }: { workspaceUnit: MoneyUnit; children: ReactNode }) {
  const [language, setLanguageState] = useState<Language>(i18n.language === 'en' ? 'en' : 'zh-CN');
  const [unit, setUnit] = useState<MoneyUnit | undefined>(storedUnit);
  const [appearance, setAppearanceState] = useState<Appearance>(storedAppearance);

  const setLanguage = useCallback((next: Language) => {
    storeLanguage(next);
    applyLanguage(next);
    void i18n.changeLanguage(next).then(() => {
      setLanguageState(next);
      // Labels and reasons come from the server in the language of the request.
      void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    });
  }, []);

  const value = useMemo<Preferences>(
    () => ({
      language,
      setLanguage,
      appearance,
      setAppearance: (next) => {
        localStorage.setItem(APPEARANCE, next);
        setAppearanceState(next);
      },
      moneyUnit: unit ?? workspaceUnit,
      setMoneyUnit: (next) => {
        localStorage.setItem(UNIT, next);
        setUnit(next);
      },
    }),
    [language, setLanguage, appearance, unit, workspaceUnit],
  );
  return <Context value={value}>{children}</Context>;
}

export function usePreferences(): Preferences {
  const value = use(Context);
  if (!value) throw new Error('usePreferences outside PreferencesProvider');
  return value;
}
