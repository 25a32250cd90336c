/** The button of the ways to share and save. */
import { Share2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Scene } from '../graph/scene.js';
import { IconButton } from '../ui/icon-button.js';
import { OnDemand } from '../ui/on-demand.js';

const loadShareMenu = () => import('./share-menu.js');

export function ShareButton({ scene }: { readonly scene: Scene | undefined }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <IconButton
        ref={button}
        name="Share and save"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Share2 size={18} />
      </IconButton>
      {open && scene && (
        <OnDemand
          load={loadShareMenu}
          props={{ scene, button: button.current, onClose: () => setOpen(false) }}
          onFail={() => setOpen(false)}
        />
      )}
    </>
  );
}
