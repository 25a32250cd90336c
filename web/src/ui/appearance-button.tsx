/** Light, dark, or as the system has it. */
import { Monitor, Moon, Sun } from 'lucide-react';
import { announce, setAppearance } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import type { Appearance } from '../theme/theme.js';
import { IconButton } from './icon-button.js';

const NEXT: Readonly<Record<Appearance, Appearance>> = { system: 'light', light: 'dark', dark: 'system' };
const WORDS: Readonly<Record<Appearance, string>> = { system: 'as the system', light: 'light', dark: 'dark' };
const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

export function AppearanceButton() {
  const appearance = useAppState((state) => state.appearance);
  const Icon = ICONS[appearance];
  return (
    <IconButton
      name={`Appearance: ${WORDS[appearance]}. Change to ${WORDS[NEXT[appearance]]}`}
      onClick={() => {
        setAppearance(NEXT[appearance]);
        announce(`Appearance: ${WORDS[NEXT[appearance]]}`);
      }}
    >
      <Icon size={18} />
    </IconButton>
  );
}
