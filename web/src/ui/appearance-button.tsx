/** Light or dark: the other one than is seen. */
import { Moon, Sun } from 'lucide-react';
import { useEffect, useState } from 'react';
import { announce, setAppearance } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { isDark, onSystemAppearance, oppositeAppearance } from '../theme/theme.js';
import { IconButton } from './icon-button.js';

export function AppearanceButton() {
  const appearance = useAppState((state) => state.appearance);
  const [, redraw] = useState(0);
  useEffect(() => onSystemAppearance(() => redraw((n) => n + 1)), []);
  const dark = isDark(appearance);
  return (
    <IconButton
      name={dark ? 'Switch to light' : 'Switch to dark'}
      onClick={() => {
        setAppearance(oppositeAppearance(appearance));
        announce(dark ? 'Light appearance' : 'Dark appearance');
      }}
    >
      {dark ? <Sun size={18} /> : <Moon size={18} />}
    </IconButton>
  );
}
