/** The quiet icons at the top right. */
import { CircleHelp, GitBranch } from 'lucide-react';
import { AddButton } from '../add/adding.js';
import { openLineage } from '../lineage/view-state.js';
import { setHelpOpen } from '../state/store.js';
import { AppearanceButton } from './appearance-button.js';
import { IconButton } from './icon-button.js';
import './toolbar.css';

export function Toolbar() {
  return (
    <div className="toolbar card" role="toolbar" aria-label="Page">
      <AddButton />
      <IconButton name="Main lineages" onClick={() => openLineage(undefined)}>
        <GitBranch size={18} />
      </IconButton>
      <AppearanceButton />
      <IconButton name="Help" shortcut="?" onClick={() => setHelpOpen(true)}>
        <CircleHelp size={18} />
      </IconButton>
    </div>
  );
}
