/** The quiet icons at the top right. */
import { CircleHelp, Command, Ellipsis, GitBranch, Share2 } from 'lucide-react';
import { AddButton } from '../add/adding.js';
import { MenuButton } from '../commands/menu-button.js';
import { EditsButton } from '../curation/edits-button.js';
import type { Scene } from '../graph/scene.js';
import { openLineage } from '../lineage/view-state.js';
import { setHelpOpen, setPaletteOpen } from '../state/store.js';
import { AppearanceButton } from './appearance-button.js';
import { IconButton } from './icon-button.js';
import './toolbar.css';

export function Toolbar({ scene }: { readonly scene: Scene | undefined }) {
  return (
    <div className="toolbar card" role="toolbar" aria-label="Page">
      <AddButton />
      <EditsButton />
      <IconButton name="Main lineages" onClick={() => openLineage(undefined)}>
        <GitBranch size={18} />
      </IconButton>
      <MenuButton name="Share and save" of={['Share']} scene={scene}>
        <Share2 size={18} />
      </MenuButton>
      <AppearanceButton />
      <IconButton name="All commands" shortcut="Ctrl+K" onClick={() => setPaletteOpen(true)}>
        <Command size={17} />
      </IconButton>
      <IconButton name="Help" shortcut="?" onClick={() => setHelpOpen(true)}>
        <CircleHelp size={18} />
      </IconButton>
      <MenuButton
        name="More"
        of={['edits-by-hand', 'lineages', 'Share', 'appearance', 'help']}
        scene={scene}
        className="toolbar-more"
      >
        <Ellipsis size={18} />
      </MenuButton>
    </div>
  );
}
